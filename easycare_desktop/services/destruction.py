"""Destruction: plans, their approval by a second person, what is ticked for other places."""

from collections.abc import Mapping
from dataclasses import replace

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    Plan,
    PlanCause,
    PlanItem,
    TypedNameDiffersError,
)
from easycare_desktop.domain.rights import Action, Actor, Right
from easycare_desktop.services.approving import (
    Approval,
    check_day,
    check_plan,
    note_plan,
    prove_second,
    put_letters_aside,
    tick_plan,
)
from easycare_desktop.services.calling_off import call_off
from easycare_desktop.services.consent_ends import cause_of
from easycare_desktop.services.door import Step
from easycare_desktop.services.due import due_items, last_day, resumed
from easycare_desktop.services.held_out import note_resumed
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.plan_items import settle_plan
from easycare_desktop.services.plan_views import PlanLine, PlanView, plan_lines, plan_view
from easycare_desktop.services.unnamed import needed_note

__all__ = ["Approval", "DestructionService", "PlanLine", "PlanView"]


class DestructionService:
    """Use cases before and after the destruction itself (`DestructionRun`)."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def all(self) -> list[PlanLine]:
        """Return every plan there ever was as a list shows it, newest first."""
        with self._door.enter(Action.DESTRUCTION_READ) as step:
            lines = plan_lines(self._office, step)
            step.count = len(lines)
            return lines

    def view(self, plan_id: int) -> PlanView:
        """Return one plan."""
        with self._door.enter(Action.DESTRUCTION_READ) as step:
            plan = step.uow.plans.get(plan_id)
            papers = step.uow.papers.count_left(plan.persons, plan.request_id)
            return replace(plan_view(self._office, step, plan), papers=papers)

    def approve_in_place(self, plan_id: int, approval: Approval) -> Plan:
        """Approve as a second person at the same keyboard, with own id and password.

        Raises `SameApproverError`, `TypedNameDiffersError`, `TypedDateDiffersError`,
        `WrongLoginError`, `NotPermittedError`, and `PasswordGivenError` where somebody else chose
        the password.
        """
        approver, pair = prove_second(self._office, approval)
        plan = self._approve(plan_id, approval, approver)
        put_letters_aside(self._office, [plan], approver, pair)
        return plan

    def approve(self, plan_id: int, typed_name: str, typed_date: str) -> Plan:
        """Approve what waits as the signed-in officer, who is not the one who asked."""
        approval = Approval(typed_name, typed_date, "", "")
        return self._approve(plan_id, approval, self._office.actor)

    def note_alone(self, plan_id: int, note: str) -> Plan:
        """Write why, where nobody but who asked may approve; it may go on the next day.

        Raises `NoteMissingError`, `NameInTextError`, and `SameApproverError` where another officer
        is there.
        """
        note = needed_note(self._office.index, note, "note")
        with self._door.enter(Action.DESTRUCTION_PLANNED, detail="alone") as step:
            plan = step.uow.plans.get(plan_id)
            note_plan(self._office, step, plan, note)
            return step.uow.plans.get(plan_id)

    def cancel(self, plan_id: int) -> Plan:
        """Drop a plan before anything was destroyed; what law wants gone is due as before.

        A signed request waits to be decided anew; an ending without a form can be taken again.
        """
        with self._door.enter(Action.DESTRUCTION_CANCELLED) as step:
            plan = step.uow.plans.get(plan_id)
            step.detail = plan.number
            call_off(self._office, step.uow, plan)
            return step.uow.plans.get(plan_id)

    def tick(self, plan_id: int, outside: Mapping[OutsidePlace, OutsideState]) -> Plan:
        """Record what was done about copies that the program cannot reach.

        Raises `PlanStepError` once the plan is closed: its certificate says what was ticked then.
        """
        with self._door.enter(Action.OUTSIDE_TICKED) as step:
            plan = step.uow.plans.get(plan_id)
            tick_plan(self._office, step, plan, outside)
            step.detail = plan.number
            return step.uow.plans.get(plan_id)

    def propose_due(self) -> Plan | None:
        """Plan the destruction of everything whose time is over, one plan for each cause.

        What a legal hold kept beyond its time has a plan of its own, with its true cause. Return
        the first plan; nothing where nothing is due.
        """
        with self._door.enter(Action.DESTRUCTION_PLANNED, detail="period_over") as step:
            items = due_items(self._office, step)
            held = resumed(step, items)
            step.count = len(items)
            by_cause: dict[PlanCause, list[PlanItem]] = {}
            for item in items:
                resumes = item.holding_id in held
                why = cause_of(self._office, step, item.holding_id)
                by_cause.setdefault(PlanCause.HOLD_OVER if resumes else why, []).append(item)
            plans = [
                self._propose(step, cause, by_cause[cause], held)
                for cause in PlanCause
                if cause in by_cause
            ]
            return plans[0] if plans else None

    def _propose(
        self,
        step: Step,
        cause: PlanCause,
        items: list[PlanItem],
        held: Mapping[int, Plan | None],
    ) -> Plan:
        """Plan what is due: of what was held the last day of the hold counts."""
        office = self._office
        plan = step.uow.plans.add(
            cause,
            items,
            requested_by=office.actor.account_id,
            at=office.clock.now(),
            due_on=min(last_day(office, step, item) for item in items),
        )
        if cause is PlanCause.HOLD_OVER:
            note_resumed(step.uow, plan.id, held)
        return step.uow.plans.get(plan.id)

    def propose_at_opening(self) -> Plan | None:
        """Let what is due propose itself, so that only the approval is left.

        Where the one who opens may approve, it stays a task: nobody approves their own plan.
        """
        actor, office = self._office.actor, self._office
        own = actor.may(Right.APPROVE) and office.others_approve(actor.account_id)
        if own or not actor.may(Right.DESTROY) or office.jump is not None:
            return None
        return self.propose_due() if self.count_due() else None

    def count_due(self) -> int:
        """Return how many holdings have outlived their stay and are in no open plan."""
        with self._door.enter(Action.DESTRUCTION_READ, detail="due") as step:
            return len(due_items(self._office, step))

    def _approve(self, plan_id: int, approval: Approval, approver: Actor) -> Plan:
        settle_plan(self._office, plan_id)
        with self._door.enter(Action.DESTRUCTION_APPROVED, on_behalf=approver) as step:
            plan = step.uow.plans.get(plan_id)
            step.detail = plan.number
            check_plan(self._office, step, plan, approver)
            view = plan_view(self._office, step, plan)
            if approval.typed_name.strip() != view.to_type:
                raise TypedNameDiffersError("typed_name")
            check_day(self._office, approval.typed_date)
            step.uow.plans.approve(plan_id, approver.account_id, self._office.clock.now())
            return step.uow.plans.get(plan_id)
