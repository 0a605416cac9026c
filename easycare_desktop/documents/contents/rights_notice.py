"""정정·처리정지 결과 통지서: what the office did about single data, and why not more."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Addressee, Office, PrintFacts, ReliefBody


@dataclass(frozen=True, slots=True)
class FieldBeforeAfter:
    """One field as it stood and as it stands."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AnsweredAsk:
    """One thing that was asked. `asked` and `result` read as on screens; `stops`: of a stop.

    `why`: why not all of it was done; empty where it was.
    """

    label: str
    asked: str
    asked_on: date | None
    result: str
    granted: bool
    stops: bool
    why: str
    changes: tuple[FieldBeforeAfter, ...] = ()


@dataclass(frozen=True, slots=True)
class RightsNotice:
    """Tells a person what became of what they asked (Decree arts. 43(3), 44(2))."""

    office: Office
    facts: PrintFacts
    addressee: Addressee
    person_number: str
    issued_on: date
    asks: tuple[AnsweredAsk, ...]
    relief: tuple[ReliefBody, ...]
