"""Requests beside each other: a second one, a death meanwhile, a guardian who asks too."""

from datetime import date

import pytest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.holdings import Holding
from easycare_desktop.domain.people import EndingReason, Person, PersonKind, PersonState
from easycare_desktop.domain.request_refusals import OpenRequestExistsError, RecordGoneError
from easycare_desktop.domain.requests import (
    Applicant,
    Proof,
    Request,
    RequestScope,
    RequestState,
    Settlement,
    Verification,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.several_endings import EndingDays
from tests.helpers.cases import (
    GUARDIAN,
    LAST_SERVICE,
    approval_of,
    decided,
    intake_of,
    known_person,
    next_day,
    settled,
    tell_result,
)
from tests.helpers.pdf_words import words_of

ENDED = date(2026, 11, 23)
PHOTO = {"scope": RequestScope.PART, "withdrawn_purposes": ("newsletter_photo",)}


def carried_out(services: Services, plan: Plan | None) -> None:
    assert plan is not None
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)


def died(services: Services, person: Person) -> Plan | None:
    days = EndingDays(EndingReason.DEATH, ENDED, LAST_SERVICE)
    return services.several_endings.end_one(person.id, EndingReason.DEATH, days).plan


def now(services: Services, request: Request) -> Request:
    lines = services.requests.all()
    return next(line.request for line in lines if line.request.id == request.id)


def record_of(services: Services, request: Request) -> Holding | None:
    holdings = services.people.open(request.person_id).holdings
    return next((each for each in holdings if each.id == request.holding_id), None)


def checked(services: Services, request: Request, proof: Proof = Proof.ID_CARD) -> None:
    services.requests.verify(request.id, Verification((proof,), services.office.today()))
    services.requests.settle(request.id, Settlement())


def test_a_withdrawal_that_is_not_told_yet_stops_no_cancellation(services: Services):
    person = known_person(services)
    part = decided(services, person, **PHOTO)
    carried_out(services, part.plan)
    whole = decided(services, person)
    assert whole.plan is not None
    carried_out(services, whole.plan)
    tell_result(services, part.request.id)
    assert tell_result(services, whole.request.id).state is RequestState.CLOSED


def test_a_withdrawal_that_waits_is_answered_with_the_cancellation(services: Services):
    person = known_person(services)
    part = decided(services, person, **PHOTO)
    whole = decided(services, person)
    assert whole.plan is not None
    assert now(services, part.request).destruction_id == whole.plan.id
    carried_out(services, whole.plan)
    assert now(services, part.request).state is RequestState.CARRIED_OUT


def test_a_second_cancellation_is_refused(services: Services):
    person = known_person(services)
    settled(services, person)
    with pytest.raises(OpenRequestExistsError):
        services.requests.take(intake_of(services, person))


def test_a_death_takes_an_open_case_over_and_it_is_answered(services: Services):
    person = known_person(services)
    request = services.requests.take(intake_of(services, person, wish_on=date(2026, 12, 31)))
    plan = died(services, person)
    assert plan is not None
    assert request.holding_id not in plan.doomed | plan.separated
    carried_out(services, plan)
    assert now(services, request).state is RequestState.TAKEN
    checked(services, request)
    answered = services.decisions.decide(request.id)
    assert answered.request.state is RequestState.CARRIED_OUT
    assert answered.plan is not None
    assert answered.plan.id == plan.id
    words = words_of(services.papers.make(PaperKind.RESULT_NOTICE, request.id, "통지").pdf)
    assert "행복시나눔구봄길77" in words
    assert tell_result(services, request.id).state is RequestState.CLOSED


def test_a_form_that_comes_after_the_ending_is_answered_with_it(services: Services):
    person = known_person(services)
    plan = died(services, person)
    daughter = Applicant("홍길순", "010-0000-5678", Capacity.AGENT, "딸")
    request = services.requests.take(intake_of(services, person, applicant=daughter))
    checked(services, request, Proof.POWER_OF_ATTORNEY)
    assert services.decisions.decide(request.id).request.state is RequestState.DECIDED
    carried_out(services, plan)
    assert now(services, request).state is RequestState.CARRIED_OUT
    words = words_of(services.papers.make(PaperKind.RESULT_NOTICE, request.id, "통지").pdf)
    assert "홍길순" in words


def test_a_death_that_is_taken_back_leaves_the_case_as_it_was(services: Services):
    person = known_person(services)
    request = settled(services, person)
    died(services, person)
    joined = services.decisions.decide(request.id)
    assert joined.request.state is RequestState.DECIDED
    ending = next(line.request for line in services.requests.all() if not line.request.with_form)
    services.requests.take_back(ending.id)
    assert now(services, request).state is RequestState.SETTLED
    assert services.people.open(person.id).person.state is PersonState.ACTIVE


def test_a_guardian_who_asks_too_is_answered_by_an_own_case(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    own = services.requests.take(
        intake_of(
            services,
            guardian,
            last_service_on=None,
            ending=EndingReason.RELATION_END,
            applicant=Applicant("홍보호", "010-0000-9999", Capacity.SELF),
        )
    )
    plan = died(services, person)
    assert plan is not None
    assert plan.persons == {person.id}
    carried_out(services, plan)
    checked(services, own)
    decision = services.decisions.decide(own.id)
    assert decision.plan is not None
    assert decision.plan.persons == {guardian.id}


def test_a_record_that_is_gone_is_said_in_words(services: Services):
    person = known_person(services)
    request = services.requests.take(intake_of(services, person))
    with services.office.door.enter(Action.REQUEST_CHANGED) as step:
        step.uow.holdings.delete([request.holding_id])
    with pytest.raises(RecordGoneError):
        checked(services, request)


def test_the_record_of_a_withdrawal_stays_three_years_from_its_end(services: Services):
    person = known_person(services)
    part = decided(services, person, **PHOTO)
    carried_out(services, part.plan)
    next_day(services, 2)
    tell_result(services, part.request.id)
    record = record_of(services, part.request)
    assert record is not None
    assert record.clock is not None
    assert (record.clock.rule, record.clock.until) == ("I-05", date(2029, 11, 25))
    judged = decided(services, person).judgement
    kept = {item.holding.id: item.outcome for item in judged.stays}
    assert kept[record.id].until == date(2029, 11, 25)


def test_the_record_of_a_request_taken_back_stays_a_year(services: Services):
    person = known_person(services)
    request = settled(services, person)
    services.requests.take_back(request.id)
    record = record_of(services, request)
    assert record is not None
    assert record.clock is not None
    assert (record.clock.rule, record.clock.until) == ("I-01", date(2027, 11, 23))
    next_day(services, 400)
    services.office.accept_clock()
    assert services.destruction.count_due() == 1


def test_the_record_of_a_case_is_never_destroyed_with_it(services: Services):
    person = known_person(services)
    long_ago = date(2025, 9, 1)
    judged = decided(services, person, wish_on=long_ago, last_service_on=long_ago).judgement
    kept = {item.group.code: item.outcome.until for item in judged.stays}
    assert kept["cancellation"] == date(2027, 11, 23)


def test_the_letter_stays_until_it_was_posted(services: Services):
    person = known_person(services)
    decision = decided(services, person)
    carried_out(services, decision.plan)
    next_day(services, 31)
    services.office.accept_clock()
    assert services.destruction.count_due() == 0
    words = words_of(services.papers.make(PaperKind.RESULT_NOTICE, decision.request.id, "통지").pdf)
    assert "행복시나눔구봄길77" in words
    tell_result(services, decision.request.id)
    next_day(services, 31)
    services.office.accept_clock()
    assert services.destruction.count_due() == 1
