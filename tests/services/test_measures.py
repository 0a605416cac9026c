"""Legal holds and suspensions: first in the keys, then in the data; a hold ends by itself."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import (
    HoldEndMissingError,
    HoldingFrozenError,
    MeasureCause,
    MeasureKind,
    MeasureNotStandingError,
    MeasureReasonMissingError,
    Order,
)
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Action, NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.today import TaskKind
from tests.helpers.cases import (
    approval_of,
    approved,
    correct,
    decided,
    known_person,
    next_day,
    register,
)
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome

UNTIL = date(2026, 12, 31)
HOLD = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상법원 2026가단1", UNTIL)
STOP = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "11월 20일 서면 요구")


def _holding(services: Services, person: Person, group: str) -> int:
    return services.people.open(person.id).contents[group].holding.id


def _state(services: Services, holding_id: int) -> HoldingState:
    with services.office.door.enter(Action.HOLDINGS_READ) as step:
        found = step.uow.holdings.get(holding_id)
        kept = step.separated.get(holding_id)
    held = found or kept
    assert held is not None
    return held.state


def test_a_held_group_stays_out_of_the_plan_and_comes_back_when_the_hold_ends(services: Services):
    person = known_person(services)
    complaint = _holding(services, person, "emergency")
    services.measures.order([complaint], HOLD)
    plan = decided(services, person).plan
    assert complaint not in plan.doomed | plan.separated
    assert services.destruction.count_due() == 0
    line = next(each for each in services.clocks.lines() if each.holding_id == complaint)
    assert (line.state, line.hold_until) == (HoldingState.HELD, UNTIL)
    next_day(services, (UNTIL - services.office.today()).days)
    services.office.accept_clock()
    assert services.destruction.count_due() == 0
    next_day(services)
    services.office.accept_clock()
    assert services.destruction.propose_due() is None
    assert _state(services, complaint) is HoldingState.DUE
    back = services.destruction.view(plan.id).plan
    assert back.doomed == plan.doomed | {complaint}
    assert back.digest != plan.digest


def test_a_hold_takes_its_group_out_of_an_approved_plan_which_needs_a_new_approval(
    services: Services,
):
    person = known_person(services)
    plan = approved(services, person)
    doomed = min(plan.doomed)
    assert services.measures.order([doomed], HOLD) == 1
    changed = services.destruction.view(plan.id).plan
    assert changed.state is PlanState.AWAITING
    assert changed.approved_by is None
    assert changed.doomed == plan.doomed - {doomed}
    assert changed.digest != plan.digest
    services.destruction.approve_in_place(plan.id, approval_of(services, changed))
    services.destruction_run.run(plan.id)
    assert services.office.keys.is_living(doomed)
    assert _state(services, doomed) is HoldingState.HELD


def test_what_is_kept_apart_can_be_held_past_its_end(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    kept = services.separated.list()[0]
    until = kept.until + timedelta(days=30)
    order = Order(MeasureKind.HOLD, MeasureCause.INVESTIGATION, "감사", until)
    services.measures.order([kept.id], order)
    next_day(services, (kept.until - services.office.today()).days + 1)
    services.office.accept_clock()
    over = services.destruction.propose_due()
    assert over is None or kept.id not in over.doomed
    assert services.measures.of_holding(kept.id)[0].reason == "감사"
    assert services.measures.lift(kept.id, MeasureKind.HOLD) is HoldingState.SEPARATED
    over = services.destruction.propose_due()
    assert over is not None
    assert kept.id in over.doomed


def test_a_suspended_group_is_not_changed_until_the_officer_lifts_it(services: Services):
    person = register(services)
    identity = _holding(services, person, "identity")
    services.measures.order([identity], STOP)
    with pytest.raises(HoldingFrozenError):
        correct(services, person)
    assert services.measures.lift(identity, MeasureKind.SUSPENSION) is HoldingState.ACTIVE
    correct(services, person)
    with pytest.raises(MeasureNotStandingError):
        services.measures.lift(identity, MeasureKind.SUSPENSION)


def test_only_the_officer_holds_and_a_reason_and_an_end_are_needed(
    home: OfficeHome, services: Services
):
    person = register(services)
    identity = _holding(services, person, "identity")
    with pytest.raises(MeasureReasonMissingError):
        services.measures.order([identity], Order(MeasureKind.HOLD, HOLD.cause, " ", UNTIL))
    today = Order(MeasureKind.HOLD, HOLD.cause, "소송", services.office.today())
    with pytest.raises(HoldEndMissingError):
        services.measures.order([identity], today)
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    with pytest.raises(NotPermittedError):
        clerk.measures.order([identity], HOLD)
    clerk.office.close()


def test_what_only_the_keys_know_is_entered_at_open(home: OfficeHome, services: Services):
    person = register(services)
    held, stopped = (_holding(services, person, each) for each in ("identity", "emergency"))
    keys, now = services.office.keys, home.clock.now()
    keys.restrict("hold", str(held), {"until": UNTIL.isoformat(), "cause": "lawsuit"}, now)
    keys.restrict("suspension", str(stopped), {"cause": "person_asked"}, now)
    assert _state(services, held) is HoldingState.ACTIVE
    services.office.close()
    again = Services(home.open())
    again.start()
    assert _state(again, held) is HoldingState.HELD
    assert _state(again, stopped) is HoldingState.SUSPENDED
    again.office.keys.restrict("hold_ended", str(held), {}, now)
    again.office.close()
    third = Services(home.open())
    third.start()
    assert _state(third, held) is HoldingState.ACTIVE
    assert third.restrictions.apply() == 0
    third.office.close()


def test_the_reason_of_a_measure_ends_with_its_holding(services: Services):
    person = known_person(services)
    emergency = _holding(services, person, "emergency")
    services.measures.order([emergency], HOLD)
    assert services.measures.of_holding(emergency)[0].reason == HOLD.reason
    folder = services.office.info.folder
    for path in folder.glob("*.json*"):
        assert HOLD.reason.encode() not in path.read_bytes()
    told = [each.facts for each in services.office.keys.restrictions() if each.kind == "hold"]
    assert told == [{"cause": "lawsuit", "until": UNTIL.isoformat()}]


def test_today_names_a_hold_that_is_about_to_end(services: Services):
    person = register(services)
    soon = services.office.today() + timedelta(days=3)
    order = Order(MeasureKind.HOLD, MeasureCause.CLAIM, "청구", soon)
    services.measures.order([_holding(services, person, "emergency")], order)
    task = next(t for t in services.today.show().tasks if t.kind is TaskKind.HOLD_ENDS)
    assert (task.due_on, task.person_id) == (soon, person.id)
