"""Several plans of one person: letters, withdrawals that wait, endings that are taken back."""

from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    Plan,
    PlanCause,
    PlanState,
    PlanStepError,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.requests import RequestScope, RequestStepError
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_run import RunResult
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import (
    GUARDIAN,
    agree,
    approval_of,
    decided,
    intake_of,
    known_person,
    next_day,
    register,
    settled,
    tell_result,
)
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome


def purpose_of(services: Services, person: Person) -> str:
    return services.office.catalogue.group("photo", person.kind).consent_purpose


def carried_out(services: Services, plan: Plan) -> RunResult:
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction_run.run(plan.id)


def partly_done(services: Services, person: Person) -> None:
    purposes = (purpose_of(services, person),)
    part = decided(services, person, scope=RequestScope.PART, withdrawn_purposes=purposes)
    carried_out(services, part.plan)
    tell_result(services, part.request.id)


def withdrawn(services: Services, person: Person) -> Plan:
    today = services.office.today()
    done = services.withdrawals.withdraw(
        person.id, purpose_of(services, person), ConsentMethod.PAPER, today
    )
    assert done.plan is not None
    return done.plan


def test_a_waiting_letter_is_no_part_of_the_ending(services: Services):
    person = known_person(services)
    partly_done(services, person)
    whole = decided(services, person)
    plan = whole.plan
    assert "notice" not in {item.group for item in plan.items}
    carried_out(services, plan)
    tell_result(services, whole.request.id)
    paper = services.papers.make(PaperKind.CERTIFICATE_PERSON, plan.id, "본인 교부")
    assert paper.pdf.startswith(b"%PDF")
    next_day(services, 60)
    later = services.destruction.propose_due()
    assert later is not None
    assert [item.group for item in later.items] == ["notice"]


def test_an_ending_takes_over_what_a_withdrawal_left_waiting(services: Services):
    person = known_person(services)
    earlier = withdrawn(services, person)
    next_day(services, 2)
    plan = decided(services, person).plan
    assert services.destruction.view(earlier.id).plan.state is PlanState.CANCELLED
    assert earlier.doomed <= plan.doomed
    assert plan.due_on == earlier.due_on
    carried_out(services, plan)
    assert plan.doomed <= services.office.keys.tombstones()


def test_what_was_taken_over_is_not_used_when_the_ending_is_taken_back(services: Services):
    person = known_person(services)
    earlier = withdrawn(services, person)
    taken_over = decided(services, person)
    services.requests.take_back(taken_over.request.id)
    card = services.people.open(person.id)
    states = {each.id: each.state for each in card.holdings}
    assert {states[each] for each in earlier.doomed} == {HoldingState.DUE}
    assert card.person.state is PersonState.ACTIVE
    again = services.destruction.propose_due()
    assert again is not None
    assert (again.cause, again.doomed) == (PlanCause.WITHDRAWAL, earlier.doomed)


def test_a_dropped_proposal_reopens_nobody_and_stops_no_clock(services: Services):
    person = known_person(services)
    partly_done(services, person)
    next_day(services, 60)
    proposed = services.destruction.propose_due()
    assert proposed is not None
    decided(services, person)
    services.destruction.cancel(proposed.id)
    assert services.people.open(person.id).person.state is PersonState.ENDING


def test_a_dropped_proposal_comes_again(services: Services, monkeypatch: pytest.MonkeyPatch):
    person = known_person(services)
    partly_done(services, person)
    next_day(services, 60)
    proposed = services.destruction.propose_due()
    assert proposed is not None
    services.office.accept_clock()
    services.destruction.approve_in_place(proposed.id, approval_of(services, proposed))

    def failing(*_args: object, **_named: object) -> None:
        message = "planted"
        raise OSError(message)

    with monkeypatch.context() as bad:
        bad.setattr("easycare_desktop.services.destruction_run.switch_generation", failing)
        with pytest.raises(OSError, match="planted"):
            services.destruction_run.run(proposed.id)
    services.destruction.cancel(proposed.id)
    again = services.destruction.propose_due()
    assert again is not None
    assert again.doomed == proposed.doomed


def test_the_paper_of_a_guardian_does_not_wait_for_the_recipient(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    agree(services, guardian)
    judged = services.decisions.of_request(settled(services, person).id)
    own = {item.group.code: item for item in judged.items if item.person.id == guardian.id}
    kept = [item for item in own.values() if item.stays and item.group.code != "consent_paper"]
    assert kept == []
    assert not own["consent_paper"].stays
    ends = own["consent_paper"].outcome.destroy_by
    assert ends <= services.office.today() + timedelta(days=5)


def test_a_refused_withdrawal_leaves_nothing_in_the_keys(home: OfficeHome):
    office = home.open()
    person = known_person(Services(office))
    office.close()
    seen = home.open(VIEWER, OTHERS_PASSWORD)
    services = Services(seen)
    purpose = purpose_of(services, person)
    with pytest.raises(NotPermittedError):
        services.consents.withdraw(person.id, purpose, ConsentMethod.PAPER, seen.today())
    assert seen.keys.restrictions() == []
    seen.close()


def test_a_decision_that_is_refused_leaves_nothing_in_the_keys(services: Services):
    person = register(services)
    agree(services, person)
    purposes = (purpose_of(services, person),)
    request = services.requests.take(
        intake_of(services, person, scope=RequestScope.PART, withdrawn_purposes=purposes)
    )
    with pytest.raises(RequestStepError):
        services.decisions.decide(request.id)
    assert services.office.keys.restrictions() == []


def test_a_closed_plan_is_not_ticked_any_more(services: Services, tmp_path: Path):
    services.key_places.add("USB", tmp_path)
    plan = carried_out(services, decided(services, known_person(services)).plan).plan
    assert plan.state is PlanState.DONE
    with pytest.raises(PlanStepError):
        services.destruction.tick(plan.id, {OutsidePlace.PAPER: OutsideState.OPEN})
    kept = services.destruction.view(plan.id).plan.outside
    assert set(kept.values()) == {OutsideState.CLEARED}
