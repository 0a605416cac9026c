"""개별계정 운영 확인서: one person, one account, and nobody uses another's."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account: whose, what for, since when, and when the password was last set."""

    name: str
    role: str
    state: str
    since: date
    password_on: date
    active: bool = True
    first_password: bool = False


@dataclass(frozen=True, slots=True)
class AccountStatement:
    """The accounts of the office on one day; each person signs beside the own line."""

    office: Office
    facts: PrintFacts
    as_of: date
    rows: tuple[AccountRow, ...]
