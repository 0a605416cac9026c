"""A legal hold beside a plan: the case waits, goes on afterwards, and says why it was late."""

from datetime import timedelta

import pytest

from easycare_desktop.domain.destruction import (
    Plan,
    PlanChangedError,
    PlanEmptyError,
    PlanState,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import Measure
from easycare_desktop.domain.people import EndingReason, Person, PersonState
from easycare_desktop.domain.requests import RequestScope, RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import EndingDays
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import LAST_SERVICE, approval_of, decided, known_person, next_day
from tests.helpers.holds import (
    TODAY,
    UNTIL,
    go_to,
    hold,
    ids_of,
    now,
    proposed,
    set_back,
    state_of,
)


def photo_withdrawn(services: Services, person: Person) -> Plan:
    part = {"scope": RequestScope.PART, "withdrawn_purposes": ("newsletter_photo",)}
    return decided(services, person, last_service_on=None, **part).plan


def test_a_hold_on_all_of_a_plan_lets_its_case_wait(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    plan = photo_withdrawn(services, person)
    hold(services, [photo])
    (line,) = services.destruction.all()
    waiting = services.destruction.view(plan.id)
    assert (line.state, waiting.plan.items) == (PlanState.AWAITING, ())
    assert waiting.held == 1
    assert services.today.show()
    with pytest.raises(PlanEmptyError):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    go_to(services, UNTIL + timedelta(days=1))
    assert services.destruction.count_due() == 0
    back = now(services, plan)
    assert back.doomed == {photo}
    assert back.due_on == UNTIL + timedelta(days=5)
    carry_out(services, back)
    (case,) = services.requests.all()
    assert case.request.state is RequestState.CARRIED_OUT


def test_a_case_that_waits_for_a_hold_can_be_taken_back(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    plan = photo_withdrawn(services, person)
    hold(services, [photo])
    services.requests.take_back(plan.request_id or 0)
    assert now(services, plan).state is PlanState.CANCELLED
    go_to(services, UNTIL + timedelta(days=1))
    assert proposed(services) == {"notice", "photo"}
    assert state_of(services, photo) is HoldingState.DUE


def test_a_plan_of_older_data_that_a_hold_cancelled_is_taken_back(services: Services):
    person = known_person(services)
    plan = photo_withdrawn(services, person)
    hold(services, ids_of(services, person, "photo"))
    with services.office.door.enter(Action.DESTRUCTION_CANCELLED) as step:
        step.uow.plans.move(plan.id, PlanState.CANCELLED)
    request = services.requests.take_back(plan.request_id or 0)
    assert request.state is RequestState.TAKEN_BACK


def test_somebody_all_of_whom_is_held_can_be_ended(services: Services):
    person = known_person(services)
    hold(services, ids_of(services, person))
    days = EndingDays(EndingReason.DEATH, TODAY, LAST_SERVICE)
    case = services.several_endings.end_one(person.id, EndingReason.DEATH, days)
    assert services.people.open(person.id).person.state is PersonState.ENDING
    held = len(case.judgement.held)
    assert held > 1
    go_to(services, UNTIL + timedelta(days=1))
    services.clocks.lines()
    assert len(now(services, case.plan).items) == held + len(case.plan.items)


def test_who_takes_the_request_back_is_served_with_what_was_held(services: Services):
    person = known_person(services)
    record, photo = ids_of(services, person, "care_record", "photo")
    plan = decided(services, person).plan
    hold(services, [record])
    services.requests.take_back(plan.request_id or 0)
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    assert state_of(services, photo) is HoldingState.SUSPENDED
    go_to(services, UNTIL + timedelta(days=1))
    assert proposed(services) == {"health", "notice", "photo"}
    assert state_of(services, record) is HoldingState.ACTIVE


def test_what_was_held_before_the_ending_is_served_again_too(services: Services):
    person = known_person(services)
    (record,) = ids_of(services, person, "care_record")
    hold(services, [record])
    plan = decided(services, person).plan
    services.destruction.cancel(plan.id)
    go_to(services, UNTIL + timedelta(days=1))
    assert proposed(services) == {"health", "photo"}
    assert state_of(services, record) is HoldingState.ACTIVE


def newest(services: Services, holding_id: int) -> Measure:
    return services.measures.of_holding(holding_id)[0].measure


@pytest.mark.parametrize("days", [30, 370])
def test_no_hold_ends_by_a_wrong_clock(services: Services, days: int):
    until = TODAY + timedelta(days=20)
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    hold(services, [photo], until)
    decided(services, person)
    next_day(services, days)
    services.clocks.lines()
    services.destruction.count_due()
    if days > 40:
        assert newest(services, photo).lifted_at is None
        assert state_of(services, photo) is HoldingState.HELD
    set_back(services, TODAY)
    services.office.accept_clock()
    services.clocks.lines()
    assert services.destruction.propose_due() is None
    assert state_of(services, photo) is HoldingState.HELD
    assert newest(services, photo).lifted_at is None


def test_a_hold_that_ends_by_its_last_day_is_lifted_by_nobody(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    hold(services, [photo])
    go_to(services, UNTIL + timedelta(days=1))
    services.measures.resume_over()
    ended = newest(services, photo)
    assert ended.lifted_at is not None
    assert ended.lifted_by is None


def test_a_run_spares_what_the_keys_say_is_held(services: Services):
    person = known_person(services)
    (photo,) = ids_of(services, person, "photo")
    plan = decided(services, person).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    facts = {"cause": "lawsuit", "until": UNTIL.isoformat()}
    services.office.keys.restrict("hold", str(photo), facts, services.office.clock.now())
    with pytest.raises(PlanChangedError):
        services.destruction_run.run(plan.id)
    left = now(services, plan)
    assert photo not in left.doomed
    assert state_of(services, photo) is HoldingState.HELD
    carry_out(services, left)
    assert services.office.keys.is_living(photo)
