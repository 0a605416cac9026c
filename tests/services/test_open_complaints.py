"""A complaint that is not decided is held, and keeps nothing else from going."""

from datetime import date

from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.people import EndingReason, Person, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import EndingDays
from tests.helpers.cases import LAST_SERVICE, approval_of, decided, register

OPEN = {"received_on": "2026-11-20", "subject": "가상 다툼"}
ENDED = date(2026, 11, 23)


def complained(services: Services) -> Person:
    return register(services, complaint=OPEN)


def complaint_of(services: Services, person: Person) -> Holding:
    holdings = services.people.open(person.id).holdings
    return next(each for each in holdings if each.group == "complaint")


def test_an_ending_is_possible_and_the_complaint_is_held(services: Services):
    person = complained(services)
    days = EndingDays(EndingReason.FACILITY, ENDED, LAST_SERVICE)
    (judged,) = services.several_endings.look([person.id], days).judged.values()
    assert [item.group.code for item in judged.held] == ["complaint"]
    plan = services.several_endings.end_one(person.id, EndingReason.FACILITY, days).plan
    assert plan is not None
    assert "complaint" not in {item.group for item in plan.items}
    held = complaint_of(services, person)
    assert (held.state, held.hold_until) == (HoldingState.HELD, date(2029, 11, 23))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert complaint_of(services, person).state is HoldingState.HELD
    assert services.restrictions.apply() == 0


def test_once_it_is_decided_it_is_kept_apart(services: Services):
    person = complained(services)
    plan = decided(services, person).plan
    held = complaint_of(services, person)
    assert services.measures.lift(held.id, MeasureKind.HOLD) is HoldingState.DUE
    assert services.destruction.count_due() == 0
    assert held.id in services.destruction.view(plan.id).plan.separated


def test_one_that_is_decided_after_the_rest_has_gone_has_a_plan_of_its_own(services: Services):
    person = complained(services)
    plan = decided(services, person).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    held = complaint_of(services, person)
    assert services.measures.lift(held.id, MeasureKind.HOLD) is HoldingState.DUE
    own = services.destruction.propose_due()
    assert own is not None
    assert own.separated == {held.id}


def test_taking_the_ending_back_frees_it(services: Services):
    person = complained(services)
    services.requests.take_back(decided(services, person).request.id)
    freed = complaint_of(services, person)
    assert (freed.state, freed.clock, freed.hold_until) == (HoldingState.ACTIVE, None, None)
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    assert services.restrictions.apply() == 0
    closed = OPEN | {"closed_on": "2026-11-22"}
    services.people.save_group(
        person.id, "complaint", closed, expected_version=1, reason="처리를 마침"
    )
