from contextlib import suppress

import pytest

from easycare_desktop.domain.consents import (
    ConsentAlreadyWithdrawnError,
    ConsentMethod,
    ConsentResult,
)
from easycare_desktop.domain.destruction import PlanCause
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import agree, known_person


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


def test_a_cancelled_plan_leaves_it_suspended(services: Services):
    person = known_person(services)
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "newsletter_photo", ConsentMethod.PHONE, today)
    assert done.plan is not None
    services.destruction.cancel(done.plan.id)
    states = {each.group: each.state for each in services.people.open(person.id).holdings}
    assert states["photo"] is HoldingState.SUSPENDED


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
