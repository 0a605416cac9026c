"""Persons: a number, a kind, and the holdings that carry the number."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from easycare_desktop.domain.refusals import InputRefusal, Refusal


class PersonKind(Enum):
    """Whose data it is."""

    RECIPIENT = "recipient"
    GUARDIAN = "guardian"
    STAFF = "staff"
    JOBSEEKER = "jobseeker"
    ENQUIRER = "enquirer"
    SUBSCRIBER = "subscriber"
    OFFICE = "office"

    __hash__ = object.__hash__  # each is there once; they are asked for with every cell of a list


class PersonState(Enum):
    """How far a person's data has come. GONE keeps the number and nothing else."""

    ACTIVE = "active"
    ENDING = "ending"
    SEPARATED = "separated"
    GONE = "gone"


class EndingReason(Enum):
    """Why the relation ended. Endings mostly come without a form."""

    CANCELLED = "cancelled"
    DEATH = "death"
    FACILITY = "facility"
    OTHER_AGENCY = "other_agency"
    CONTRACT_END = "contract_end"
    LEFT_JOB = "left_job"
    NOT_HIRED = "not_hired"
    NO_CONTRACT = "no_contract"
    RELATION_END = "relation_end"


ENDINGS_OF_KIND: dict[PersonKind, tuple[EndingReason, ...]] = {
    PersonKind.RECIPIENT: (
        EndingReason.DEATH,
        EndingReason.FACILITY,
        EndingReason.OTHER_AGENCY,
        EndingReason.CONTRACT_END,
    ),
    PersonKind.GUARDIAN: (
        EndingReason.RELATION_END,
        EndingReason.CONTRACT_END,
        EndingReason.DEATH,
    ),
    PersonKind.STAFF: (EndingReason.LEFT_JOB, EndingReason.DEATH),
    PersonKind.JOBSEEKER: (EndingReason.NOT_HIRED,),
    PersonKind.ENQUIRER: (EndingReason.NO_CONTRACT,),
    PersonKind.SUBSCRIBER: (EndingReason.CONTRACT_END,),
    PersonKind.OFFICE: (),
}


class Person(NamedTuple):
    """What stands in open columns of a person: numbers, codes and dates."""

    id: int
    number: str
    kind: PersonKind
    state: PersonState
    registered_on: date
    ended_on: date | None = None
    last_service_on: date | None = None
    ending: EndingReason | None = None


def person_number(sequence: int) -> str:
    """Return the number printed for the `sequence`-th person, e.g. P-00128. Never used twice."""
    return f"P-{sequence:05d}"


def sequence_of(number: str) -> int:
    """Return the place of a person's number in their series."""
    return int(number.removeprefix("P-"))


class PersonNotFoundError(Refusal):
    """No person in use carries this id; also said of persons who are only kept apart."""

    def __init__(self, person_id: int) -> None:
        super().__init__(person_id)
        self.person_id = person_id


class PersonHasEndedError(Refusal):
    """The relation has ended: nothing more is collected or changed."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class EndingNotPossibleError(Refusal):
    """This ending does not exist for this kind of person, or the last day lies before the first."""

    def __init__(self, number: str, ending: EndingReason | None) -> None:
        super().__init__(number, ending)
        self.number = number
        self.ending = ending


class LastDayTooEarlyError(InputRefusal):
    """The day lies before one that is on record: nobody leaves before they came.

    `on_record`: the earliest day that is possible. A wrong year would let go what law keeps.
    """

    def __init__(self, field: str, on_record: date) -> None:
        super().__init__(field)
        self.on_record = on_record


class EndAheadError(Refusal):
    """The relation has not ended yet: until that day nothing is decided, approved or destroyed."""

    def __init__(self, ends_on: date) -> None:
        super().__init__(ends_on)
        self.ends_on = ends_on


def last_of(ended_on: date, last_service_on: date | None) -> date:
    """Return the day with which a relation is over: the day of the end or of the last service."""
    return max(ended_on, last_service_on or ended_on)


def check_ended(ends_on: date, today: date) -> None:
    """Raise `EndAheadError` before the day with which a relation is over."""
    if today < ends_on:
        raise EndAheadError(ends_on)
