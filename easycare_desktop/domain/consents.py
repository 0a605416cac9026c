"""Consent records: one line per purpose, never edited, only followed by another line."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal, Refusal


class ConsentResult(Enum):
    """What was said."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConsentMethod(Enum):
    """How it was said (Personal Information Protection Act, Decree art. 17(2))."""

    PAPER = "paper"
    PHONE = "phone"
    EMAIL = "email"
    FAX = "fax"
    POST = "post"
    IN_PERSON = "in_person"
    HOMEPAGE = "homepage"


class Capacity(Enum):
    """In which capacity somebody signs or applies (Decree art. 45)."""

    SELF = "self"
    HEAD = "head"
    LEGAL_GUARDIAN = "legal_guardian"
    AGENT = "agent"
    PARENT_OF_MINOR = "parent_of_minor"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """The open columns of one consent line."""

    id: int
    person_id: int
    purpose: str
    text_version: str
    result: ConsentResult
    method: ConsentMethod
    said_on: date
    recorded_at: datetime
    account_id: int
    until: date | None
    paper_id: int | None
    evidence_id: int | None

    def lives_on(self, day: date) -> bool:
        """Tell whether this line is a consent that has not run out on `day`."""
        given = self.result is ConsentResult.GIVEN
        return given and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: sealed with the consent paper. `proof`: code of the paper that shows it, seen."""

    name: str
    capacity: Capacity
    relation: str = ""
    note: str = ""
    proof: str = ""
    proof_on: date | None = None


class ConsentAlreadyWithdrawnError(Refusal):
    """There is no living consent for this purpose to withdraw."""

    def __init__(self, purpose: str) -> None:
        super().__init__(purpose)
        self.purpose = purpose


class ConsentMissingError(Refusal):
    """This item group may be stored only with consent, and none is on record."""

    def __init__(self, group: str, purpose: str) -> None:
        super().__init__(group, purpose)
        self.group = group
        self.purpose = purpose


class ConsentDateInFutureError(InputRefusal):
    """A consent cannot have been given on a day that has not come."""


class ConsentTooLongError(InputRefusal):
    """A consent lasts no longer than the text that was signed says. `last`: its last day."""

    def __init__(self, field: str, last: date) -> None:
        super().__init__(field)
        self.last = last


class NothingSaidError(Refusal):
    """A form on which nothing was answered is no consent form."""


class WithdrawnBeforeGivenError(InputRefusal):
    """A consent cannot have been withdrawn before the day on which it was given."""

    def __init__(self, field: str, given_on: date) -> None:
        super().__init__(field)
        self.given_on = given_on


def current_lines(lines: list[ConsentLine]) -> dict[str, ConsentLine]:
    """Return the newest line per purpose."""
    newest: dict[str, ConsentLine] = {}
    for line in sorted(lines, key=lambda each: (each.said_on, each.id)):
        newest[line.purpose] = line
    return newest
