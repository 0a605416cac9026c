"""Workbooks: cells as a person would type them, and files that are meant to hurt."""

import errno
import io
import zipfile
import zlib
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from easycare_desktop.exchange.incoming import workbooks
from easycare_desktop.exchange.incoming.reading import read_content, read_list
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileLockedError,
    ListFileMissingError,
    ListFileTooLargeError,
    ListFileUnknownError,
    TooManyColumnsError,
    TooManyRowsError,
)
from easycare_desktop.exchange.incoming.unfolding import unfolds_as_told
from easycare_desktop.exchange.protected import protected

Rows = list[list[object]]


def workbook(*sheets: Rows) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for rows in sheets:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        page.write_datetime(number, column, cell, day)
                    else:
                        page.write(number, column, cell)
    return out.getvalue()


def repacked(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            body = before.read(name)
            if name == part:
                assert old in body
                body = body.replace(old, new)
            after.writestr(name, body)
    return out.getvalue()


def test_cells_as_a_person_would_type_them():
    rows: Rows = [
        ["성명", "생일", "전화", "수", "참"],
        ["홍길동", datetime(1941, 3, 5), "010-0000-0001", 12, True],  # noqa: DTZ001 - a cell has no zone
        ["=1+1", date(2026, 2, 3), 1012345678, 0.5, None],
    ]
    (grid,) = read_content(workbook(rows))
    assert grid.rows[1].cells == ("홍길동", "1941-03-05", "010-0000-0001", "12", "True")
    assert grid.rows[2].cells == ("=1+1", "2026-02-03", "1012345678", "0.5", "")


def test_the_fullest_sheet_comes_first_and_empty_ones_go():
    grids = read_content(workbook([["메모"]], [], [["성명", "생일"], ["홍길동", "1941"]]))
    assert [grid.name for grid in grids] == ["Sheet3", "Sheet1"]


def test_a_protected_workbook_is_told():
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(ListFileLockedError):
        read_content(content + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(ListFileDamagedError):
        read_content(content)


def test_a_workbook_that_excel_protected_is_told():
    content = protected(workbook([["성명"], ["홍길동"]]), "hamster-garden-27")
    assert "홍길동".encode() not in content
    with pytest.raises(ListFileLockedError):
        read_content(content)


def test_cells_at_the_far_corner_are_refused_before_they_unfold():
    content = workbook([["성명"], ["홍길동"]])
    sheet = "xl/worksheets/sheet1.xml"
    with pytest.raises(TooManyColumnsError):
        read_content(repacked(content, sheet, b'r="A2"', b'r="XFD2"'))
    with pytest.raises(TooManyRowsError):
        read_content(repacked(content, sheet, b'r="A2"', b'r="A1048576"'))


def test_cells_far_away_with_nothing_but_a_border_do_not_count():
    for row, column in ((0, 16383), (1048575, 0)):
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
            page = book.add_worksheet()
            page.write_row(0, 0, ["성명", "생일"])
            page.write_blank(row, column, None, book.add_format({"border": 1}))
        (grid,) = read_content(out.getvalue())
        assert (len(grid.rows), grid.width) == (1, 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="A2"', b"<c r='XFD2'"),
        (b'<c r="A2"', b'<c a=">" r="XFD2"'),
        (b'<c r="A2"', b'<c r = "xfd2"'),
        (b'<row r="2" spans="1:1"><c r="A2"', b'<row r="1048576"><c'),
        (b'<c r="A2" t="s"><v>1</v></c>', b'<x:c r="XFD2"><x:v>1</x:v></x:c>'),
    ],
)
def test_far_cells_are_found_however_they_are_written(old: bytes, new: bytes):
    content = workbook([["성명"], ["홍길동"]])
    sheet = "xl/worksheets/sheet1.xml"
    with pytest.raises((TooManyColumnsError, TooManyRowsError, ListFileDamagedError)):
        read_content(repacked(content, sheet, old, new))


def test_one_long_text_in_very_many_cells_is_refused_before_it_unfolds():
    body = b'<row r="1" spans="1:1"><c r="A1" t="s"><v>0</v></c></row>'
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 290 + b"</row>"
    content = workbook([["가" * 32_000]])
    sheet = "xl/worksheets/sheet1.xml"
    with pytest.raises(ListFileTooLargeError):
        read_content(repacked(content, sheet, body, row * 100))


@pytest.mark.parametrize(("old", "new"), [("/", "\\"), ("sharedStrings", "SHAREDSTRINGS")])
def test_parts_are_found_however_they_are_called(old: str, new: str):
    texts = [["가" * 32_000] * 50] * 40
    for rows, refused in (([["성명"]], False), (texts, True)):
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(workbook(rows))) as before,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
        ):
            for name in before.namelist():
                after.writestr(zipfile.ZipInfo(name.replace(old, new)), before.read(name))
        if refused:
            with pytest.raises(ListFileTooLargeError):
                read_content(out.getvalue())
        else:
            assert read_content(out.getvalue())


