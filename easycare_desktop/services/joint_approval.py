"""Several plans approved, noted and ticked at once: all of them or none, each logged by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from easycare_desktop.domain.destruction import (
    OPEN_PLANS,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanState,
)
from easycare_desktop.domain.joint_approval import (
    NonePickedError,
    OneByOneError,
    TypedCountDiffersError,
    Way,
    goes_alone,
    way_of,
)
from easycare_desktop.domain.people import EndAheadError, Person
from easycare_desktop.domain.rights import Action, Actor
from easycare_desktop.services.approving import (
    Approval,
    check_day,
    check_plan,
    note_plan,
    prove_second,
    put_letters_aside,
    tick_plan,
)
from easycare_desktop.services.door import Step
from easycare_desktop.services.ending_days import check_come
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.plan_items import settle_plan
from easycare_desktop.services.plan_views import PlanLine, plan_lines
from easycare_desktop.services.unnamed import needed_note


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan that can be brought on today: as a list shows it, and with all that goes and stays."""

    line: PlanLine
    plan: Plan
    persons: tuple[Person, ...]
    way: Way

    @property
    def id(self) -> int:
        """Number of the plan's row."""
        return self.plan.id


@dataclass(frozen=True, slots=True)
class Waiting:
    """What can be brought on, the oldest first.

    `one_by_one`: how many wait that are approved by themselves; `left_out`: how many others.
    """

    plans: tuple[WaitingPlan, ...]
    left_out: int
    one_by_one: int = 0


class JointApprovalService:
    """Use cases of several plans under one proof. What one of them refuses is refused of all."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def waiting(self) -> Waiting:
        """Return every plan that waits and that somebody at this keyboard can bring on today."""
        office = self._office
        with self._door.enter(Action.DESTRUCTION_READ, detail="waiting") as step:
            plans = step.uow.plans.in_state(*OPEN_PLANS)
            people = step.uow.people.some({each for plan in plans for each in plan.persons})
            lines = {line.id: line for line in plan_lines(office, step)}
            alone = {plan.id for plan in plans if plan.items and _waits_alone(plan)}
            ways = {plan.id: self._way(step, plan) for plan in plans if plan.id not in alone}
            step.count = len(plans)
        found = tuple(
            WaitingPlan(
                lines[plan.id], plan, tuple(people[each] for each in sorted(plan.persons)), way
            )
            for plan in plans
            if (way := ways.get(plan.id)) is not None
        )
        return Waiting(found, len(plans) - len(found) - len(alone), len(alone))

    def papers_left(self, plan_ids: Iterable[int]) -> int:
        """Count the papers about those concerned that were printed or saved."""
        with self._door.enter(Action.DESTRUCTION_READ, detail="papers") as step:
            plans = [step.uow.plans.get(each) for each in plan_ids]
            step.count = len(plans)
            return sum(step.uow.papers.count_left(plan.persons, plan.request_id) for plan in plans)

    def approve_in_place(self, plan_ids: Iterable[int], approval: Approval) -> list[Plan]:
        """Approve as a second person at the same keyboard, who is proved once.

        Raises `NonePickedError`, `OneByOneError`, `TypedCountDiffersError`, and what the approval
        of one raises.
        """
        approver, pair = prove_second(self._office, approval)
        plans = self._approve(plan_ids, approval, approver)
        put_letters_aside(self._office, plans, approver, pair)
        return plans

    def approve(self, plan_ids: Iterable[int], approval: Approval) -> list[Plan]:
        """Approve as the signed-in officer, who asked for none of them."""
        return self._approve(plan_ids, approval, self._office.actor)

    def note_alone(self, plan_ids: Iterable[int], note: str) -> list[Plan]:
        """Write one note for all, where nobody else may approve; they may go on the next day.

        Raises `NonePickedError`, `OneByOneError`, `NoteMissingError`, `NameInTextError`,
        `PlanStepError`, and `SameApproverError` where another officer is there.
        """
        ids = _picked(plan_ids)
        note = needed_note(self._office.index, note, "note")
        with self._door.enter(Action.DESTRUCTION_PLANNED) as step:
            for plan in [step.uow.plans.get(each) for each in ids]:
                _check_joint(plan)
                step.each.append(f"alone {plan.number}")
                note_plan(self._office, step, plan, note)
            return [step.uow.plans.get(each) for each in ids]

    def tick(
        self, plan_ids: Iterable[int], outside: Mapping[OutsidePlace, OutsideState]
    ) -> list[Plan]:
        """Record of all of them what was done about copies that the program cannot reach.

        A place that is not in `outside` stays as it is in each plan. Raises `NonePickedError`, and
        `PlanStepError` once one is closed.
        """
        ids = _picked(plan_ids)
        with self._door.enter(Action.OUTSIDE_TICKED) as step:
            for plan in [step.uow.plans.get(each) for each in ids]:
                step.each.append(plan.number)
                tick_plan(self._office, step, plan, outside)
            return [step.uow.plans.get(each) for each in ids]

    def _way(self, step: Step, plan: Plan) -> Way | None:
        """Return how a plan can be brought on; nothing while it is held, or its day lies ahead."""
        office, today = self._office, self._office.today()
        try:
            check_come(step.uow, plan, today)
        except EndAheadError:
            return None
        others = office.others_approve(plan.requested_by)
        return way_of(plan, office.actor, today, others=others) if plan.items else None

    def _approve(self, plan_ids: Iterable[int], approval: Approval, approver: Actor) -> list[Plan]:
        ids, at = _picked(plan_ids), self._office.clock.now()
        for each in ids:
            settle_plan(self._office, each)
        with self._door.enter(Action.DESTRUCTION_APPROVED, on_behalf=approver) as step:
            for plan in [step.uow.plans.get(each) for each in ids]:
                _check_joint(plan)
                step.each.append(plan.number)
                check_plan(self._office, step, plan, approver)
            if approval.typed_name.strip() != str(len(ids)):
                raise TypedCountDiffersError("typed_name")
            check_day(self._office, approval.typed_date)
            for each in ids:
                step.uow.plans.approve(each, approver.account_id, at)
            return [step.uow.plans.get(each) for each in ids]


def _waits_alone(plan: Plan) -> bool:
    return goes_alone(plan) and plan.state is not PlanState.APPROVED


def _check_joint(plan: Plan) -> None:
    if goes_alone(plan):
        raise OneByOneError(plan.number)


def _picked(plan_ids: Iterable[int]) -> list[int]:
    ids = list(dict.fromkeys(plan_ids))
    if not ids:
        raise NonePickedError
    return ids
