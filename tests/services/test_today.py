from datetime import date, timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.requests import Proof, Settlement, Verification
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.today import Task, TaskKind
from tests.helpers.cases import (
    PERSON,
    agree,
    approval_of,
    approved,
    decided,
    intake_of,
    known_person,
    next_day,
    register,
    tell_result,
)


def tasks_of(services: Services, kind: TaskKind) -> list[Task]:
    return [task for task in services.today.show().tasks if task.kind is kind]


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


def test_a_request_shows_its_next_step(services: Services, person: Person):
    request = services.requests.take(intake_of(services, person))
    (task,) = tasks_of(services, TaskKind.VERIFY_REQUEST)
    assert (task.subject, task.number) == (request.id, "2026-0001")
    assert (task.person_id, task.due_on) == (person.id, date(2026, 12, 3))
    today = services.office.today()
    services.requests.verify(request.id, Verification((Proof.ID_CARD,), today))
    assert len(tasks_of(services, TaskKind.SETTLE_REQUEST)) == 1
    services.requests.settle(request.id, Settlement())
    assert len(tasks_of(services, TaskKind.DECIDE_REQUEST)) == 1
    services.decisions.decide(request.id)
    assert len(tasks_of(services, TaskKind.APPROVE_PLAN)) == 1


def test_a_plan_shows_its_next_step(services: Services, person: Person):
    plan = decided(services, person).plan
    (task,) = tasks_of(services, TaskKind.APPROVE_PLAN)
    assert (task.subject, task.due_on) == (plan.id, date(2026, 11, 28))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert [task.subject for task in tasks_of(services, TaskKind.RUN_PLAN)] == [plan.id]
    services.destruction_run.run(plan.id)
    assert [task.subject for task in tasks_of(services, TaskKind.FINISH_PLAN)] == [plan.id]
    assert len(tasks_of(services, TaskKind.NOTIFY_REQUEST)) == 1


def test_a_finished_case_leaves_nothing_to_do(services: Services, person: Person, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    assert plan.request_id is not None
    tell_result(services, plan.request_id)
    services.backup_targets.add("USB", stick)
    services.backup.back_up(BackupCause.BY_HAND)
    assert services.today.show().tasks == ()


def test_missing_consents(services: Services):
    waiting = register(services)
    tasks = tasks_of(services, TaskKind.CONSENT_MISSING)
    assert [(task.subject, task.due_on) for task in tasks] == [(waiting.id, date(2025, 1, 2))]
    agree(services, waiting)
    assert tasks_of(services, TaskKind.CONSENT_MISSING) == []


def test_consents_that_end(services: Services, person: Person):
    ends = services.consents.overview()[0].ends_next
    assert ends is not None
    days = (ends - services.office.today()).days
    next_day(services, days - 20)
    assert services.today.show().consents_ending > 0
    assert tasks_of(services, TaskKind.CONSENT_ENDS) == []
    next_day(services, 14)
    assert {task.subject for task in tasks_of(services, TaskKind.CONSENT_ENDS)} == {person.id}
    assert {task.due_on for task in tasks_of(services, TaskKind.CONSENT_ENDS)} == {ends}


def test_a_renewal_comes_up(services: Services):
    entitlement = dict(PERSON["entitlement"]) | {"valid_until": "2026-12-26"}
    person = services.people.register(
        PersonKind.RECIPIENT,
        {"identity": PERSON["identity"], "entitlement": entitlement},
    )
    (task,) = tasks_of(services, TaskKind.RENEWAL)
    assert (task.subject, task.due_on) == (person.id, date(2026, 11, 26))


def test_the_end_of_a_stay(services: Services, person: Person):
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    assert plan.request_id is not None
    tell_result(services, plan.request_id)
    assert tasks_of(services, TaskKind.PLAN_DUE) == []
    next_day(services, 31)
    (task,) = tasks_of(services, TaskKind.PLAN_DUE)
    assert task.due_on == date(2026, 12, 28)
    assert services.destruction.count_due() == 1
    plan = services.destruction.propose_due()
    assert plan is not None
    assert tasks_of(services, TaskKind.PLAN_DUE) == []
    assert [task.subject for task in tasks_of(services, TaskKind.APPROVE_PLAN)] == [plan.id]


def test_key_places(services: Services, person: Person, tmp_path: Path):
    assert len(tasks_of(services, TaskKind.NO_KEY_PLACE)) == 1
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    assert tasks_of(services, TaskKind.NO_KEY_PLACE) == []
    stick.rename(tmp_path / "away")
    assert [task.name for task in tasks_of(services, TaskKind.KEY_PLACE)] == ["USB"]


def test_overdue_today_and_this_week(services: Services, person: Person):
    decided(services, person)
    shown = services.today.show()
    assert [task.kind for task in shown.this_week] == [TaskKind.APPROVE_PLAN]
    next_day(services, 5)
    assert TaskKind.APPROVE_PLAN in {task.kind for task in services.today.show().due_today}
    next_day(services)
    assert TaskKind.APPROVE_PLAN in {task.kind for task in services.today.show().overdue}


def test_the_months_count_what_went_and_what_stayed(services: Services, person: Person):
    plan = approved(services, person)
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction_run.run(plan.id)
    months = services.today.show().months
    assert len(months) == 6
    assert months[-1].month == date(2026, 11, 1)
    assert (months[-1].destroyed, months[-1].separated) == (len(plan.doomed), len(plan.separated))
    assert [(m.destroyed, m.separated) for m in months[:-1]] == [(0, 0)] * 5


def test_a_plan_that_waits_for_the_next_day_says_so(services: Services, person: Person):
    plan = decided(services, person).plan
    until = services.office.today() + timedelta(days=1)
    with services.office.files.office() as connection:
        connection.exec_driver_sql(
            "UPDATE plan SET state = 'waiting_day', wait_until = ? WHERE id = ?",
            (until.isoformat(), plan.id),
        )
    (task,) = tasks_of(services, TaskKind.APPROVE_PLAN)
    assert task.due_on == until
