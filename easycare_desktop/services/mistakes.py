"""What was never true: whether work that is on record says that it was."""

from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.domain.holdings import Holding
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.door import Step

KEPT_UNTIL = "kept_until"
"""Fact of a plan about what was never true: until when law would keep it, had it been."""
_WORK_UNDER = {
    CONTRACTS[0]: frozenset({"care_record", "payment"}),
    "employment": frozenset({"payroll", "training", "staff_check"}),
    "subscription": frozenset({"subscription_payment"}),
}


class WorkOnRecordError(Refusal):
    """What was done under a contract or a job is on record, so it was not written by mistake."""


def was_used(step: Step, holding: Holding) -> bool:
    """Tell whether work under a contract or a job is on record that nothing else carries.

    Another contract carries it only where that one stays.
    """
    held = step.uow.holdings.of_person(holding.person_id)
    going = {
        item.holding_id
        for plan in step.uow.plans.of_person(holding.person_id)
        if not plan.over
        for item in plan.items
        if not item.fields
    }
    contract = holding.group in CONTRACTS
    if contract and any(
        each.group in CONTRACTS and each.group != holding.group and each.id not in going
        for each in held
    ):
        return False
    work = _WORK_UNDER.get(CONTRACTS[0] if contract else holding.group, frozenset())
    return any(each.group in work for each in held)


def check_mistakes(step: Step, plan: Plan) -> None:
    """Raise `WorkOnRecordError` where work was put on record since something was called wrong."""
    if plan.cause is not PlanCause.MISTAKE:
        return
    for holding in step.uow.many.some(item.holding_id for item in plan.items).values():
        if was_used(step, holding):
            raise WorkOnRecordError