def test_sheets_that_are_large_only_together_are_refused():
    corner: Rows = [["성명"], *[[None]] * 9_999, [*[None] * 200, "끝"]]
    assert read_content(workbook(corner))
    with pytest.raises(ListFileTooLargeError):
        read_content(workbook(*[corner] * 5))


def test_workbooks_of_another_kind_are_not_unfolded():
    out = io.BytesIO()
    cell = '<table:table-cell table:number-columns-repeated="6000"><text:p>a</text:p>'
    row = f'<table:table-row table:number-rows-repeated="4000">{cell}'
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", row)
    with pytest.raises(ListFileUnknownError):
        read_content(out.getvalue())
    with zipfile.ZipFile(out, "a") as parts:
        parts.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ListFileUnknownError):
        read_content(out.getvalue())


def test_hidden_sheets_come_after_those_that_are_seen():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in (("11월", 1), ("지난해", 9), ("10월", 3)):
            page = book.add_worksheet(name)
            for number in range(rows):
                page.write_row(number, 0, ["성명", "생일"])
            if name == "지난해":
                page.hide()
    grids = read_content(out.getvalue())
    assert [(each.name, each.hidden) for each in grids] == [
        ("10월", False),
        ("11월", False),
        ("지난해", True),
    ]


@pytest.mark.parametrize("megabytes", [4, pytest.param(400, marks=pytest.mark.long)])
def test_a_bomb_is_refused_before_it_unfolds(megabytes: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbooks, "_LARGEST_UNFOLDED", megabytes * 1_000_000)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(megabytes + 10):
            part.write(bytes(1_000_000))
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(ListFileTooLargeError):
        read_content(out.getvalue())


@pytest.mark.parametrize("keep", [4, 30, 500, -40])
def test_a_file_that_was_cut_is_refused(keep: int):
    with pytest.raises(ListFileDamagedError):
        read_content(workbook([["성명"], ["홍길동"]])[:keep])


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_is_larger_than_it_says_is_refused(part: str):
    content = bytearray(workbook([["성명"], ["홍길동"]]))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        entry = parts.getinfo(part)
        whole = parts.read(part)
    small = entry.file_size // 2
    table = content.index(b"PK\x01\x02")
    while content[table + 46 : table + 46 + len(part)] != part.encode():
        table = content.index(b"PK\x01\x02", table + 4)
    prefix = zlib.crc32(whole[:small])
    content[table + 16 : table + 20] = prefix.to_bytes(4, "little")
    content[table + 24 : table + 28] = small.to_bytes(4, "little")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert parts.read(part) == whole[:small]
        told = [each.filename for each in parts.infolist() if not unfolds_as_told(content, each)]
        assert told == [part]
    with pytest.raises(ListFileDamagedError):
        read_content(bytes(content))


def test_a_file_that_is_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "목록.xlsx"
    path.write_bytes(workbook([["성명"], ["홍길동"]]))
    assert read_list(path)

    def held(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "held by another program")

    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(ListFileMissingError):
        read_list(path)


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(ListFileMissingError):
        read_list(tmp_path / "목록.xlsx")
