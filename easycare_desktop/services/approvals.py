"""Sending a plan back instead of approving it."""

from easycare_desktop.domain.destruction import (
    Plan,
    check_approver,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.calling_off import call_off
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.unnamed import needed_note


class ApprovalService:
    """Use cases of the officer who is asked later."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def reject(self, plan_id: int, reason: str) -> Plan:
        """Send a plan back as the officer who was to approve it; nothing was destroyed.

        A signed request waits to be decided anew; an ending without a form can be taken again.
        Raises `NoteMissingError`, `NameInTextError`, `SameApproverError`, `PlanStepError`.
        """
        reason = needed_note(self._office.index, reason, "reason")
        office = self._office
        with self._door.enter(Action.DESTRUCTION_REJECTED) as step:
            plan = step.uow.plans.get(plan_id)
            step.detail = plan.number
            check_approver(plan, office.actor.account_id)
            call_off(office, step.uow, plan)
            at = office.clock.now().isoformat()
            told = {"by": office.actor.account_id, "at": at, "reason": reason}
            step.uow.plans.record(plan_id, {"rejected": told})
            return step.uow.plans.get(plan_id)
