"""Nothing but the consent carries a guardian, an enquirer, a jobseeker: without it they end."""

from collections.abc import Mapping
from datetime import date

import pytest

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.destruction import PlanCause
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import EndingReason, Person, PersonKind, PersonState
from easycare_desktop.domain.requests import Applicant, RequestScope
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from tests.helpers.cases import GUARDIAN, agree, approval_of, decided, register

ENQUIRER = {
    "identity": {"name": "상하나", "mobile": "010-0000-1111"},
    "enquiry": {"asked_on": "2026-11-01", "last_contact_on": "2026-11-10", "note": "가상 상담"},
}
JOBSEEKER = {"identity": {"name": "구하나", "mobile": "010-0000-2222", "birth": "1990-01-01"}}
KINDS: list[tuple[PersonKind, str, Mapping[str, Mapping[str, str]]]] = [
    (PersonKind.GUARDIAN, "guardian_contact", GUARDIAN),
    (PersonKind.ENQUIRER, "enquiry", {"identity": ENQUIRER["identity"]}),
    (PersonKind.JOBSEEKER, "hiring", JOBSEEKER),
]


def agreed(
    services: Services, kind: PersonKind, purpose: str, values: Mapping[str, Mapping[str, str]]
) -> Person:
    person = services.people.register(kind, values)
    services.consents.record(
        person.id,
        [Said(purpose, ConsentResult.GIVEN)],
        Signer("홍보호", Capacity.SELF),
        ConsentMethod.PAPER,
        services.office.today(),
    )
    return person


@pytest.mark.parametrize(("kind", "purpose", "values"), KINDS)
def test_withdrawing_it_ends_the_relation(
    services: Services,
    kind: PersonKind,
    purpose: str,
    values: Mapping[str, Mapping[str, str]],
):
    person = agreed(services, kind, purpose, values)
    today = services.office.today()
    plan = services.withdrawals.withdraw(person.id, purpose, ConsentMethod.PHONE, today).plan
    assert plan is not None
    assert (plan.cause, plan.due_on) == (PlanCause.WITHDRAWAL, date(2026, 11, 28))
    assert "identity" in {item.group for item in plan.items if item.holding_id in plan.doomed}
    assert services.people.open(person.id).person.state is PersonState.ENDING
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert person.id not in {line.id for line in services.people.find("")}


def test_a_cancelled_plan_leaves_it_due_until_there_is_a_new_consent(services: Services):
    person = agreed(services, PersonKind.GUARDIAN, "guardian_contact", GUARDIAN)
    today = services.office.today()
    done = services.withdrawals.withdraw(person.id, "guardian_contact", ConsentMethod.PHONE, today)
    assert done.plan is not None
    services.destruction.cancel(done.plan.id)
    card = services.people.open(person.id)
    assert card.person.state is PersonState.ACTIVE
    identity = next(each for each in card.holdings if each.group == "identity")
    assert identity.state is HoldingState.DUE
    assert services.destruction.count_due() >= 1
    agree(services, person)
    card = services.people.open(person.id)
    identity = next(each for each in card.holdings if each.group == "identity")
    assert identity.state is HoldingState.ACTIVE


def test_a_signed_form_does_the_same(services: Services):
    recipient = register(services)
    person = agreed(services, PersonKind.GUARDIAN, "guardian_contact", GUARDIAN)
    services.people.link_guardian(recipient.id, person.id)
    decision = decided(
        services,
        person,
        scope=RequestScope.PART,
        withdrawn_purposes=("guardian_contact",),
        last_service_on=None,
        applicant=Applicant("홍보호", "010-0000-9999", Capacity.SELF),
    )
    assert decision.plan is not None
    assert "identity" in {item.group for item in decision.plan.items}
    assert services.people.open(person.id).person.state is PersonState.ENDING


def test_another_consent_of_the_same_person_ends_nothing(services: Services):
    person = agreed(services, PersonKind.GUARDIAN, "guardian_contact", GUARDIAN)
    agree(services, person)
    today = services.office.today()
    services.withdrawals.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)
    assert services.people.open(person.id).person.state is PersonState.ACTIVE


def test_nobody_is_kept_by_the_policy_against_the_own_word(services: Services):
    person = agreed(services, PersonKind.ENQUIRER, "enquiry", ENQUIRER)
    seen = services.withdrawals.preview(person.id, "enquiry", services.office.today())
    kept = {item.group.code for item in seen.stays}
    assert not kept & {"identity", "enquiry"}
    today = services.office.today()
    ended = services.decisions.preview(
        person.id, ended_on=today, last_service_on=None, ending=EndingReason.NO_CONTRACT
    )
    assert "enquiry" in {item.group.code for item in ended.stays}
