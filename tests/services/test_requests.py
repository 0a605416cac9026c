from collections.abc import Callable
from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import (
    EndingNotPossibleError,
    EndingReason,
    PersonHasEndedError,
    PersonKind,
    PersonState,
)
from easycare_desktop.domain.request_refusals import OpenRequestExistsError
from easycare_desktop.domain.requests import (
    Applicant,
    ApplicantNotToldError,
    DateInFutureError,
    Proof,
    ProofMissingError,
    RequestNotFoundError,
    RequestState,
    RequestStepError,
    Settlement,
    Verification,
)
from easycare_desktop.domain.second_notices import Notified, Telling
from easycare_desktop.domain.validation_refusals import DateOrderError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.vendor_requests import VendorAnswer
from tests.helpers.cases import (
    LAST_SERVICE,
    NAME,
    STAFF,
    agree,
    approved,
    decided,
    intake_of,
    known_person,
    next_day,
    register,
    settled,
    tell_result,
)


def test_taking_a_form_in(services: Services):
    person = register(services)
    request = services.requests.take(intake_of(services, person))
    assert request.number == "2026-0001"
    assert request.state is RequestState.TAKEN
    assert request.due_on == date(2026, 12, 3)
    details = services.requests.details(request.id)
    assert details.applicant == Applicant(NAME, "010-0000-1234", Capacity.SELF, birth="1941-03-05")
    assert details.remark == "이사 가서 그만둡니다"
    assert [line.name for line in services.requests.all()] == [NAME]


def test_all_steps_in_order(services: Services):
    person = register(services)
    request = services.requests.take(intake_of(services, person))
    today = services.office.today()
    checked = Verification((Proof.CALL_BACK,), today, "전화로 되물음")
    assert services.requests.verify(request.id, checked).state is RequestState.VERIFIED
    money = Settlement(unpaid=3_000, refund=12_000, copy_given_on=today, copy_received_by="홍보호")
    assert services.requests.settle(request.id, money).state is RequestState.SETTLED
    details = services.requests.details(request.id)
    assert (details.verification, details.settlement) == (checked, money)
    assert services.decisions.decide(request.id).request.state is RequestState.DECIDED


STEPS: list[Callable[[Services, int], object]] = [
    lambda services, request_id: services.requests.settle(request_id, Settlement()),
    lambda services, request_id: services.decisions.decide(request_id),
    tell_result,
    lambda services, request_id: services.vendor.answer(request_id, VendorAnswer(LAST_SERVICE)),
]


@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_skipped(services: Services, step: Callable[[Services, int], object]):
    person = register(services)
    request = services.requests.take(intake_of(services, person))
    with pytest.raises(RequestStepError):
        step(services, request.id)


@pytest.mark.parametrize(
    ("capacity", "proof"),
    [
        (Capacity.AGENT, Proof.FAMILY_RECORD),
        (Capacity.AGENT, Proof.ID_CARD),
        (Capacity.LEGAL_GUARDIAN, Proof.POWER_OF_ATTORNEY),
        (Capacity.PARENT_OF_MINOR, Proof.ID_CARD),
        (Capacity.SELF, Proof.FAMILY_RECORD),
    ],
)
def test_a_child_without_power_of_attorney_is_refused(
    services: Services, capacity: Capacity, proof: Proof
):
    person = register(services)
    child = Applicant("홍자녀", "010-0000-4444", capacity, relation="아들")
    request = services.requests.take(intake_of(services, person, applicant=child))
    with pytest.raises(ProofMissingError) as refused:
        services.requests.verify(request.id, Verification((proof,), services.office.today()))
    assert refused.value.capacity is capacity
    assert services.requests.details(request.id).request.state is RequestState.TAKEN


def test_an_agent_with_power_of_attorney_may(services: Services):
    person = register(services)
    child = Applicant("홍자녀", "010-0000-4444", Capacity.AGENT, relation="아들")
    request = services.requests.take(intake_of(services, person, applicant=child))
    proofs = (Proof.ID_CARD, Proof.POWER_OF_ATTORNEY)
    checked = services.requests.verify(request.id, Verification(proofs, services.office.today()))
    assert checked.state is RequestState.VERIFIED


