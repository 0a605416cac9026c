"""Hostile and odd cells through the real intake: read back as they came, or refused by name."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.refusals import ListFileDamagedError, ListFileLockedError
from easycare_desktop.services.bundle import Services
from tests.helpers.hostile import PIECES, VERY_LONG, one_line
from tests.helpers.old_workbooks import old_workbook

HEAD = ("수급자명", "생년월일", "성별", "상세주소")
NO_NUL = tuple(each for each in PIECES if "\0" not in each)
# The writer of xlsx puts a word in the place of U+FFFF; U+FEFF begins a text of an xls and goes.
IN_XLSX = tuple(each for each in NO_NUL if each != "\uffff")
IN_XLS = tuple(each for each in NO_NUL if each != "\ufeff")
Rows = Sequence[Sequence[str]]


def rows_of(pieces: Sequence[str]) -> Rows:
    """Return one row for each piece, as the detail of an address of somebody of their own."""
    days = [f"19{40 + number // 28}-03-{number % 28 + 1:02d}" for number in range(len(pieces))]
    return [
        HEAD,
        *((f"가상인{chr(0xAC00 + n)}", days[n], "여", each) for n, each in enumerate(pieces)),
    ]


def as_csv(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig", "surrogatepass")


def as_xlsx(rows: Rows) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(number, column, cell)
    return out.getvalue()


def preview(services: Services, path: Path, content: bytes) -> ImportPreview:
    path.write_bytes(content)
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    return services.imports.preview(file, 0, layout)


@pytest.mark.parametrize(
    ("name", "write", "pieces"),
    [
        ("목록.csv", as_csv, (*NO_NUL, *VERY_LONG)),
        ("목록.xlsx", as_xlsx, IN_XLSX),
        ("목록.xls", old_workbook, IN_XLS),
    ],
)
def test_a_cell_is_kept_as_it_came_or_its_row_is_refused(
    services: Services, tmp_path: Path, name: str, write: object, pieces: Sequence[str]
):
    assert callable(write)
    shown = preview(services, tmp_path / name, write(rows_of(pieces)))
    assert len(shown.rows) == len(pieces)
    run = services.imports.store(shown, {each.number for each in shown.rows}, "목록")
    kept = 0
    for row, piece in zip(shown.rows, pieces, strict=True):
        found = [each for each in services.search.find("") if each.name == row.name]
        if row.state is RowState.BAD:
            assert found == []
            assert {each.place.field for each in row.problems if each.place} == {"address_detail"}
            continue
        (line,) = found
        values = services.people.open(line.id).contents["identity"].values
        assert values.get("address_detail", "") == one_line(piece)
        kept += 1
    assert run.added == kept
    assert kept >= len(pieces) // 2


def test_names_are_kept_or_refused(services: Services, tmp_path: Path):
    rows = [
        (each, f"1940-{n // 28 + 1:02d}-{n % 28 + 1:02d}", "남") for n, each in enumerate(NO_NUL)
    ]
    shown = preview(services, tmp_path / "이름.csv", as_csv([HEAD[:3], *rows]))
    for row, piece in zip(shown.rows, NO_NUL, strict=True):
        if row.state is not RowState.BAD:
            (change,) = row.changes
            assert change.values["name"] == one_line(piece)


def test_a_zero_byte_never_becomes_text(services: Services, tmp_path: Path):
    shown = preview(services, tmp_path / "영.csv", as_csv(rows_of(["a\0b", "집"])))
    assert [row.state for row in shown.rows] == [RowState.BAD, RowState.NEW]


def test_days_that_do_not_exist_and_odd_resident_numbers(services: Services, tmp_path: Path):
    head = (*HEAD[:1], "주민등록번호")
    rows = [
        ("가상일", "410230-2000000"),
        ("가상이", "410305-2000000"),
        ("가상삼", "410305-2******"),
        ("가상사", "999999-9999999"),
    ]
    shown = preview(services, tmp_path / "주민.csv", as_csv([head, *rows]))
    assert [row.state is RowState.BAD for row in shown.rows] == [True, False, False, True]
    for row in shown.rows:
        assert "2000000" not in repr(row)


def test_old_workbooks_that_are_locked_or_cut(services: Services, tmp_path: Path):
    path = tmp_path / "옛.xls"
    rows = rows_of(["집"])
    path.write_bytes(old_workbook(rows, locked=True))
    with pytest.raises(ListFileLockedError):
        services.imports.read(path)
    path.write_bytes(old_workbook(rows)[:3000])
    with pytest.raises(ListFileDamagedError):
        services.imports.read(path)
