"""A destruction that did not come about: everything is given back, and the failure is on record."""

from collections.abc import Mapping

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.remaining import drop_successors

FACT = "failed"
ENTRY = "destruction_failed"
_BROKEN = frozenset({"keys", "living"})


def give_back(office: OpenOffice, step: Step, plan: Plan, why: str) -> None:
    """Put the plan and its holdings back to approved; ledger and plan say when it failed.

    `why`: name of what stopped it, never more.
    """
    uow, now = step.uow, office.clock.now()
    uow.plans.move(plan.id, PlanState.APPROVED)
    drop_successors(step, plan)
    step.separated.delete(each for each in plan.separated if office.keys.is_living(each))
    here = uow.many.some(item.holding_id for item in plan.items)
    approved = [each for each in here.values() if each.state is HoldingState.APPROVED]
    uow.many.move_all(approved, HoldingState.DUE)
    facts = {"number": plan.number, "digest": plan.digest.hex(), "why": why}
    entry = office.keys.ledger_append(ENTRY, facts, now)
    told = {
        "at": now.isoformat(),
        "why": why,
        "generation": office.keys.generation,
        "ledger": {"seq": entry.seq, "prev": entry.prev_hash.hex(), "hash": entry.hash.hex()},
        "log_head": uow.log.head()[1].hex(),
    }
    uow.plans.record(plan.id, {FACT: told})


def failure_of(plan: Plan, facts: Mapping[str, object]) -> dict[str, object]:
    """Return what is on record of a failed attempt; empty where none failed or a later one went."""
    return named_in(facts, FACT) if plan.state is PlanState.APPROVED else {}


def is_broken(facts: Mapping[str, object]) -> bool:
    """Tell whether an open point of a plan is no work to do but a check that failed."""
    points = facts.get("open")
    return bool(_BROKEN & {str(each) for each in points}) if isinstance(points, list) else False


def ran_by(plan: Plan, facts: Mapping[str, object]) -> int:
    """Return the account that carried a plan out or tried to; before that, who asked for it."""
    return int(str(facts.get("run_by", plan.requested_by)))
