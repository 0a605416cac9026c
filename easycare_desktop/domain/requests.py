"""The request to cancel and endings without a form: one machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.second_notices import Telling


class Relation(Enum):
    """A: the office as customer of its program's maker. B: care, work and enquiry relations."""

    A = "A"
    B = "B"


class RequestScope(Enum):
    """How much is cancelled."""

    ALL = "all"
    PART = "part"


class RequestState(Enum):
    """Steps of a request."""

    TAKEN = "taken"
    VERIFIED = "verified"
    SETTLED = "settled"
    DECIDED = "decided"
    CARRIED_OUT = "carried_out"
    NOTIFIED = "notified"
    CLOSED = "closed"
    SENT = "sent"
    TAKEN_BACK = "taken_back"


class Channel(Enum):
    """How data or a request reached the office."""

    VISIT = "visit"
    POST = "post"
    FAX = "fax"
    PHONE = "phone"
    EMAIL = "email"
    HOMEPAGE = "homepage"


class Proof(Enum):
    """How it was checked who applied (Decree art. 46)."""

    ID_CARD = "id_card"
    KNOWN_IN_PERSON = "known_in_person"
    CALL_BACK = "call_back"
    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP_RECORD = "guardianship_record"
    FAMILY_RECORD = "family_record"


_ALLOWED: Mapping[RequestState, frozenset[RequestState]] = MappingProxyType(
    {
        RequestState.TAKEN: frozenset(
            {RequestState.VERIFIED, RequestState.TAKEN_BACK, RequestState.SENT}
        ),
        RequestState.VERIFIED: frozenset({RequestState.SETTLED, RequestState.TAKEN_BACK}),
        RequestState.SETTLED: frozenset({RequestState.DECIDED, RequestState.TAKEN_BACK}),
        RequestState.DECIDED: frozenset(
            {RequestState.CARRIED_OUT, RequestState.SETTLED, RequestState.TAKEN_BACK}
        ),
        RequestState.CARRIED_OUT: frozenset({RequestState.NOTIFIED}),
        RequestState.NOTIFIED: frozenset({RequestState.CLOSED}),
        RequestState.SENT: frozenset({RequestState.CLOSED}),
        RequestState.CLOSED: frozenset(),
        RequestState.TAKEN_BACK: frozenset(),
    }
)
OPEN_STATES = frozenset(RequestState) - {RequestState.CLOSED, RequestState.TAKEN_BACK}
UNTOLD = OPEN_STATES - {RequestState.NOTIFIED, RequestState.SENT}
IN_WORK = UNTOLD - {RequestState.CARRIED_OUT}


@dataclass(frozen=True, slots=True)
class Request:
    """The open columns of a request."""

    id: int
    number: str
    relation: Relation
    person_id: int
    holding_id: int
    scope: RequestScope
    state: RequestState
    channel: Channel
    with_form: bool
    received_on: date
    due_on: date
    wish_on: date
    last_service_on: date | None
    ending: EndingReason | None
    verified_on: date | None = None
    decided_on: date | None = None
    carried_out_on: date | None = None
    notified_on: date | None = None
    told_how: Telling | None = None
    destruction_id: int | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applied: sealed in the request's holding."""

    name: str
    phone: str
    capacity: Capacity
    relation: str = ""
    birth: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What the signed form says, as it was taken in.

    `reason` is the code of the reason ticked on the form where it says more than `ending`.
    """

    relation: Relation
    person_id: int
    applicant: Applicant
    scope: RequestScope
    channel: Channel
    received_on: date
    wish_on: date
    last_service_on: date | None
    ending: EndingReason
    withdrawn_purposes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    wants_copy: bool = False
    remark: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """How and when the applicant was checked."""

    proofs: tuple[Proof, ...]
    checked_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Money in won and copies before the decision. `no_copy_reason`: why none is given."""

    unpaid: int = 0
    refund: int = 0
    bank: str = ""
    account: str = ""
    holder: str = ""
    copy_given_on: date | None = None
    copy_received_by: str = ""
    note: str = ""
    no_copy_reason: str = ""


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """The sealed side of a request, opened."""

    request: Request
    applicant: Applicant
    verification: Verification | None
    settlement: Settlement | None
    withdrawn_purposes: tuple[str, ...]
    told: tuple[str, ...]
    wants_copy: bool
    remark: str
    extra: Mapping[str, str] = field(default_factory=dict)


def check_step(current: RequestState, wanted: RequestState) -> None:
    """Raise `RequestStepError` unless the state machine allows the step."""
    if wanted not in _ALLOWED[current]:
        raise RequestStepError(current, wanted)


PROOFS_NEEDED: Mapping[Capacity, frozenset[Proof]] = MappingProxyType(
    {
        Capacity.SELF: frozenset({Proof.ID_CARD, Proof.KNOWN_IN_PERSON, Proof.CALL_BACK}),
        Capacity.HEAD: frozenset({Proof.ID_CARD, Proof.KNOWN_IN_PERSON, Proof.CALL_BACK}),
        Capacity.LEGAL_GUARDIAN: frozenset({Proof.GUARDIANSHIP_RECORD}),
        Capacity.AGENT: frozenset({Proof.POWER_OF_ATTORNEY}),
        Capacity.PARENT_OF_MINOR: frozenset({Proof.FAMILY_RECORD}),
    }
)


def check_proof(capacity: Capacity, verification: Verification) -> None:
    """Raise `ProofMissingError` unless a paper fit for the capacity was seen.

    A child is not a legal representative of an adult parent: an agent brings a power of attorney
    (Enforcement Decree of the Personal Information Protection Act, art. 45 and 46).
    """
    if not PROOFS_NEEDED[capacity] & set(verification.proofs):
        raise ProofMissingError(capacity)


class RequestStepError(Refusal):
    """A request cannot go from one step to the other."""

    def __init__(self, current: RequestState, wanted: RequestState) -> None:
        super().__init__(current, wanted)
        self.current = current
        self.wanted = wanted


class RequestNotFoundError(Refusal):
    """No request has this id."""

    def __init__(self, request_id: int) -> None:
        super().__init__(request_id)
        self.request_id = request_id


class ProofMissingError(Refusal):
    """The paper that this capacity needs was not seen."""

    def __init__(self, capacity: Capacity) -> None:
        super().__init__(capacity)
        self.capacity = capacity


class ApplicantNotToldError(InputRefusal):
    """The three things that an applicant must hear were not all told."""


class DateInFutureError(InputRefusal):
    """The day has not come yet."""


TOLD_ITEMS = ("service_ends", "law_keeps", "no_return")
