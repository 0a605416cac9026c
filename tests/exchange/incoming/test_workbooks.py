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
