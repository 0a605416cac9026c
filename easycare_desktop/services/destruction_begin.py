"""The first step of a destruction: whether what was approved may still go, all of it."""

from easycare_desktop.domain.destruction import (
    Plan,
    PlanChangedError,
    PlanItem,
    PlanState,
    check_step,
    plan_digest,
)
from easycare_desktop.domain.holdings import IN_USE, HoldingState
from easycare_desktop.services.door import Step
from easycare_desktop.services.ending_days import check_come
from easycare_desktop.services.mistakes import check_mistakes
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.plan_items import check_items
from easycare_desktop.services.remaining import check_parted
from easycare_desktop.services.returning import PROPOSED


def begin(office: OpenOffice, step: Step, plan_id: int) -> Plan:
    """Put an approved plan in progress.

    Raises `PlanStepError`, `PlanChangedError`, `EndAheadError`, `WorkOnRecordError`,
    `HoldingFrozenError`; then nothing has begun.
    """
    plan = step.uow.plans.get(plan_id)
    check_step(plan.state, PlanState.RUNNING)
    if plan_digest(plan.number, plan.items) != plan.digest:
        raise PlanChangedError(plan.number)
    check_come(step.uow, plan, office.today())
    check_items(office, step, plan)
    check_mistakes(step, plan)
    here = step.uow.many.some(item.holding_id for item in plan.items)
    if any(each.state is HoldingState.HELD for each in here.values()):
        raise PlanChangedError(plan.number)
    for item in plan.items:
        if item.holding_id not in here:
            _check_kept(office, step, plan, item)
        elif item.fields:
            check_parted(here[item.holding_id])
    in_use = [each for each in here.values() if each.state in IN_USE]
    others = [each for each in here.values() if each.state not in IN_USE]
    step.uow.many.move_all(in_use, HoldingState.DUE, HoldingState.APPROVED)
    step.uow.many.move_all(others, HoldingState.APPROVED)
    step.uow.plans.move(plan_id, PlanState.RUNNING)
    step.uow.plans.record(plan_id, {"run_by": office.actor.account_id})
    step.count = len(plan.items)
    return step.uow.plans.get(plan_id)


def _check_kept(office: OpenOffice, step: Step, plan: Plan, item: PlanItem) -> None:
    """Let only go what is kept apart, whose stay is over, and that nothing holds."""
    kept = step.separated.get(item.holding_id)
    over = kept is not None and kept.until < office.today() and kept.state is not HoldingState.HELD
    if plan.cause not in PROPOSED or not over:
        raise PlanChangedError(plan.number)
