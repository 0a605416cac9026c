"""Lists that were brought in, by number."""

from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.row_numbers import printed_number


@dataclass(frozen=True, slots=True)
class ImportRun:
    """A list that was brought in: counts of persons registered and corrected."""

    id: int
    number: str
    kind: PersonKind
    made_at: datetime
    account_id: int
    added: int
    changed: int
    undone_at: datetime | None = None


def import_number(sequence: int) -> str:
    """Return the number of the `sequence`-th list, e.g. L-00012."""
    return f"L-{printed_number(sequence, 5)}"
