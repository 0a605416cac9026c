"""A list as an xlsx workbook: frozen head, filter, printable on A4, and no formulas, ever."""

import io
from datetime import date, datetime
from importlib import import_module
from typing import Any

from easycare_desktop.exchange.sheets import Cell, ExportFacts, Sheet

FACTS_SHEET = "내보낸 기록"
PRACTICE = "연습용"
LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(sheet: Sheet, facts: ExportFacts) -> bytes:
    """Return the xlsx. Nothing is written to disk, not even for a moment."""
    out = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(out, _OPTIONS)
    created = facts.exported_at.replace(tzinfo=None)
    book.set_properties({"title": sheet.title, "author": facts.office, "created": created})
    formats = _formats(book)
    _write_list(book.add_worksheet(_name(sheet, facts)), sheet, facts, formats)
    _write_facts(book.add_worksheet(FACTS_SHEET), sheet, facts, formats)
    book.close()
    return out.getvalue()


def _formats(book: Any) -> dict[str, Any]:  # noqa: ANN401 - xlsxwriter has no types
    base = {"valign": "vcenter", "text_wrap": True, "bottom": 4}
    return {
        "head": book.add_format(
            {"bold": True, "bg_color": "#F0F1F3", "border": 1, "align": "center"}
        ),
        "text": book.add_format({**base, "num_format": "@"}),
        "number": book.add_format({**base, "num_format": "#,##0"}),
        "day": book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "center"}),
        "moment": book.add_format({**base, "num_format": "yyyy-mm-dd hh:mm:ss", "align": "center"}),
        "label": book.add_format({"bold": True, "bg_color": "#F0F1F3", "border": 1}),
    }


def _name(sheet: Sheet, facts: ExportFacts) -> str:
    name = f"{PRACTICE} {sheet.title}" if facts.practice else sheet.title
    return name.translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip() or "목록"


def _write_list(page: Any, sheet: Sheet, facts: ExportFacts, formats: dict[str, Any]) -> None:  # noqa: ANN401
    for column, head in enumerate(sheet.columns):
        page.set_column(column, column, head.width)
        page.write_string(0, column, head.title, formats["head"])
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(page, (number, column), cell, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    mark = f" [{PRACTICE}]" if facts.practice else ""
    page.set_header(f"&L{_plain(facts.office)}{mark}&R{_plain(sheet.title)}")
    page.set_footer("&C&P / &N")


def _write_cell(page: Any, place: tuple[int, int], cell: Cell, formats: dict[str, Any]) -> None:  # noqa: ANN401
    row, column = place
    match cell:
        case None | "":
            page.write_blank(row, column, None, formats["text"])
        case datetime():
            page.write_datetime(row, column, cell.replace(tzinfo=None), formats["moment"])
        case date():
            page.write_datetime(row, column, cell, formats["day"])
        case int():
            page.write_number(row, column, cell, formats["number"])
        case _:
            page.write_string(row, column, cell[:LONGEST_TEXT], formats["text"])


def _write_facts(page: Any, sheet: Sheet, facts: ExportFacts, formats: dict[str, Any]) -> None:  # noqa: ANN401
    lines: tuple[tuple[str, Cell], ...] = (
        ("기관", f"{facts.office} ({PRACTICE})" if facts.practice else facts.office),
        ("목록", sheet.title),
        ("건수", len(sheet.rows)),
        ("내보낸 일시", facts.exported_at),
        ("내보낸 사람", facts.exported_by),
        ("사유", facts.reason),
    )
    page.set_column(0, 0, 14)
    page.set_column(1, 1, 48)
    for row, (label, cell) in enumerate(lines):
        page.write_string(row, 0, label, formats["label"])
        _write_cell(page, (row, 1), cell, formats)


def _plain(text: str) -> str:
    """Return the text so that a page head shows it as it is ("&" begins a code there)."""
    return text.replace("&", "&&")
