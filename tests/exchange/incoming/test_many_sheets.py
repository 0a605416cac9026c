"""A year of sheets, each with a cell that somebody has left far away, is no bomb."""

import io

import pytest
import xlsxwriter

from easycare_desktop.exchange.incoming.reading import read_content
from easycare_desktop.exchange.incoming.refusals import ListFileTooLargeError


@pytest.mark.parametrize(("sheets", "is_read"), [(36, True), (101, False)])
def test_what_all_sheets_reach_is_bounded_together(sheets: int, *, is_read: bool):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for number in range(sheets):
            page = book.add_worksheet(f"{number}월")
            page.write(0, 0, "성명")
            page.write(999, 99, "x")
    if is_read:
        assert len(read_content(out.getvalue())) == sheets
        return
    with pytest.raises(ListFileTooLargeError):
        read_content(out.getvalue())
