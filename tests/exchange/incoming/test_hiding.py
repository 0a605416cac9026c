"""Rows and columns that Excel does not show are read, and known for what they are."""

import io
import struct

import pytest
import xlsxwriter

from easycare_desktop.exchange.incoming.grid import Grid
from easycare_desktop.exchange.incoming.reading import read_content
from tests.helpers.old_workbooks import old_workbook


def hidden_in(grid: Grid) -> tuple[list[int], list[int]]:
    return [row.number for row in grid.rows if row.hidden], sorted(grid.aside)


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        plain, page = book.add_worksheet("앞"), book.add_worksheet("명단 & 표")
        plain.write_row(0, 0, ["성명"])
        for number in range(5):
            page.write_row(number, 0, [f"칸{number}", "나", "다", "라"])
        page.set_row(2, None, None, {"hidden": True})
        page.set_row(4, 0)
        page.set_column(1, 2, None, None, {"hidden": True})
        page.set_column(300, 16_000, None, None, {"hidden": True})
    return out.getvalue()


def test_what_a_workbook_hides_is_known_sheet_by_sheet():
    hiding, plain = read_content(workbook())
    assert (hiding.name, hidden_in(hiding)) == ("명단 & 표", ([3, 5], [1, 2]))
    assert [row.number for row in hiding.rows] == [1, 2, 3, 4, 5]
    assert hidden_in(plain) == ([], [])


def test_rows_that_a_filter_leaves_out_are_hidden():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.autofilter(0, 0, 2, 1)
        page.filter_column(1, "x == 이용")
        page.write_row(0, 0, ["성명", "상태"])
        page.write_row(1, 0, ["가상일", "이용"])
        page.write_row(2, 0, ["가상이", "종료"])
        page.set_row(2, options={"hidden": True})
    (grid,) = read_content(out.getvalue())
    assert hidden_in(grid) == ([3], [])


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


@pytest.mark.parametrize(("options", "hidden"), [(0x0120, [2]), (0x0100, [])])
def test_an_old_workbook_hides_too(options: int, hidden: list[int]):
    aside = _record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 2, 255, 0, 0, options, 0x0F))
    aside += _record(0x007D, struct.pack("<HHHHHH", 1, 1, 2048, 15, int(bool(hidden)), 0))
    content = old_workbook([["성명", "수"], ["가상일", 12345.0]], beside=aside)
    (grid,) = read_content(content)
    assert hidden_in(grid) == (hidden, [1] if hidden else [])


def test_tables_that_are_marked_up_hide_as_well():
    head = "<tr><td>성명</td><td>주소</td></tr>"
    page = (
        "<table><col><col span=1 style='display : none'>"
        f"{head}<tr height=0 style='DISPLAY:none'><td>가상일</td><td>길</td></tr></table>"
    )
    (grid,) = read_content(page.encode())
    assert hidden_in(grid) == ([2], [1])
    for word, hidden in (("hidden", [2]), ("hidden='hidden'", [2]), ("hidden=0", [])):
        row = f"<tr {word}><td>가상일</td><td>길</td></tr>"
        (grid,) = read_content(f"<table>{head}{row}</table>".encode())
        assert hidden_in(grid) == (hidden, [])
    cells = "<Cell><Data>가</Data></Cell><Cell><Data>나</Data></Cell>"
    book = (
        "<?xml version='1.0'?><Workbook><Worksheet ss:Name='명단'><Table>"
        "<Column ss:Index='2' ss:Hidden='1'/>"
        f"<Row>{cells}</Row><Row ss:Hidden='1'>{cells}</Row></Table></Worksheet></Workbook>"
    )
    (grid,) = read_content(book.encode())
    assert hidden_in(grid) == ([2], [1])
