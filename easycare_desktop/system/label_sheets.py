"""Reads the sheets of address labels from `resources/labels/sheets.toml`."""

from pathlib import Path

from easycare_desktop.domain.labels import LabelSheet
from easycare_desktop.system.toml_rows import Row, read_rows


def load_label_sheets(folder: Path) -> tuple[LabelSheet, ...]:
    """Return the sheets, the usual one first. Raises `RuleFileError`."""
    file = read_rows(folder / "sheets.toml")
    sheets = tuple(map(_sheet, file.rows("sheet")))
    file.finish()
    return sheets


def _sheet(row: Row) -> LabelSheet:
    sheet = LabelSheet(
        code=row.text("code"),
        name=row.text("name"),
        columns=row.number("columns"),
        rows=row.number("rows"),
        width=row.number("width"),
        height=row.number("height"),
        left=row.number("left"),
        top=row.number("top"),
        across=row.number("across"),
    )
    row.finish()
    return sheet
