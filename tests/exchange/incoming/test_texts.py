"""Texts of rows as offices get them: encodings, separators, and what must be refused."""

import pytest

from easycare_desktop.exchange.incoming import texts
from easycare_desktop.exchange.incoming.reading import read_content
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileEmptyError,
    ListFileUnknownError,
    MixedEncodingError,
    TooManyColumnsError,
    TooManyRowsError,
)
from easycare_desktop.ui.wording.refusals import words_for

TEXT = '성명,생년월일,주소\r\n홍길동,1941-03-05,"행복시, 봄길 1"\r\n\r\n윤가온,1950-01-02,\r\n'


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp949"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
    ],
)
def test_the_usual_encodings(content: bytes):
    (grid,) = read_content(content)
    assert grid.rows[1].cells == ("홍길동", "1941-03-05", "행복시, 봄길 1")
    assert [row.number for row in grid.rows] == [1, 2, 4]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_usual_separators(separator: str):
    rows = [["성명", "메모"], ["홍길동", "가나, 다라; 마바"]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    (grid,) = read_content(text.encode("cp949"))
    assert [list(row.cells) for row in grid.rows] == rows


def test_zeros_kept_by_excel_and_formulas_stay_text():
    (grid,) = read_content('성명,번호\n=HYPERLINK("x"),="01012345678"\n'.encode())
    assert grid.rows[1].cells == ('=HYPERLINK("x")', "01012345678")


def test_rows_of_two_encodings_are_named():
    content = "성명\n홍길동\n".encode() + "윤가온\n".encode("cp949")
    with pytest.raises(MixedEncodingError) as refused:
        read_content(content)
    assert refused.value.row == 3


def test_an_open_quote_is_named_and_not_swallowed():
    with pytest.raises(ListFileDamagedError) as refused:
        read_content('성명,주소\n홍길동,"봄길 1\n윤가온,봄길 2\n'.encode())
    assert refused.value.row == 2


def test_quotes_inside_a_cell_stay_where_the_line_has_as_many_cells_as_the_others():
    rows = (
        "성명,생일,주소",
        '홍길동,1941-03-05,"햇살"아파트 1',
        '"윤가온" , "1950-01-02", "봄길 2"',
        '나래온,1951-01-02,"봄길 3, 4층"',
    )
    (grid,) = read_content("\r\n".join(rows).encode("cp949"))
    assert [row.number for row in grid.rows] == [1, 2, 3, 4]
    assert [row.cells for row in grid.rows[1:]] == [
        ("홍길동", "1941-03-05", '"햇살"아파트 1'),
        ("윤가온", "1950-01-02", "봄길 2"),
        ("나래온", "1951-01-02", "봄길 3, 4층"),
    ]


@pytest.mark.parametrize("row", ['홍길동,"햇살"아파트, 1', '홍길동,"봄길 1', '홍길동,"봄"길"'])
def test_quotes_that_may_mean_several_things_are_named(row: str):
    with pytest.raises(ListFileDamagedError) as refused:
        read_content(f"성명,주소\n윤가온,봄길 2\n{row}".encode())
    assert refused.value.row == 3
    assert words_for(refused.value).happened == "3번째 줄에서 파일이 상했거나 끊겼습니다."
    assert words_for(ListFileDamagedError()).happened == "파일이 상했거나 중간에 끊겼습니다."


def test_what_is_no_list():
    with pytest.raises(ListFileUnknownError):
        read_content(b"%PDF-1.7\n\x00\x01\x02 something else entirely")
    for begin in (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", b"{\\rtf1\\ansi a, b}"):
        with pytest.raises(ListFileUnknownError):
            read_content(begin)
    with pytest.raises(ListFileEmptyError):
        read_content(b"\n \n,,\n")
    with pytest.raises(ListFileEmptyError):
        read_content(b"")


@pytest.mark.parametrize("most", [500, pytest.param(100_000, marks=pytest.mark.long)])
def test_more_than_a_register(most: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(texts, "MOST_ROWS", most)
    with pytest.raises(TooManyColumnsError):
        read_content(b"," * 10_000)
    with pytest.raises(TooManyRowsError):
        read_content(b"a\n" * (most + 1))


@pytest.mark.parametrize(
    "lines",
    [
        ("성명,주소,메모", '김하나,"서울 "강남", 3층"'),
        ('"성명","생년"월일","휴대폰"', '"김하나","1941-03-05","010"'),
    ],
)
def test_quotes_that_do_not_pair_shift_no_column(lines: tuple[str, str]):
    with pytest.raises(ListFileDamagedError):
        read_content("\r\n".join(lines).encode())
