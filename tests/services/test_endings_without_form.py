"""A death or a departure is no withdrawal: nobody said so, and nobody is written to."""

import pytest

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import EndingReason, Person
from easycare_desktop.domain.request_refusals import NobodyToTellError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.decisions import Decision
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import (
    LAST_SERVICE,
    approval_of,
    decided,
    known_person,
    next_day,
    tell_result,
)


def died(services: Services, person: Person) -> Decision:
    today = services.office.today()
    request = services.requests.take_ending(
        person.id, EndingReason.DEATH, last_service_on=LAST_SERVICE, ended_on=today
    )
    return services.decisions.decide(request.id)


def said(services: Services, person: Person) -> set[ConsentResult]:
    return {line.result for line in services.consents.lines_of(person.id)}


def test_a_death_withdraws_nothing(services: Services):
    person = known_person(services)
    died(services, person)
    assert said(services, person) == {ConsentResult.GIVEN}
    assert services.office.keys.restrictions() == []


def test_a_death_told_on_a_form_withdraws_nothing(services: Services):
    person = known_person(services)
    decided(services, person, ending=EndingReason.DEATH)
    assert said(services, person) == {ConsentResult.GIVEN}


def test_taking_it_back_needs_nothing(services: Services):
    person = known_person(services)
    services.requests.take_back(died(services, person).request.id)
    states = {each.state for each in services.people.open(person.id).holdings}
    assert states == {HoldingState.ACTIVE}
    assert all(each.given for each in services.consents.status_of(person.id))


def test_nobody_is_told_of_a_request_that_nobody_made(services: Services):
    person = known_person(services)
    decision = died(services, person)
    plan = decision.plan
    assert plan is not None
    for kind in (PaperKind.RESULT_NOTICE, PaperKind.RECEIPT):
        with pytest.raises(NobodyToTellError):
            services.papers.make(kind, decision.request.id, "알림")
    services.destruction.tick(plan.id, {OutsidePlace.PAPER: OutsideState.CLEARED})
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    with pytest.raises(NobodyToTellError):
        tell_result(services, decision.request.id)


def test_the_dead_are_owed_no_second_notice(services: Services):
    plan = died(services, known_person(services)).plan
    assert plan is not None
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    next_day(services, 7 * 365)
    services.office.accept_clock()
    later = services.destruction.propose_due()
    assert later is not None
    services.destruction.approve_in_place(later.id, approval_of(services, later))
    services.destruction_run.run(later.id)
    assert services.second_notices.of_plan(later.id) == []
