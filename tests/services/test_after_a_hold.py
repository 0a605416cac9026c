"""What a legal hold kept beyond its time goes afterwards: with its true cause, days and word."""

from datetime import date, timedelta

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import (
    Plan,
    PlanCause,
    PlanState,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.second_notices import prepare
from tests.helpers.carrying_out import carry_out
from tests.helpers.cases import GUARDIAN, decided, known_person, register, tell_result
from tests.helpers.holds import UNTIL, go_to, hold, ids_of, now, state_of


def resumed(services: Services) -> tuple[Person, Plan]:
    """Return who was cancelled, and the plan of what a hold had kept of them."""
    person = known_person(services)
    plan = decided(services, person).plan
    hold(services, ids_of(services, person, "identity", "photo"))
    carry_out(services, now(services, plan))
    tell_result(services, plan.request_id or 0)
    go_to(services, date(2027, 2, 11))
    services.destruction.propose_due()
    plans = [now(services, line) for line in services.destruction.all()]
    return person, next(each for each in plans if each.cause is PlanCause.HOLD_OVER)


def test_what_a_hold_kept_goes_with_its_true_cause_and_days(services: Services):
    _, plan = resumed(services)
    assert {item.group for item in plan.items} == {"identity", "photo"}
    assert plan.due_on == UNTIL + timedelta(days=5)
    with services.office.door.enter(Action.DESTRUCTION_READ) as step:
        told = step.uow.plans.facts(plan.id)["resumed"]
    assert isinstance(told, dict)
    assert [each["cause"] for each in told.values()] == ["request"] * 2
    assert {each["on"] for each in told.values()} == {"2026-11-23"}
    assert {each["held_until"] for each in told.values()} == {UNTIL.isoformat()}


def test_the_certificate_says_why_it_was_late(services: Services):
    _, plan = resumed(services)
    carry_out(services, plan)
    text = text_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관").pdf)
    said = "".join(text.split())
    assert "분쟁보존끝남(2027-01-31)·처음사유:이용취소신청" in said
    assert "보유기간이끝났습니다" not in said


def test_of_what_a_hold_kept_the_person_is_told(services: Services):
    person, plan = resumed(services)
    carry_out(services, plan)
    (notice,) = services.second_notices.of_plan(plan.id)
    assert (notice.person_id, notice.name) == (person.id, "홍길순")
    paper = services.papers.make(PaperKind.SECOND_NOTICE, person.id, "통지")
    assert "분쟁보존(책임자 결정)" in text_of(paper.pdf)
    assert "2027-01-31까지" in text_of(paper.pdf).replace("\n", " ")


def test_a_plan_of_what_was_held_is_proposed_again_when_it_is_dropped(services: Services):
    _, plan = resumed(services)
    services.destruction.cancel(plan.id)
    again = services.destruction.propose_due()
    assert again is not None
    assert (again.cause, again.doomed) == (PlanCause.HOLD_OVER, plan.doomed)


def test_whoever_is_only_kept_apart_by_then_is_told_by_name(services: Services):
    person = known_person(services)
    plan = decided(services, person).plan
    hold(services, ids_of(services, person, "photo"))
    carry_out(services, now(services, plan))
    tell_result(services, plan.request_id or 0)
    go_to(services, date(2026, 12, 30))
    letters = services.destruction.propose_due()
    assert letters is not None
    carry_out(services, letters)
    go_to(services, UNTIL + timedelta(days=1))
    over = services.destruction.propose_due()
    assert over is not None
    carry_out(services, over)
    assert [each.name for each in services.second_notices.of_plan(over.id)] == ["홍길순"]


def test_a_clerk_who_carries_it_out_later_puts_the_letter_aside_too(services: Services):
    person, plan = resumed(services)
    with services.office.door.enter(Action.DESTRUCTION_RUN) as step:
        prepare(services.office, step, plan)
        letters = [
            each.group for each in step.uow.holdings.of_person(person.id) if each.clock is not None
        ]
    assert "notice" in letters


@pytest.mark.parametrize("proposed", [False, True])
def test_a_guardian_who_was_held_and_is_needed_again_stays(services: Services, *, proposed: bool):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    plan = decided(services, person).plan
    (identity,) = ids_of(services, guardian, "identity")
    hold(services, [identity])
    carry_out(services, now(services, plan))
    if proposed:
        go_to(services, UNTIL + timedelta(days=1))
        services.destruction.propose_due()
    services.people.link_guardian(register(services, "마루한").id, guardian.id)
    go_to(services, UNTIL + timedelta(days=2))
    services.destruction.propose_due()
    plans = [now(services, line) for line in services.destruction.all()]
    assert not any(identity in each.doomed for each in plans if each.state is PlanState.AWAITING)
    assert state_of(services, identity) is HoldingState.ACTIVE
