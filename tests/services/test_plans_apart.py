"""One holding lies in one plan; a guardian who is needed again is in none."""

from datetime import date

import pytest

from easycare_desktop.domain.destruction import (
    Plan,
    PlanCause,
    PlanChangedError,
    PlanState,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import (
    EndingReason,
    Person,
    PersonHasEndedError,
    PersonKind,
)
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import EndingDays
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import (
    GUARDIAN,
    LAST_SERVICE,
    approval_of,
    decided,
    known_person,
    register,
)

TODAY = date(2026, 11, 23)


def end(services: Services, person: Person, ending: EndingReason, last: date | None) -> Plan:
    days = EndingDays(ending, TODAY, last)
    return services.several_endings.end_one(person.id, ending, days).plan


def now(services: Services, plan: Plan) -> Plan:
    return services.destruction.view(plan.id).plan


def planned_twice(services: Services) -> list[int]:
    open_plans = [
        now(services, line)
        for line in services.destruction.all()
        if line.state in {PlanState.AWAITING, PlanState.APPROVED, PlanState.WAITING_DAY}
    ]
    ids = [item.holding_id for plan in open_plans for item in plan.items]
    return sorted(each for each in set(ids) if ids.count(each) > 1)


def couple(services: Services) -> tuple[Person, Person, Person]:
    first, second = known_person(services), register(services, "마루한")
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=first.id)
    services.people.link_guardian(second.id, guardian.id)
    return first, second, guardian


def test_a_shared_guardian_stays_when_one_of_the_two_takes_the_request_back(services: Services):
    first, second, guardian = couple(services)
    request = decided(services, first).request
    plan = end(services, second, EndingReason.FACILITY, LAST_SERVICE)
    assert guardian.id in plan.persons
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.requests.take_back(request.id)
    left = now(services, plan)
    assert guardian.id not in left.persons
    assert left.state is PlanState.AWAITING
    carry_out(services, left)
    card = services.people.open(guardian.id)
    assert card.name == "홍보호"
    assert card.contents["identity"].holding.state is HoldingState.ACTIVE
    assert [each.id for each in services.people.open(first.id).guardians] == [guardian.id]


def test_a_guardian_who_is_tied_to_somebody_new_stays(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    assert guardian.id in plan.persons
    other = register(services, "마루한")
    services.people.link_guardian(other.id, guardian.id)
    assert guardian.id not in now(services, plan).persons
    carry_out(services, plan)
    assert services.people.open(guardian.id).name == "홍보호"


def test_nobody_is_tied_to_or_by_somebody_whose_relation_ended(services: Services):
    person, other = known_person(services), register(services, "마루한")
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN)
    end(services, guardian, EndingReason.RELATION_END, None)
    with pytest.raises(PersonHasEndedError):
        services.people.link_guardian(other.id, guardian.id)
    decided(services, person)
    with pytest.raises(PersonHasEndedError):
        services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)


def tie_as_older_data(services: Services, recipient: Person, guardian: Person) -> None:
    with services.office.door.enter(Action.PERSON_CORRECTED, person_id=recipient.id) as step:
        step.uow.people.link(recipient.id, guardian.id, 1)


def test_approval_and_run_ask_for_guardians_again(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    tie_as_older_data(services, register(services, "마루한"), guardian)
    with pytest.raises(PlanChangedError):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert guardian.id not in now(services, plan).persons
    assert services.people.open(guardian.id).contents["identity"].holding.destroy_by is None
    carry_out(services, plan)
    assert services.people.open(guardian.id).name == "홍보호"


def test_a_run_saves_a_guardian_who_was_tied_after_the_approval(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    tie_as_older_data(services, register(services, "마루한"), guardian)
    with pytest.raises(PlanChangedError):
        services.destruction_run.run(plan.id)
    assert now(services, plan).state is PlanState.AWAITING
    carry_out(services, plan)
    assert services.people.open(guardian.id).name == "홍보호"


def test_a_guardian_with_a_case_of_their_own_is_in_no_second_plan(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    own = end(services, guardian, EndingReason.RELATION_END, None)
    plan = decided(services, person).plan
    assert guardian.id not in plan.persons
    assert not planned_twice(services)
    assert {carry_out(services, each).state for each in (own, plan)} == {PlanState.PARTIAL}


def test_a_guardian_who_goes_along_ends_by_a_case_of_their_own(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    own = end(services, guardian, EndingReason.DEATH, None)
    assert own.persons == {guardian.id}
    assert not planned_twice(services)
    assert {carry_out(services, each).state for each in (own, now(services, plan))} == {
        PlanState.PARTIAL
    }


def test_an_ending_takes_single_items_and_chosen_holdings_over(services: Services):
    person = known_person(services)
    contents = services.people.open(person.id).contents
    items = services.selection.plan_fields(contents["health"].holding.id, ["medicines"], "틀림")
    chosen = services.selection.plan_holdings([contents["photo"].holding.id], "더 쓰지 않음")
    plan = decided(services, person).plan
    assert {now(services, each).state for each in (items, chosen)} == {PlanState.CANCELLED}
    assert {contents[each].holding.id for each in ("health", "photo")} <= plan.doomed
    assert not planned_twice(services)
    assert carry_out(services, plan).state is PlanState.PARTIAL


def test_a_withdrawal_takes_what_was_chosen_over(services: Services):
    person = known_person(services)
    photo = services.people.open(person.id).contents["photo"].holding.id
    chosen = services.selection.plan_holdings([photo], "더 쓰지 않음")
    method = services.consents.status_of(person.id)[0].line.method
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", method, TODAY)
    assert done.plan is not None
    assert now(services, chosen).state is PlanState.CANCELLED


def test_what_lies_in_a_plan_is_taken_into_no_other(services: Services):
    plan = decided(services, known_person(services)).plan
    with (
        pytest.raises(AlreadyPlannedError) as refused,
        services.office.door.enter(Action.DESTRUCTION_PLANNED) as step,
    ):
        step.uow.plans.add(
            PlanCause.PERIOD_OVER,
            [plan.items[0]],
            requested_by=1,
            at=services.office.clock.now(),
            due_on=TODAY,
        )
    assert refused.value.number == plan.number


def test_what_went_by_another_plan_is_dropped_and_the_case_goes_on(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    along = [item for item in plan.items if item.person_id == guardian.id]
    own = end(services, guardian, EndingReason.DEATH, None)
    with (
        monkeypatch.context() as older,
        services.office.door.enter(Action.DESTRUCTION_PLANNED) as step,
    ):
        older.setattr(type(step.uow.plans), "_check_free", lambda *_: None)
        step.uow.plans.add_items(plan.id, along, TODAY)
    assert planned_twice(services)
    assert carry_out(services, now(services, plan)).state is PlanState.PARTIAL
    with pytest.raises(PlanChangedError):
        services.destruction.approve_in_place(own.id, approval_of(services, own))
    left = now(services, own)
    assert not left.doomed & {item.holding_id for item in along}
    assert carry_out(services, left).state is PlanState.PARTIAL
    states = {each.request.state for each in services.requests.all()}
    assert states == {RequestState.CARRIED_OUT}
    assert services.people.find("홍보호") == []
