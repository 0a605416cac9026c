"""What a signed form may say of a person."""

from datetime import date

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.holdings import HoldingContent
from easycare_desktop.domain.people import (
    ENDINGS_OF_KIND,
    EndingNotPossibleError,
    EndingReason,
    Person,
    PersonKind,
)
from easycare_desktop.domain.request_refusals import OpenRequestExistsError, RecordGoneError
from easycare_desktop.domain.requests import (
    IN_WORK,
    Applicant,
    Intake,
    Request,
    RequestScope,
    Verification,
)
from easycare_desktop.domain.signers import CapacityLapsedError, check_age
from easycare_desktop.services.ending_days import check_on_record
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork


def check_ending(uow: UnitOfWork, person: Person, intake: Intake) -> None:
    """Raise `EndingNotPossibleError` where the reason does not fit, or the last day is missing.

    Raises `LastDayTooEarlyError` where it would end before a day that is on record.
    """
    possible = {*ENDINGS_OF_KIND[person.kind], EndingReason.CANCELLED}
    service_day_missing = (
        person.kind is PersonKind.RECIPIENT
        and intake.scope is RequestScope.ALL
        and intake.last_service_on is None
    )
    if intake.ending not in possible or service_day_missing:
        raise EndingNotPossibleError(person.number, intake.ending)
    if intake.scope is RequestScope.ALL:
        check_on_record(uow, person.id, intake.wish_on, intake.last_service_on)


def record_of(uow: UnitOfWork, request: Request) -> HoldingContent:
    """Open what a request says; raise `RecordGoneError` where it does not lie here any more."""
    if uow.holdings.get(request.holding_id) is None:
        raise RecordGoneError(request.number)
    return uow.holdings.open(request.holding_id)


def check_no_case(uow: UnitOfWork, person: Person) -> None:
    """Raise `OpenRequestExistsError` where a request of the person is not carried out yet."""
    for request in uow.requests.open_of(person.id):
        if request.state in IN_WORK:
            raise OpenRequestExistsError(request.number)


def check_can_sign(
    office: OpenOffice, uow: UnitOfWork, person: Person, capacity: Capacity, on: date
) -> None:
    """Raise `ChildSignsError` where the person was a child on that day and signs alone."""
    identity = uow.holdings.open_group(person.id, "identity")
    birth = identity.values.get("birth", "") if identity else ""
    check_age(capacity, birth, on, office.law.deadlines.period("age_of_consent"))


def check_still_guardian(
    uow: UnitOfWork, person: Person, applicant: Applicant, checked: Verification
) -> None:
    """Raise `CapacityLapsedError` where a guardian who is on record was one until an earlier day.

    Who shows a newer paper is corrected among the guardians first.
    """
    if applicant.capacity is not Capacity.LEGAL_GUARDIAN:
        return
    for guardian_id in uow.people.guardians_of(person.id):
        content = uow.holdings.open_group(guardian_id, "identity")
        known = content.values if content else {}
        until = known.get("capacity_until", "")
        lapsed = until and date.fromisoformat(until) < checked.checked_on
        if lapsed and known.get("name") == applicant.name:
            raise CapacityLapsedError(date.fromisoformat(until))
