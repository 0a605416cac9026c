"""「비상 열쇠 종이」: the recovery sheet."""

from dataclasses import dataclass, field
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Five groups of five characters. `groups` never shows in a repr, a digest or metadata."""

    office: Office
    facts: PrintFacts
    sheet_number: int
    made_on: date
    groups: tuple[str, ...] = field(repr=False)
    copy_label: str = ""