def test_what_cannot_be_taken_in(services: Services):
    person = register(services)
    tomorrow = services.office.today() + timedelta(days=1)
    refused: list[tuple[type[Exception], dict[str, object]]] = [
        (ApplicantNotToldError, {"told": ("service_ends", "law_keeps")}),
        (DateInFutureError, {"received_on": tomorrow}),
        (DateInFutureError, {"last_service_on": tomorrow}),
        (EndingNotPossibleError, {"last_service_on": None}),
        (EndingNotPossibleError, {"ending": EndingReason.LEFT_JOB}),
    ]
    for refusal, changes in refused:
        with pytest.raises(refusal):
            services.requests.take(intake_of(services, person, **changes))
    assert services.requests.all() == []


def test_one_open_request_a_person(services: Services):
    person = register(services)
    services.requests.take(intake_of(services, person))
    with pytest.raises(OpenRequestExistsError):
        services.requests.take(intake_of(services, person))


def test_whoever_has_ended_cannot_end_again(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    with pytest.raises(PersonHasEndedError):
        services.requests.take(intake_of(services, person))


def test_nobody_was_checked_tomorrow(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    tomorrow = services.office.today() + timedelta(days=1)
    with pytest.raises(DateInFutureError):
        services.requests.verify(request.id, Verification((Proof.ID_CARD,), tomorrow))


def test_an_unknown_request(services: Services):
    with pytest.raises(RequestNotFoundError):
        services.requests.details(4711)


def test_an_ending_without_a_form_goes_straight_to_the_decision(services: Services):
    person = known_person(services)
    today = services.office.today()
    request = services.requests.take_ending(
        person.id, EndingReason.DEATH, last_service_on=LAST_SERVICE, ended_on=today
    )
    assert (request.state, request.with_form) == (RequestState.SETTLED, False)
    decision = services.decisions.decide(request.id)
    assert decision.request.ending is EndingReason.DEATH
    person_now = services.people.open(person.id).person
    assert (person_now.state, person_now.ending) == (PersonState.ENDING, EndingReason.DEATH)


def test_staff_leave_without_a_day_of_service(services: Services):
    staff = services.people.register(PersonKind.STAFF, STAFF)
    today = services.office.today()
    request = services.requests.take_ending(
        staff.id, EndingReason.LEFT_JOB, last_service_on=None, ended_on=today
    )
    judged = services.decisions.decide(request.id).judgement
    assert {item.group.code for item in judged.stays} >= {"employment", "payroll"}
    assert {item.group.code for item in judged.goes} == {"identity"}


def test_a_request_is_taken_back_with_its_plan(services: Services):
    person = known_person(services)
    decision = decided(services, person)
    taken_back = services.requests.take_back(decision.request.id)
    assert taken_back.state is RequestState.TAKEN_BACK
    card = services.people.open(person.id)
    assert card.person.state is PersonState.ACTIVE
    of_case = {"notice", "cancellation"}
    assert {holding.clock for holding in card.holdings if holding.group not in of_case} == {None}
    assert services.destruction.view(decision.plan.id).plan.state is PlanState.CANCELLED
    states = {holding.group: holding.state for holding in card.holdings}
    suspended = {group for group, state in states.items() if state is HoldingState.SUSPENDED}
    assert suspended == {"health", "photo"}
    assert set(states.values()) == {HoldingState.ACTIVE, HoldingState.SUSPENDED}


def test_what_was_suspended_is_used_again_with_a_new_consent(services: Services):
    person = known_person(services)
    services.requests.take_back(decided(services, person).request.id)
    agree(services, person)
    states = {holding.state for holding in services.people.open(person.id).holdings}
    assert states == {HoldingState.ACTIVE}


def test_the_result_is_told_and_the_case_closed(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    assert plan.request_id is not None
    closed = tell_result(services, plan.request_id)
    assert closed.state is RequestState.CLOSED
    assert (closed.notified_on, closed.told_how) == (services.office.today(), Telling.POST)
    with pytest.raises(RequestStepError):
        services.requests.take_back(plan.request_id)


def test_a_letter_of_before_is_noted_with_its_day(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    assert plan.request_id is not None
    carried = services.office.today()
    next_day(services, 3)
    for wrong, refusal in ((-1, DateOrderError), (4, DateInFutureError)):
        told = Notified(carried + timedelta(days=wrong), Telling.HANDED)
        with pytest.raises(refusal):
            services.requests.notified(plan.request_id, told)
    told = Notified(carried + timedelta(days=1), Telling.HANDED)
    closed = services.requests.notified(plan.request_id, told)
    assert (closed.notified_on, closed.told_how) == (told.on, told.how)


def test_only_a_request_before_its_destruction_is_taken_back(services: Services):
    request = settled(services, register(services))
    services.requests.take_back(request.id)
    with pytest.raises(RequestStepError):
        services.requests.take_back(request.id)
