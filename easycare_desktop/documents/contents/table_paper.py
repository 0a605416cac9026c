"""A plain table on paper: 접속기록 목록, 동의 현황 and other lists."""

from dataclasses import dataclass
from enum import Enum

from easycare_desktop.documents.values import ApprovalNames, Office, PrintFacts


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and where its text stands."""

    title: str
    weight: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class TablePaper:
    """A titled table. `facts_above`: label and text over it; `notes`: sentences below."""

    office: Office
    facts: PrintFacts
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    facts_above: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = True
    empty: str = "해당하는 내용이 없습니다."
    approval: ApprovalNames | None = None
