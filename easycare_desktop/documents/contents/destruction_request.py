"""개인정보파일 파기 요청서: asked before, decided by the officer, recorded afterwards."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class RequestedGroup:
    """One item group that is to go: how many holdings, collected since when, what for."""

    label: str
    count: int
    collected_on: date | None
    work: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class StayingGroup:
    """One item group that moves to separate storage instead, under which article, until when."""

    label: str
    article: str
    until: date | None


@dataclass(frozen=True, slots=True)
class DestructionRequest:
    """The request for one plan. `persons` are numbers, never names.

    `backup` and `media` say what becomes of the backups and of media; the days are empty until
    the plan was approved or carried out.
    """

    office: Office
    facts: PrintFacts
    plan_number: str
    written_on: date
    written_by: str
    persons: str
    going: tuple[RequestedGroup, ...]
    staying: tuple[StayingGroup, ...]
    cause: str
    due_on: date
    backup: str
    media: str
    outside: tuple[tuple[str, str], ...] = ()
    note: str = ""
    approved_on: date | None = None
    approved_by: str = ""
    carried_out_on: date | None = None
    handled_by: str = ""
    witness: str = ""
    digest: str = ""
