"""What goes into a spreadsheet: frozen values, no workbook yet."""

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """Who took the list out of the program, when and why; stands on a sheet of its own."""

    office: str
    exported_at: datetime
    exported_by: str
    reason: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """Head and width (in characters) of a column."""

    title: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list: rows have one cell for each column. Text stays text, whatever it begins with."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
