"""Several plans approved under one proof: who may bring which of them on, and what is typed."""

from datetime import date
from enum import Enum

from easycare_desktop.domain.destruction import Plan, PlanCause, PlanState
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Actor, Right


class Way(Enum):
    """How somebody at the keyboard brings a plan on.

    OWN: approves as the signed-in officer. IN_PLACE: an officer approves beside them. NOTE: writes
    why, where nobody else may approve. CARRY_OUT: it is approved, and was not carried out yet.
    """

    OWN = "own"
    IN_PLACE = "in_place"
    NOTE = "note"
    CARRY_OUT = "carry_out"


def way_of(plan: Plan, actor: Actor, today: date, *, others: bool) -> Way | None:
    """Return how `actor` can bring a plan on today; nothing where that is for others or later.

    `others`: whether an officer is there who did not ask for it.
    """
    waited = plan.state is PlanState.WAITING_DAY and not others
    if waited and plan.wait_until is not None and today < plan.wait_until:
        return None
    if plan.state is PlanState.APPROVED:
        return Way.CARRY_OUT
    mine = plan.requested_by == actor.account_id
    if actor.may(Right.APPROVE) and not mine:
        return Way.OWN
    if others or waited:
        return Way.IN_PLACE
    return Way.NOTE if mine else None


def goes_alone(plan: Plan) -> bool:
    """Tell whether a plan is looked at and approved by itself: what was called a mistake."""
    return plan.cause is PlanCause.MISTAKE


class TypedCountDiffersError(InputRefusal):
    """The typed number is not how many plans were picked."""


class OneByOneError(Refusal):
    """A plan that is approved by itself is not approved or noted with others. `number`: its own."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NonePickedError(Refusal):
    """No plan was picked."""
