"""What was written down of a request is corrected until it is decided; nothing is lost by it."""

from datetime import date

import pytest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.requests import (
    Applicant,
    Proof,
    ProofMissingError,
    RequestScope,
    RequestState,
    RequestStepError,
    Settlement,
    Verification,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import ReasonMissingError
from tests.helpers.cases import decided, intake_of, known_person, register, settled

WHY = "잘못 적음"


def test_a_form_is_corrected_with_its_day_of_answer(services: Services):
    person = register(services)
    request = settled(services, person, wish_on=date(2026, 11, 30))
    intake = intake_of(services, person, received_on=date(2026, 11, 20), remark="다시 들음")
    done = services.request_corrections.intake(request.id, intake, WHY)
    assert (done.state, done.number) == (RequestState.SETTLED, request.number)
    assert (done.received_on, done.wish_on) == (date(2026, 11, 20), date(2026, 11, 23))
    assert done.due_on == services.requests.answer_due(date(2026, 11, 20))
    known = services.requests.details(request.id)
    assert known.remark == "다시 들음"
    assert known.settlement is not None
    fields = {each.field: each for each in services.corrections.history(person.id)}
    assert set(fields) == {"remark", "received_on", "wish_on"}
    assert (fields["wish_on"].before, fields["wish_on"].reason) == ("2026-11-30", WHY)


def test_check_and_settlement_are_corrected(services: Services):
    person = register(services)
    request = settled(services, person)
    corrections, today = services.request_corrections, services.office.today()
    corrections.verification(request.id, Verification((Proof.CALL_BACK,), today), WHY)
    corrections.settlement(request.id, Settlement(unpaid=3000), WHY)
    known = services.requests.details(request.id)
    assert known.verification is not None
    assert known.settlement is not None
    assert known.verification.proofs == (Proof.CALL_BACK,)
    assert (known.settlement.unpaid, known.settlement.refund) == (3000, 0)


def test_a_correction_needs_a_reason_and_a_case_that_is_not_decided(services: Services):
    person = register(services)
    request = settled(services, person)
    corrections = services.request_corrections
    with pytest.raises(ReasonMissingError):
        corrections.settlement(request.id, Settlement(), " ")
    services.decisions.decide(request.id)
    with pytest.raises(RequestStepError):
        corrections.settlement(request.id, Settlement(), WHY)


def test_a_proof_that_no_longer_fits_stops_the_decision(services: Services):
    person = register(services)
    request = settled(services, person)
    daughter = Applicant("홍길순", "010-0000-5678", Capacity.AGENT, "딸")
    services.request_corrections.intake(
        request.id, intake_of(services, person, applicant=daughter), WHY
    )
    with pytest.raises(ProofMissingError):
        services.decisions.decide(request.id)
    today = services.office.today()
    shown = Verification((Proof.POWER_OF_ATTORNEY,), today)
    services.request_corrections.verification(request.id, shown, WHY)
    assert services.decisions.decide(request.id).request.state is RequestState.DECIDED


def test_a_cancelled_plan_leaves_the_signed_request_to_be_decided_anew(services: Services):
    person = known_person(services)
    decision = decided(services, person)
    assert decision.plan is not None
    services.destruction.cancel(decision.plan.id)
    (line,) = services.requests.all()
    assert (line.request.state, line.request.due_on) == (
        RequestState.SETTLED,
        decision.request.due_on,
    )
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    services.request_corrections.settlement(line.request.id, Settlement(refund=1), WHY)
    again = services.decisions.decide(line.request.id)
    assert again.plan is not None
    assert again.plan.doomed == decision.plan.doomed
    services.requests.take_back(again.request.id)
    assert services.destruction.view(again.plan.id).plan.state is PlanState.CANCELLED


def test_a_withdrawal_whose_plan_was_cancelled_is_decided_anew(services: Services):
    person = known_person(services)
    part = decided(
        services, person, scope=RequestScope.PART, withdrawn_purposes=("newsletter_photo",)
    )
    assert part.plan is not None
    services.destruction.cancel(part.plan.id)
    again = services.decisions.decide(part.request.id)
    assert again.plan is not None
    assert again.plan.doomed == part.plan.doomed
