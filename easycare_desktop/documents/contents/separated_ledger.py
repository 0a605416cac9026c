"""분리보관 대장 and 분리보관 열람대장: numbers only."""

from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.documents.values import NO_NAMES, ApprovalNames, Office, PrintFacts


@dataclass(frozen=True, slots=True)
class SeparatedRow:
    """One separated holding: what, on which article, until when, where, moved by whom."""

    person_number: str
    group: str
    article: str
    counted_from: date | None
    until: date | None
    moved_on: date
    place: str
    moved_by: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class SeparatedLedger:
    """All separated holdings as of a day."""

    office: Office
    facts: PrintFacts
    as_of: date
    rows: tuple[SeparatedRow, ...]
    approval: ApprovalNames = NO_NAMES


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One opening of a separated holding, with its reason."""

    read_at: datetime
    read_by: str
    person_number: str
    group: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadingLedger:
    """All openings in a span of days."""

    office: Office
    facts: PrintFacts
    since: date
    until: date
    rows: tuple[ReadingRow, ...]
    approval: ApprovalNames = NO_NAMES
