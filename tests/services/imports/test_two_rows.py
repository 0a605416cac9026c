"""Headings in two rows, where the upper says whose the lower are."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, codes, looked_at


def grouped(folder: Path) -> Path:
    """Return a workbook whose headings stand in two rows, with cells that are merged."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.merge_range("A1:G1", "방문요양 수급자 현황")
        page.merge_range("A2:A3", "번호")
        page.merge_range("B2:D2", "수급자")
        page.merge_range("E2:G2", "보호자")
        page.write_row("B3", ["성명", "생년월일", "연락처", "연락처", "성명", "관계"])
        page.write_row("A4", ["1", "마루한", "1940-02-03", "", "010-0000-2222", "마보호", "자녀"])
    path = folder / "목록.xlsx"
    path.write_bytes(out.getvalue())
    return path


GROUPED = (
    ["번호", "수급자 성명", "수급자 생년월일", "수급자 연락처"],
    ["보호자 연락처", "보호자 성명", "보호자 관계"],
    ["", "identity.name", "identity.birth", "identity.mobile"],
    ["guardian:identity.mobile", "guardian:identity.name", "guardian:identity.relation"],
)


@pytest.mark.parametrize("written", ["xlsx", "csv"])
def test_headings_in_two_rows_are_read_together(services: Services, tmp_path: Path, written: str):
    if written == "xlsx":
        path = grouped(tmp_path)
    else:
        path = tmp_path / "목록.csv"
        rows = (
            "방문요양 수급자 현황,,,,,,",
            "번호,수급자,,,보호자,,",
            ",성명,생년월일,연락처,연락처,성명,관계",
            "1,마루한,1940-02-03,,010-0000-2222,마보호,자녀",
        )
        path.write_text("\r\n".join(rows), encoding="cp949")
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    assert list(layout.titles) == GROUPED[0] + GROUPED[1]
    assert codes(layout) == GROUPED[2] + GROUPED[3]
    shown = services.imports.preview(file, 0, layout)
    assert [row.number for row in shown.rows] == [4]
    held = brought(services, shown, "마루한")
    assert "mobile" not in held["identity"]
    (guardian,) = services.search.find("마보호")
    contents = services.people.open(guardian.id).contents
    assert contents["identity"].values["mobile"] == "010-0000-2222"


def test_under_the_guardian_any_usual_word_is_the_guardians(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "수급자 인적사항,,,보호자 인적사항,,,",
        "성명,생년월일,핸드폰,성함,핸드폰,생년월일,메일",
        "마루한,1940-02-03,010-0000-1111,마보호,010-0000-2222,1970-02-03,",
    )
    assert codes(shown.layout)[2:] == [
        "identity.mobile",
        "guardian:identity.name",
        "guardian:identity.mobile",
        *("", ""),
    ]


def test_one_block_above_and_the_rest_in_one_row(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,연락처,인정유효기간,,보호자,,비상연락처,",
        ",,,시작일,만료일,성명,연락처,성명,전화",
        "마루한,1940-02-03,,2025-01-01,2028-12-31,마보호,010-0000-2222,마둘째,010-0000-3333",
    )
    assert codes(shown.layout) == [
        "identity.name",
        "identity.birth",
        "identity.mobile",
        "entitlement.valid_from",
        "entitlement.valid_until",
        "guardian:identity.name",
        "guardian:identity.mobile",
        "emergency.first_name",
        "emergency.first_phone",
    ]


@pytest.mark.parametrize(
    "above", ["수급자 명단,,,작성일,2026-10-31", "수급자 명단,,담당,홍길동,2026-10-31"]
)
def test_a_title_is_not_taken_for_a_heading(services: Services, tmp_path: Path, above: str):
    shown = looked_at(
        services,
        tmp_path,
        above,
        "성명,생년월일,연락처,주소,등급",
        "마루한,1940-02-03,010-0000-1111,봄길 1,3",
    )
    assert shown.layout.titles == ("성명", "생년월일", "연락처", "주소", "등급")
    assert codes(shown.layout)[2:] == ["identity.mobile", "identity.address", "entitlement.grade"]


def test_somebody_elses_number_is_not_taken(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "수급자,,담당 요양보호사,",
        "성명,생년월일,성명,연락처",
        "마루한,1940-02-03,나래온,010-0000-3333",
    )
    assert codes(shown.layout) == ["identity.name", "identity.birth", "", ""]


DAYS = [
    ("시작", "종료"),
    ("시작일자", "종료일자"),
    ("부터", "까지"),
    ("개시일", "만료일"),
    ("시작일", "만기일"),
]


def with_period(folder: Path, first: str, last: str, *, whole: bool) -> Path:
    """Return a workbook with a period over two columns; `whole`: the other headings reach down."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write("A1", "수급자 현황")
        heads = ["수급자명", "생년월일", "인정유효기간", "", "보호자", ""]
        page.write_row("A3", heads)
        page.merge_range("C3:D3", heads[2])
        page.merge_range("E3:F3", heads[4])
        for at in range(2 * whole):
            page.merge_range(2, at, 3, at, heads[at])
        page.write_row("C4", [first, last, "성명", "비고"])
        page.write_row("A5", ["마루한", "1940-02-03", "2025-01-01", "2028-12-31", "마보호", "딸"])
    path = folder / "목록.xlsx"
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(("first", "last"), DAYS)
@pytest.mark.parametrize("chosen", [None, 2])
def test_the_days_of_a_period_stand_below_it(
    services: Services, tmp_path: Path, first: str, last: str, whole: bool, chosen: int | None
):
    file = services.imports.read(with_period(tmp_path, first, last, whole=whole))
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT, chosen)
    assert layout.heading == 2
    assert codes(layout) == [
        "identity.name",
        "identity.birth",
        "entitlement.valid_from",
        "entitlement.valid_until",
        "guardian:identity.name",
        "",
    ]


def test_merged_headings_win_where_both_rows_know_as_many(services: Services, tmp_path: Path):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.merge_range("A1:A2", "수급자명")
        page.merge_range("B1:B2", "생년월일")
        page.merge_range("C1:D1", "보호자")
        page.write_row("C2", ["연락처", "비고"])
        page.write_row("A3", ["마루한", "1940-02-03", "010-0000-2222", "딸"])
    path = tmp_path / "목록.xlsx"
    path.write_bytes(out.getvalue())
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    assert layout.heading == 1
    assert codes(layout)[2:] == ["guardian:identity.mobile", ""]
