"""When what goes was collected: noted before its rows go, so that the ledger can still say it."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.destruction import Plan, PlanAction
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in

FACT = "collected"


def collected_days(step: Step, plan: Plan) -> dict[str, str]:
    """Return the day of every holding of a plan by number, as far as it is known.

    What lies apart has no such column: the plan that moved it there has noted the day.
    """
    days: dict[str, str] = {}
    earlier: dict[str, Mapping[str, object]] = {}
    here = step.uow.many.some(item.holding_id for item in plan.items)
    days |= {str(each.id): each.collected_on.isoformat() for each in here.values()}
    gone = {item.holding_id for item in plan.items} - here.keys()
    for kept in step.separated.all() if gone else ():
        if kept.id not in gone:
            continue
        if not earlier:
            plans = step.uow.plans.noting(FACT)
            facts = step.uow.plans.facts_of(plans)
            earlier = {each.number: named_in(facts[each.id], FACT) for each in plans}
        day = earlier.get(kept.plan_number, {}).get(str(kept.id))
        if day:
            days[str(kept.id)] = str(day)
    return days


def first_day(facts: Mapping[str, object], plan: Plan, person_id: int) -> date | None:
    """Return the first day on which something was collected that went, if it was noted."""
    noted = facts.get(FACT)
    if not isinstance(noted, dict):
        return None
    days = [
        noted[str(item.holding_id)]
        for item in plan.items
        if item.person_id == person_id
        and item.action is PlanAction.DESTROY
        and str(item.holding_id) in noted
    ]
    return date.fromisoformat(min(days)) if days else None
