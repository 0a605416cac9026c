"""A plan as the windows show it: persons, their names while in use, what has to be typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import Person
from easycare_desktop.services.destruction_failure import failure_of
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what the windows show: persons, their names while in use, what to type.

    `why`: what was written when somebody chose it; `rejected`: why an officer sent it back.
    `failed`: an attempt did not come about, and nothing was destroyed.
    `papers`: how many papers about them left the program; counted where one plan is shown.
    `mentioned`: where others' holdings in use name these persons, as (person number, item group).
    """

    plan: Plan
    persons: tuple[Person, ...]
    names: Mapping[int, str]
    to_type: str
    request_number: str = ""
    why: str = ""
    rejected: str = ""
    mentioned: tuple[tuple[str, str], ...] = ()
    failed: bool = False
    papers: int = 0


def plan_view(office: OpenOffice, step: Step, plan: Plan) -> PlanView:
    """Return a plan as the windows show it."""
    people = step.uow.people.some(plan.persons)
    persons = tuple(people[each] for each in sorted(plan.persons))
    names = {person.id: name for person in persons if (name := office.index.name_of(person.id))}
    main = persons[0] if plan.request_id is not None or len(persons) == 1 else None
    to_type = plan.number
    if plan.request_id is not None:
        request = step.uow.requests.get(plan.request_id)
        main = step.uow.people.get(request.person_id)
        number = request.number
    else:
        number = ""
    if main is not None:
        to_type = names.get(main.id, main.number)
    facts = step.uow.plans.facts(plan.id)
    told = facts.get("rejected")
    rejected = str(told["reason"]) if isinstance(told, dict) else ""
    why = str(facts.get("why", ""))
    checks = facts.get("checks")
    mentioned = checks.get("mentioned", ()) if isinstance(checks, dict) else ()
    listed = tuple((str(who), str(group)) for who, group in mentioned)
    failed = bool(failure_of(plan, facts))
    return PlanView(plan, persons, names, to_type, number, why, rejected, listed, failed)
