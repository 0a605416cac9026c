"""A law that got longer keeps what waits for its day; one that got shorter ends nothing earlier."""

from dataclasses import replace
from datetime import date, datetime

from easycare_desktop.domain.destruction import Plan, PlanAction, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.longer_stays import keep_by_law
from easycare_desktop.system.clock import SEOUL
from tests.helpers.cases import approval_of, approved, decided, known_person

IN_FORCE = date(2028, 1, 1)
AFTER_FIVE = date(2031, 12, 1)
TEN_YEARS = date(2036, 11, 20)
BY_CARE_LAW = {"care_contract", "care_record"}


def change_law(services: Services, code: str, years: int) -> None:
    law = services.office.law
    newer = [
        replace(each, years=years, months=0, days=0, in_force=IN_FORCE)
        for each in law.retention
        if each.code == code
    ]
    services.office.law = replace(law, retention=(*law.retention, *newer))


def go_to(services: Services, day: date) -> None:
    services.office.clock.set(datetime(day.year, day.month, day.day, 10, tzinfo=SEOUL))
    services.office.accept_clock()


def ends_apart(services: Services) -> dict[str, date]:
    return {each.group: each.until for each in services.separated.list()}


def groups_of(plan: Plan | None) -> set[str]:
    return set() if plan is None else {item.group for item in plan.items}


def test_what_is_kept_apart_stays_as_long_as_the_newer_law_says(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    before = ends_apart(services)
    change_law(services, "L-01", 10)
    go_to(services, AFTER_FIVE)
    due = services.destruction.propose_due()
    assert due is not None
    assert not BY_CARE_LAW & groups_of(due)
    after = ends_apart(services)
    assert {after[group] for group in BY_CARE_LAW} == {TEN_YEARS}
    others = before.keys() - BY_CARE_LAW - {"consent_paper"}
    assert {group: after[group] for group in others} == {group: before[group] for group in others}


def test_a_signed_form_stays_with_what_it_proves(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    papers = [each for each in services.separated.list() if each.group == "consent_paper"]
    assert papers
    change_law(services, "L-01", 10)
    go_to(services, IN_FORCE)
    keep_by_law(services.office)
    assert ends_apart(services)["consent_paper"] == TEN_YEARS


def test_what_waits_in_a_plan_leaves_it_and_the_plan_is_approved_anew(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    go_to(services, AFTER_FIVE)
    due = services.destruction.propose_due()
    assert due is not None
    assert groups_of(due) > BY_CARE_LAW
    services.destruction.approve_in_place(due.id, approval_of(services, due))
    change_law(services, "L-01", 10)
    services.today.catch_up()
    left = services.destruction.view(due.id).plan
    assert left.state is PlanState.AWAITING
    assert not BY_CARE_LAW & groups_of(left)
    assert ends_apart(services).keys() >= BY_CARE_LAW


def test_what_waits_to_be_set_apart_is_kept_longer_too(services: Services):
    decided(services, known_person(services))
    change_law(services, "L-01", 10)
    go_to(services, AFTER_FIVE)
    keep_by_law(services.office)
    with services.office.door.enter(Action.HOLDINGS_READ) as step:
        held = step.uow.holdings.with_end(HoldingState.DUE)
    by_group = {each.group: each for each in held}
    clock = by_group["care_record"].clock
    assert clock is not None
    assert clock.until == TEN_YEARS
    assert by_group["care_record"].destroy_by == date(2036, 11, 25)


def test_a_shorter_law_and_a_longer_policy_change_nothing_that_runs(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    before = ends_apart(services)
    change_law(services, "L-01", 3)
    change_law(services, "I-01", 9)
    go_to(services, IN_FORCE)
    keep_by_law(services.office)
    assert ends_apart(services) == before
    assert {item.action for item in plan.items} == {PlanAction.DESTROY, PlanAction.SEPARATE}
