"""What a plan did not touch, as recorded at its end: what a legal hold kept, and the rest."""

from collections.abc import Mapping

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.holdings import HERE, Holding, HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.services.door import Step
from easycare_desktop.services.held_out import held_out
from easycare_desktop.services.remaining import successors
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.storage.repositories.separated import SeparatedHolding

HELD, REST = "held", "rest"


def record_left_out(step: Step, plan: Plan) -> None:
    """Record once, at the end of a plan, what holds kept out of it and how much else stays."""
    if HELD in step.uow.plans.facts(plan.id):
        return
    held, here = _held(step, plan), _here(step, plan)
    told = {each.id for each in held} | {*successors(step, plan).values()}
    rest = {
        (each.person_id, each.group)
        for each in here
        if each.state in HERE and each.id not in told and each.group != LETTER_GROUP
    }
    lines = [_facts(step, each) for each in held]
    step.uow.plans.record(plan.id, {HELD: lines, REST: len(rest)})


def left_out(step: Step, plan: Plan) -> list[Mapping[str, object]]:
    """Return what holds keep out of a plan: as recorded at its end, else as of now."""
    recorded = step.uow.plans.facts(plan.id).get(HELD)
    if isinstance(recorded, list):
        return recorded
    return [_facts(step, each) for each in _held(step, plan)]


def _here(step: Step, plan: Plan) -> list[Holding]:
    return [each for person_id in plan.persons for each in step.uow.holdings.of_person(person_id)]


def _held(step: Step, plan: Plan) -> list[Holding | SeparatedHolding]:
    """Return what is held and would go with a plan.

    Of a person who is served it is only what has a last day to go, or was taken out of this plan.
    """
    taken_out = {item.holding_id for item in held_out(step.uow, plan.id)}
    apart = [
        each
        for person_id in plan.persons
        for each in step.separated.of_person(person_id)
        if each.id in taken_out
    ]
    here = [each for each in _here(step, plan) if _has_to_go(each) or each.id in taken_out]
    found: list[Holding | SeparatedHolding] = [*here, *apart]
    return [each for each in found if each.state is HoldingState.HELD]


def _has_to_go(holding: Holding) -> bool:
    return holding.destroy_by is not None or holding.clock is not None


def _facts(step: Step, each: Holding | SeparatedHolding) -> Mapping[str, object]:
    """Return numbers, codes and days of one holding that is held."""
    clock = each.clock
    standing = step.uow.measures.standing(each.id, MeasureKind.HOLD)
    return {
        "person": each.person_id,
        "group": each.group,
        "since": standing.set_at.date().isoformat() if standing else "",
        "until": each.hold_until.isoformat() if each.hold_until else "",
        "rule": clock.rule if clock else "",
        "stays": clock.until.isoformat() if clock else "",
    }
