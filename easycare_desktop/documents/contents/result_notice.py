"""이용취소(동의철회) 처리결과 통지서 (Act art. 37(4), Decree art. 44(2))."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.documents.values import (
    Addressee,
    GoneItem,
    KeptItem,
    Office,
    PrintFacts,
    ReliefBody,
)


class Outcome(Enum):
    """How far the request was met."""

    ALL = "all"
    PART = "part"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Unhandled:
    """What was not done, why, and on which article that rests."""

    label: str
    reason: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class SettlementResult:
    """Money at the end, in won."""

    unpaid: int = 0
    refund: int = 0
    account: str = ""
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A copy that was given out before the end."""

    medium: str
    received_by: str
    received_on: date


@dataclass(frozen=True, slots=True)
class ResultNotice:
    """The answer to the applicant. Any of `open_points` makes it 일부 완료.

    `certificate_number`: under which the destruction was approved, as the certificate says.
    `guardians`: whether data of guardians that went or stays with it is counted, too.
    `copy_wanted`: whether a copy was asked for. `rest`: how many other items stay as they were.
    """

    office: Office
    facts: PrintFacts
    addressee: Addressee
    request_number: str
    request_kind: str
    received_on: date
    outcome: Outcome
    issued_on: date
    gone: tuple[GoneItem, ...] = ()
    kept: tuple[KeptItem, ...] = ()
    withdrawn: tuple[str, ...] = ()
    settlement: SettlementResult | None = None
    handed_over: HandedOver | None = None
    unhandled: tuple[Unhandled, ...] = ()
    open_points: tuple[str, ...] = ()
    certificate_number: str = ""
    guardians: bool = False
    rest: int = 0
    copy_wanted: bool = False
    relief: tuple[ReliefBody, ...] = ()
