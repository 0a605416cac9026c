"""A consent that has run out is none: nothing is added, and what rested on it is due."""

from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.consents import (
    Capacity,
    ConsentMethod,
    ConsentMissingError,
    ConsentResult,
    Signer,
)
from easycare_desktop.domain.destruction import PlanCause
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import NAME, PHOTO, agree, decided, known_person, next_day, register
from tests.helpers.pdf_words import words_of
from tests.helpers.two_pcs import give

SIGNED, LAST = date(2024, 11, 24), date(2026, 11, 24)


def photographed(services: Services) -> Person:
    """Register somebody whose two years of photos end on the day after today."""
    person = register(services)
    services.consents.record(
        person.id,
        [Said("newsletter_photo", ConsentResult.GIVEN)],
        Signer(NAME, Capacity.SELF),
        ConsentMethod.PAPER,
        SIGNED,
    )
    services.people.save_group(person.id, "photo", PHOTO)
    return person


def photo_of(services: Services, person: Person) -> Holding:
    holdings = services.people.open(person.id).holdings
    return next(each for each in holdings if each.group == "photo")


def given(services: Services, person: Person) -> bool:
    status = {each.purpose.code: each for each in services.consents.status_of(person.id)}
    return status["newsletter_photo"].given


def overview(services: Services) -> int:
    return services.consents.overview()[0].given


def test_on_the_last_day_it_still_counts(services: Services):
    person = photographed(services)
    next_day(services)
    assert services.office.today() == LAST
    assert given(services, person)
    assert services.destruction.count_due() == 0
    assert photo_of(services, person).state is HoldingState.ACTIVE


def test_the_day_after_it_counts_as_not_given(services: Services):
    person = photographed(services)
    assert overview(services) == 1
    next_day(services, 2)
    assert not given(services, person)
    assert overview(services) == 0
    assert services.people.open(person.id).agreed == frozenset()
    with pytest.raises(ConsentMissingError):
        services.people.save_group(
            person.id, "photo", PHOTO | {"pictures": "13"}, expected_version=1, reason="더 찍음"
        )


def test_what_rested_on_it_is_due_with_a_cause_of_its_own(services: Services):
    person = photographed(services)
    next_day(services, 2)
    services.today.catch_up()
    due = [task for task in services.today.show().tasks if task.kind is TaskKind.PLAN_DUE]
    assert [task.due_on for task in due] == [date(2026, 11, 29)]
    assert photo_of(services, person).state is HoldingState.DUE
    plan = services.destruction.propose_due()
    assert plan is not None
    assert (plan.cause, plan.due_on) == (PlanCause.CONSENT_OVER, date(2026, 11, 29))
    assert [item.group for item in plan.items] == ["photo"]
    paper = services.papers.make(PaperKind.DESTRUCTION_REQUEST, plan.id, "결재")
    assert "동의기간끝남" in words_of(paper.pdf)
    services.destruction.cancel(plan.id)
    assert photo_of(services, person).state is HoldingState.DUE
    assert services.destruction.count_due() == 1


def test_a_pc_that_may_only_look_makes_nothing_due(services: Services, tmp_path: Path):
    person = photographed(services)
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    give(services)
    assert services.office.looks_only
    next_day(services, 2)
    services.today.catch_up()
    assert photo_of(services, person).state is HoldingState.ACTIVE


def test_a_new_consent_brings_it_back(services: Services):
    person = photographed(services)
    next_day(services, 2)
    assert services.destruction.count_due() == 1
    agree(services, person)
    assert photo_of(services, person).state is HoldingState.ACTIVE
    assert services.destruction.count_due() == 0


def test_what_ran_out_is_asked_again_beside_a_missing_consent(services: Services):
    person = photographed(services)
    next_day(services, 2)
    services.today.catch_up()
    kinds = {task.kind for task in services.today.show().tasks if task.person_id == person.id}
    assert kinds >= {TaskKind.CONSENT_MISSING, TaskKind.CONSENT_ENDS}


def test_after_an_ending_is_taken_back_some_days_are_left_to_ask_again(services: Services):
    person = known_person(services)
    services.requests.take_back(decided(services, person).request.id)
    assert services.destruction.count_due() == 0
    next_day(services, 6)
    assert services.destruction.count_due() == 2
    plan = services.destruction.propose_due()
    assert plan is not None
    assert plan.cause is PlanCause.WITHDRAWAL
    assert {item.group for item in plan.items} == {"health", "photo"}


def test_a_consent_signed_after_the_form_came_is_ended_by_it(services: Services):
    person = known_person(services)
    decided(services, person, received_on=date(2026, 11, 20))
    assert not any(each.given for each in services.consents.status_of(person.id))
