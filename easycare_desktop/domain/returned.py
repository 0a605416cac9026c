"""Signed papers that come back: what was printed, what came in, what speaks against filing."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import Channel


class FormUse(Enum):
    """What comes of a form that is back: consents, a request, or a paper to be kept as it is."""

    CONSENT = "consent"
    REQUEST = "request"
    PAPER = "paper"


class ReturnedState(Enum):
    """Where a paper stands that came back."""

    WAITING = "waiting"
    FILED = "filed"
    DROPPED = "dropped"


class Doubt(Enum):
    """Why a person has to decide; in the order in which it is told."""

    NO_CODE = "no_code"
    OTHER_OFFICE = "other_office"
    OTHER_PROGRAM = "other_program"
    UNKNOWN_NUMBER = "unknown_number"
    CODE_DIFFERS = "code_differs"
    USED_NUMBER = "used_number"
    OLD_EDITION = "old_edition"
    PERSON_ENDED = "person_ended"
    PAGE_MISSING = "page_missing"
    UNSIGNED = "unsigned"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """What is remembered of a form that was printed with a code.

    `boxes`: the boxes to sign in as JSON, see `documents.sign_boxes`. `person_id` is empty on a
    blank form.
    """

    id: int
    number: str
    paper_id: int
    form: str
    edition: str
    pages: int
    person_id: int | None
    request_id: int | None
    boxes: str


@dataclass(frozen=True, slots=True)
class Returned:
    """The open columns of a paper that came back; its pages lie sealed in the holding.

    `doubt` is empty where all is as it should be. `received_on`: the day of receipt, from which
    statutory periods count. `person_id`: whose it is, once filed. `digest`: of the file it came in.
    """

    id: int
    holding_id: int
    slip_id: int | None
    doubt: Doubt | None
    state: ReturnedState
    received_on: date
    channel: Channel
    pages: int
    layout: str
    added_at: datetime
    account_id: int
    digest: str
    person_id: int | None = None
    filed_at: datetime | None = None


class ReturnedNotWaitingError(Refusal):
    """The paper was filed or taken out already."""


class ReceivedInFutureError(InputRefusal):
    """A paper cannot have been received on a day that has not come."""


class WrongUseError(Refusal):
    """The paper is another kind of form than what it shall be filed as. `form`: its use."""

    def __init__(self, form: FormUse) -> None:
        super().__init__(form)
        self.form = form


class SlipOfSomebodyElseError(Refusal):
    """The number was printed for another person; filing it here needs no guess but a new form."""
