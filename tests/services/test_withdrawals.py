"""Withdrawing one consent while the relation goes on: recorded, and its data planned to go."""

from datetime import date

import pytest

from easycare_desktop.domain.consents import (
    ConsentAlreadyWithdrawnError,
    ConsentDateInFutureError,
    ConsentMethod,
    ConsentResult,
    WithdrawnBeforeGivenError,
)
from easycare_desktop.domain.destruction import PlanAction, PlanCause
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import known_person

TODAY = date(2026, 11, 23)
PHONE = ConsentMethod.PHONE


def test_what_rested_on_it_is_planned_and_nothing_else(services: Services):
    person = known_person(services)
    shown = services.withdrawals.preview(person.id, "newsletter_photo", TODAY)
    withdrawn = services.withdrawals.withdraw(person.id, "newsletter_photo", PHONE, TODAY)
    assert withdrawn.line.result is ConsentResult.WITHDRAWN
    plan = withdrawn.plan
    assert plan is not None
    assert plan.cause is PlanCause.WITHDRAWAL
    assert [(item.group, item.action) for item in plan.items] == [("photo", PlanAction.DESTROY)]
    assert [item.holding.id for item in shown.items] == [plan.items[0].holding_id]
    states = {each.group: each.state for each in services.people.open(person.id).holdings}
    assert states.pop("photo") is HoldingState.DUE
    assert set(states.values()) == {HoldingState.ACTIVE}


def test_without_data_there_is_nothing_to_plan(services: Services):
    person = known_person(services)
    withdrawn = services.withdrawals.withdraw(person.id, "third_party", PHONE, TODAY)
    assert withdrawn.plan is None
    assert services.destruction.all() == []


def test_the_day_must_make_sense(services: Services):
    person = known_person(services)
    with pytest.raises(ConsentDateInFutureError):
        services.withdrawals.withdraw(person.id, "marketing", PHONE, date(2026, 11, 24))
    with pytest.raises(WithdrawnBeforeGivenError):
        services.withdrawals.withdraw(person.id, "marketing", PHONE, date(2000, 1, 1))
    services.withdrawals.withdraw(person.id, "marketing", PHONE, TODAY)
    with pytest.raises(ConsentAlreadyWithdrawnError):
        services.withdrawals.withdraw(person.id, "marketing", PHONE, TODAY)
