from contextlib import suppress
from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import (
    ConsentAlreadyWithdrawnError,
    ConsentMethod,
    ConsentResult,
    WithdrawnBeforeGivenError,
)
from easycare_desktop.domain.destruction import PlanCause, PlanState
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.people import Person, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import agree, known_person


def photo_of(services: Services, person: Person) -> Holding:
    holdings = services.people.open(person.id).holdings
    return next(each for each in holdings if each.group == "photo")


def test_what_rested_on_the_consent_waits_to_be_destroyed(services: Services):
    person = known_person(services)
    today = services.office.today()
    seen = services.withdrawals.preview(person.id, "newsletter_photo", today)
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    assert [item.group.code for item in seen.items] == ["photo"]
    assert done.line.result is ConsentResult.WITHDRAWN
    assert done.plan is not None
    assert done.plan.cause is PlanCause.WITHDRAWAL
    assert [item.group for item in done.plan.items] == ["photo"]
    card = services.people.open(person.id)
    states = {holding.group: holding.state for holding in card.holdings}
    assert card.person.state is PersonState.ACTIVE
    assert states.pop("photo") is HoldingState.DUE
    assert set(states.values()) == {HoldingState.ACTIVE}


def test_a_consent_without_data_needs_no_plan(services: Services):
    person = known_person(services)
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)
    assert done.plan is None
    with pytest.raises(ConsentAlreadyWithdrawnError):
        services.withdrawals.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)


def test_a_cancelled_plan_leaves_it_due(services: Services):
    person = known_person(services)
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    assert done.plan is not None
    services.destruction.cancel(done.plan.id)
    assert photo_of(services, person).state is HoldingState.DUE
    assert photo_of(services, person).destroy_by == date(2026, 11, 28)
    tasks = [task for task in services.today.show().tasks if task.kind is TaskKind.PLAN_DUE]
    assert [task.due_on for task in tasks] == [date(2026, 11, 28)]
    again = services.destruction.propose_due()
    assert again is not None
    assert (again.cause, again.due_on) == (PlanCause.WITHDRAWAL, date(2026, 11, 28))
    assert again.doomed == done.plan.doomed


def test_a_new_consent_takes_it_out_of_the_plan(services: Services):
    person = known_person(services)
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    agree(services, person)
    assert done.plan is not None
    assert services.destruction.view(done.plan.id).plan.state is PlanState.CANCELLED
    assert photo_of(services, person).state is HoldingState.ACTIVE
    assert photo_of(services, person).destroy_by is None
    assert services.destruction.count_due() == 0


def test_what_was_left_without_consent_is_due_at_the_next_opening(services: Services):
    person = known_person(services)
    today = services.office.today()
    services.consents.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    assert services.restrictions.apply() == 1
    assert photo_of(services, person).state is HoldingState.DUE


def test_a_withdrawal_before_the_consent_is_refused_on_every_way(services: Services):
    person = known_person(services)
    before = services.office.today() - timedelta(days=1)
    for withdraw in (services.withdrawals.withdraw, services.consents.withdraw):
        with pytest.raises(WithdrawnBeforeGivenError):
            withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, before)


def test_other_groups_need_no_day_on_record(services: Services):
    person = known_person(services)
    complaint = {"received_on": "2026-03-02", "subject": "아직 처리하는 중"}
    services.people.save_group(
        person.id, "complaint", complaint, expected_version=1, reason="다시 살핌"
    )
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    assert done.plan is not None
    assert [item.group for item in done.plan.items] == ["photo"]


def test_a_refused_withdrawal_leaves_no_restriction(services: Services):
    person = known_person(services)
    today = services.office.today()
    for _ in range(2):
        with suppress(ConsentAlreadyWithdrawnError):
            services.withdrawals.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)
    assert len(services.office.keys.restrictions()) == 1
    agree(services, person)
    assert services.restrictions.apply() == 0
    standing = {each.purpose.code: each.line for each in services.consents.status_of(person.id)}
    assert standing["marketing"] is not None
    assert standing["marketing"].result is ConsentResult.GIVEN
