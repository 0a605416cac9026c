"""What the papers of a plan say about it: why and since when, whose data, who acted."""

from collections.abc import Mapping, Sequence
from datetime import date

from easycare_desktop.documents import phrases
from easycare_desktop.documents.values import Actor
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.domain.people import Person
from easycare_desktop.services.destruction_failure import BROKEN
from easycare_desktop.services.paper_values.common import (
    Desk,
    cause_sentence,
    list_of,
    switched_at,
)


def is_broken(facts: Mapping[str, object]) -> bool:
    """Tell whether an open point is no work to do but a check that failed."""
    return bool(BROKEN & {str(each) for each in list_of(facts.get("open"))})


def reason_of(plan: Plan) -> str:
    """Say why a plan exists: a cause that says it all is not said twice."""
    said = word(plan.cause)
    whole = plan.cause in {PlanCause.PERIOD_OVER, PlanCause.WITHDRAWAL}
    return said if whole else f"{said} · {cause_sentence(plan.cause)}"


def reason_day(plan: Plan, person: Person) -> date:
    """Return the day from which the last day of the plan was counted.

    Of a period that is over it is the end of the one that ended first; of an ending, its day.
    """
    asked = plan.requested_at.date()
    if plan.cause is PlanCause.PERIOD_OVER:
        return min([asked, *(each.until for each in plan.items if each.until)])
    ended = plan.cause in {PlanCause.REQUEST, PlanCause.ENDING}
    return (person.ended_on if ended else None) or asked


def kinds_of(persons: Sequence[Person]) -> list[str]:
    """Return the words for the kinds of persons."""
    return list(dict.fromkeys(word(person.kind) for person in persons))


def main_person(desk: Desk, plan: Plan) -> Person:
    """Return the person whose case it is."""
    uow = desk.step.uow
    if plan.request_id is not None:
        return uow.people.get(uow.requests.get(plan.request_id).person_id)
    return uow.people.get(min(plan.persons))


def persons_of(desk: Desk, plan: Plan, main: Person) -> list[Person]:
    """Return everybody whose data the plan touched, the main person first."""
    return [main, *(desk.step.uow.people.get(each) for each in sorted(plan.persons - {main.id}))]


def actors_of(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> tuple[Actor, ...]:
    """Name who ran and who approved. Verifying is a person's act: only a signature dates it."""
    roles = phrases.ACTORS
    run_by = int(str(facts.get("run_by", plan.requested_by)))
    return (
        Actor(roles["run"], desk.account(run_by), at=switched_at(facts)),
        Actor(roles["approve"], desk.account(plan.approved_by), at=plan.approved_at),
        Actor(roles["verify"], desk.account(plan.approved_by)),
    )


def request_number_of(desk: Desk, plan: Plan) -> str:
    """Return the number of the request, empty without one."""
    return desk.step.uow.requests.get(plan.request_id).number if plan.request_id else ""
