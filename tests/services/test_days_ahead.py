"""A relation that ends on a day still to come: until then everything stays in use."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.people import (
    EndAheadError,
    EndingReason,
    LastDayTooEarlyError,
    PersonKind,
    PersonState,
)
from easycare_desktop.domain.requests import RequestScope, RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.services.tasks import Task, TaskKind
from tests.helpers.cases import (
    STAFF,
    approval_of,
    correct,
    decided,
    intake_of,
    known_person,
    next_day,
    register,
    settled,
)

AHEAD = date(2026, 12, 31)
ENDING = EndingDays(EndingReason.FACILITY, AHEAD, AHEAD)


def tasks_of(services: Services, kind: TaskKind) -> list[Task]:
    return [task for task in services.today.show().tasks if task.kind is kind]


def go_to(services: Services, day: date) -> None:
    next_day(services, (day - services.office.today()).days)
    services.office.accept_clock()


def test_a_wish_day_ahead_leaves_the_person_in_use_until_it_comes(services: Services):
    person = known_person(services)
    request = settled(services, person, wish_on=AHEAD, last_service_on=AHEAD)
    with pytest.raises(EndAheadError) as refused:
        services.decisions.decide(request.id)
    assert refused.value.ends_on == AHEAD
    card = services.people.open(person.id)
    assert card.person.state is PersonState.ACTIVE
    assert correct(services, person)
    assert all(
        each.line is None or each.line.result is ConsentResult.GIVEN
        for each in services.consents.status_of(person.id)
    )
    assert [each.due_on for each in tasks_of(services, TaskKind.DECIDE_REQUEST)] == [AHEAD]
    go_to(services, AHEAD)
    plan = services.decisions.decide(request.id).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert services.destruction_run.run(plan.id).plan.state is PlanState.PARTIAL


def test_a_withdrawal_for_a_later_day_counts_from_that_day(services: Services):
    person = known_person(services)
    request = settled(
        services,
        person,
        scope=RequestScope.PART,
        withdrawn_purposes=("newsletter_photo",),
        wish_on=AHEAD,
        last_service_on=None,
    )
    with pytest.raises(EndAheadError):
        services.decisions.decide(request.id)
    go_to(services, AHEAD)
    assert services.decisions.decide(request.id).plan.due_on == AHEAD + timedelta(days=5)


def test_an_ending_without_a_form_waits_for_its_day(services: Services):
    person = known_person(services)
    with pytest.raises(EndAheadError):
        services.several_endings.end_one(person.id, EndingReason.FACILITY, ENDING)
    request = services.several_endings.announce(person.id, EndingReason.FACILITY, ENDING)
    assert request.state is RequestState.SETTLED
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    assert [each.due_on for each in tasks_of(services, TaskKind.DECIDE_REQUEST)] == [AHEAD]
    go_to(services, AHEAD)
    assert services.decisions.decide(request.id).plan.state is PlanState.AWAITING


def test_of_several_those_still_served_wait_and_the_others_end(services: Services):
    ahead, gone = known_person(services).id, register(services, "마루한").id
    services.several_endings.end([ahead], EndingReason.FACILITY, ENDING)
    days = EndingDays(EndingReason.FACILITY, date(2026, 11, 20), date(2026, 11, 20))
    ended = services.several_endings.end([gone], EndingReason.FACILITY, days)
    assert not ended.waiting
    assert services.people.open(ahead).person.state is PersonState.ACTIVE
    assert services.people.open(gone).person.state is PersonState.ENDING
    other = register(services, "가람").id
    ended = services.several_endings.end([other], EndingReason.FACILITY, ENDING)
    assert ended.waiting == {other}
    assert not services.several_endings.take_back(ended)


def test_a_plan_that_was_made_too_early_is_not_approved_nor_carried_out(services: Services):
    person = known_person(services)
    go_to(services, AHEAD)
    plan = decided(services, person, wish_on=AHEAD, last_service_on=AHEAD).plan
    go_to(services, date(2026, 12, 20))
    with pytest.raises(EndAheadError):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    go_to(services, AHEAD)
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    go_to(services, date(2026, 12, 20))
    with pytest.raises(EndAheadError):
        services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED


@pytest.mark.parametrize("last", [date(2019, 11, 20), date(2025, 1, 1)])
def test_nobody_leaves_before_they_came(services: Services, last: date):
    person = known_person(services)
    with pytest.raises(LastDayTooEarlyError) as refused:
        services.requests.take(intake_of(services, person, last_service_on=last))
    assert (refused.value.field, refused.value.on_record) == ("last_service_on", date(2025, 1, 2))
    with pytest.raises(LastDayTooEarlyError):
        services.decisions.preview(person.id, ended_on=date(2026, 11, 20), last_service_on=last)
    days = EndingDays(EndingReason.DEATH, date(2026, 11, 20), last)
    with pytest.raises(LastDayTooEarlyError):
        services.several_endings.end_one(person.id, EndingReason.DEATH, days)
    assert services.people.open(person.id).person.state is PersonState.ACTIVE


def test_service_on_record_ends_no_earlier(services: Services):
    person = register(
        services, care_record={"first_on": "2025-01-03", "last_on": "2026-11-20", "sheets": "120"}
    )
    with pytest.raises(LastDayTooEarlyError) as refused:
        services.requests.take(intake_of(services, person, last_service_on=date(2025, 11, 20)))
    assert refused.value.on_record == date(2026, 11, 20)
    assert services.requests.take(intake_of(services, person))


def test_staff_leave_no_earlier_than_they_were_hired(services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF)
    days = EndingDays(EndingReason.LEFT_JOB, date(2024, 1, 31), None)
    with pytest.raises(LastDayTooEarlyError) as refused:
        services.several_endings.end_one(person.id, EndingReason.LEFT_JOB, days)
    assert (refused.value.field, refused.value.on_record) == ("wish_on", date(2024, 2, 1))
