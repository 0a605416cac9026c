"""Requests beside legal holds and days ahead: each is answered; nothing is lost or too early."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.destruction import NotVerifiedError, PlanChangedError, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.requests import Request, RequestScope, RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import LAST_SERVICE, approval_of, decided, known_person, next_day, settled
from tests.helpers.holds import TODAY, UNTIL, go_to, hold, ids_of, now, state_of

PHOTO = {
    "scope": RequestScope.PART,
    "withdrawn_purposes": ("newsletter_photo",),
    "last_service_on": None,
}


def as_it_is(services: Services, request: Request) -> Request:
    lines = services.requests.all()
    return next(line.request for line in lines if line.request.id == request.id)


def test_a_withdrawal_of_what_is_held_waits_and_is_not_told_as_done(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    hold(services, [photo])
    part = decided(services, person, **PHOTO)
    assert part.plan is not None
    assert (part.plan.items, part.request.state) == ((), RequestState.DECIDED)
    with pytest.raises(NotVerifiedError):
        services.papers.make(PaperKind.RESULT_NOTICE, part.request.id, "통지")
    go_to(services, UNTIL + timedelta(days=1))
    assert services.destruction.count_due() == 0
    carry_out(services, now(services, part.plan))
    assert as_it_is(services, part.request).state is RequestState.CARRIED_OUT
    assert services.papers.make(PaperKind.RESULT_NOTICE, part.request.id, "통지").pdf


def test_a_withdrawal_that_waits_for_a_hold_is_answered_with_the_cancellation(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    part = decided(services, person, **PHOTO)
    hold(services, [photo])
    whole = decided(services, person)
    assert part.plan is not None
    assert whole.plan is not None
    assert now(services, part.plan).state is PlanState.CANCELLED
    assert as_it_is(services, part.request).destruction_id == whole.plan.id
    go_to(services, UNTIL + timedelta(days=1))
    assert services.destruction.count_due() == 0
    assert photo in now(services, whole.plan).doomed


def test_taking_the_cancellation_back_leaves_the_withdrawal_to_be_decided(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    part = decided(services, person, **PHOTO)
    whole = decided(services, person)
    services.requests.take_back(whole.request.id)
    assert state_of(services, photo) is HoldingState.DUE
    assert as_it_is(services, part.request).state is RequestState.SETTLED
    again = services.decisions.decide(part.request.id)
    assert again.plan is not None
    assert again.plan.doomed == {photo}


def test_a_request_of_somebody_who_died_waits_for_no_day(services: Services):
    person = known_person(services)
    request = settled(services, person, wish_on=date(2027, 3, 31))
    days = EndingDays(EndingReason.DEATH, TODAY, LAST_SERVICE)
    ending = services.several_endings.end_one(person.id, EndingReason.DEATH, days)
    tasks = {each.subject: each for each in services.today.show().tasks}
    due = [each for each in tasks.values() if each.kind is TaskKind.DECIDE_REQUEST]
    assert [(each.subject, each.due_on) for each in due] == [(request.id, request.due_on)]
    joined = services.decisions.decide(request.id)
    assert joined.request.destruction_id == ending.request.destruction_id


def test_what_a_hold_kept_is_due_some_days_after_it_on_today_and_in_the_plan(services: Services):
    person = known_person(services)
    plan = decided(services, person).plan
    assert plan is not None
    hold(services, ids_of(services, person, "photo", "care_record"))
    carry_out(services, now(services, plan))
    go_to(services, UNTIL + timedelta(days=3))
    assert services.destruction.count_due() == 2
    (task,) = [each for each in services.today.show().tasks if each.kind is TaskKind.PLAN_DUE]
    own = services.destruction.propose_due()
    assert own is not None
    assert task.due_on == own.due_on == UNTIL + timedelta(days=5)


def test_days_to_ask_again_are_left_however_often_it_was_decided(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    first = decided(services, person)
    assert first.plan is not None
    services.destruction.cancel(first.plan.id)
    assert state_of(services, photo) is HoldingState.SUSPENDED
    next_day(services)
    services.decisions.decide(first.request.id)
    assert state_of(services, photo) is HoldingState.DUE
    services.requests.take_back(first.request.id)
    assert state_of(services, photo) is HoldingState.SUSPENDED


def test_what_went_by_another_plan_is_told_from_that(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    person = known_person(services)
    part = decided(services, person, **PHOTO)
    said = services.withdrawals.withdraw(
        person.id, "sensitive_health", ConsentMethod.IN_PERSON, TODAY
    )
    assert part.plan is not None
    assert said.plan is not None
    with (
        monkeypatch.context() as older,
        services.office.door.enter(Action.DESTRUCTION_PLANNED) as step,
    ):
        older.setattr(type(step.uow.plans), "_check_free", lambda *_: None)
        step.uow.plans.add_items(said.plan.id, part.plan.items, TODAY)
    carry_out(services, now(services, said.plan))
    with pytest.raises(PlanChangedError):
        services.destruction.approve_in_place(part.plan.id, approval_of(services, part.plan))
    answered = as_it_is(services, part.request)
    assert (answered.state, answered.destruction_id) == (RequestState.CARRIED_OUT, said.plan.id)
    assert services.papers.make(PaperKind.RESULT_NOTICE, answered.id, "통지").pdf
