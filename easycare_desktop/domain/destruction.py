"""Destruction and separation: a plan with a digest, and an approval by another person."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from easycare_desktop.domain.refusals import InputRefusal, Refusal


class PlanAction(Enum):
    """What happens to one holding."""

    DESTROY = "destroy"
    SEPARATE = "separate"


class PlanCause(Enum):
    """Why the plan exists."""

    REQUEST = "request"
    ENDING = "ending"
    PERIOD_OVER = "period_over"
    HOLD_OVER = "hold_over"
    WITHDRAWAL = "withdrawal"
    CONSENT_OVER = "consent_over"
    SELECTION = "selection"
    ITEM = "item"
    MISTAKE = "mistake"


class PlanState(Enum):
    """How far a plan has come. RUNNING is shown as in progress, PARTIAL is never shown as done."""

    AWAITING = "awaiting"
    WAITING_DAY = "waiting_day"
    APPROVED = "approved"
    RUNNING = "running"
    PARTIAL = "partial"
    DONE = "done"
    CANCELLED = "cancelled"


class OutsidePlace(Enum):
    """Where copies may lie that the program cannot reach."""

    PAPER = "paper"
    EXPORTS = "exports"
    CARE_PROGRAM = "care_program"
    PORTAL = "portal"
    TAX_OFFICE = "tax_office"
    PHONES = "phones"
    CHAT = "chat"


class OutsideState(Enum):
    """What a person ticked for an outside place."""

    OPEN = "open"
    NONE = "none"
    CLEARED = "cleared"


_ALLOWED: Mapping[PlanState, frozenset[PlanState]] = MappingProxyType(
    {
        PlanState.AWAITING: frozenset(
            {PlanState.APPROVED, PlanState.WAITING_DAY, PlanState.CANCELLED}
        ),
        PlanState.WAITING_DAY: frozenset(
            {PlanState.APPROVED, PlanState.AWAITING, PlanState.CANCELLED}
        ),
        PlanState.APPROVED: frozenset({PlanState.RUNNING, PlanState.AWAITING, PlanState.CANCELLED}),
        PlanState.RUNNING: frozenset({PlanState.APPROVED, PlanState.PARTIAL, PlanState.DONE}),
        PlanState.PARTIAL: frozenset({PlanState.PARTIAL, PlanState.DONE}),
        PlanState.DONE: frozenset(),
        PlanState.CANCELLED: frozenset(),
    }
)
OPEN_PLANS = frozenset({PlanState.AWAITING, PlanState.WAITING_DAY, PlanState.APPROVED})
OF_ENDINGS = frozenset({PlanCause.REQUEST, PlanCause.ENDING})


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One holding of a plan, with the rule under which it stays (if it stays).

    `fields`: only these items go. What remains moves into a new holding, and the old key ends.
    """

    holding_id: int
    person_id: int
    group: str
    action: PlanAction
    rule: str = ""
    counted_from: date | None = None
    until: date | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A numbered plan. `outside` tells per outside place what was ticked."""

    id: int
    number: str
    cause: PlanCause
    state: PlanState
    items: tuple[PlanItem, ...]
    digest: bytes
    requested_by: int
    requested_at: datetime
    due_on: date
    request_id: int | None = None
    approved_by: int | None = None
    approved_at: datetime | None = None
    wait_until: date | None = None
    note: str = ""
    outside: Mapping[OutsidePlace, OutsideState] = field(default_factory=dict)
    finished_at: datetime | None = None

    @property
    def over(self) -> bool:
        """Whether nothing will happen under this plan any more."""
        return self.state in {PlanState.DONE, PlanState.CANCELLED}

    @property
    def doomed(self) -> frozenset[int]:
        """Ids of the holdings that go."""
        return frozenset(i.holding_id for i in self.items if i.action is PlanAction.DESTROY)

    @property
    def separated(self) -> frozenset[int]:
        """Ids of the holdings that move to separate storage."""
        return frozenset(i.holding_id for i in self.items if i.action is PlanAction.SEPARATE)

    @property
    def persons(self) -> frozenset[int]:
        """Ids of the persons concerned."""
        return frozenset(i.person_id for i in self.items)


def plan_digest(number: str, items: Iterable[PlanItem]) -> bytes:
    """Return SHA-256 over the canonical form of number and items, in order of holding id."""
    rows = [
        [
            item.holding_id,
            item.person_id,
            item.group,
            item.action.value,
            item.rule,
            item.counted_from.isoformat() if item.counted_from else "",
            item.until.isoformat() if item.until else "",
            *item.fields,
        ]
        for item in sorted(items, key=lambda each: each.holding_id)
    ]
    text = json.dumps([number, rows], separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).digest()


def check_step(current: PlanState, wanted: PlanState) -> None:
    """Raise `PlanStepError` unless the state machine allows the step."""
    if wanted not in _ALLOWED[current]:
        raise PlanStepError(current, wanted)


def check_approver(plan: Plan, approver: int) -> None:
    """Raise `SameApproverError` when the approver is the person who asked."""
    if approver == plan.requested_by:
        raise SameApproverError(plan.number)


class PlanStepError(Refusal):
    """A plan cannot go from one state to the other."""

    def __init__(self, current: PlanState, wanted: PlanState) -> None:
        super().__init__(current, wanted)
        self.current, self.wanted = current, wanted


class PlanNotFoundError(Refusal):
    """No plan has this id."""

    def __init__(self, plan_id: int) -> None:
        super().__init__(plan_id)
        self.plan_id = plan_id


class PlanChangedError(Refusal):
    """The plan is not what was approved: its digest differs at the commit."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class PlanUnfinishedError(Refusal):
    """The keys have ended, and something stopped what follows: the next opening finishes it."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class PlanEmptyError(Refusal):
    """There is nothing to destroy or separate."""


class SameApproverError(Refusal):
    """Who asks cannot approve."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class WaitForNextDayError(Refusal):
    """An office of one person waits until the next day between note and destruction."""

    def __init__(self, number: str, until: date) -> None:
        super().__init__(number, until)
        self.number = number
        self.until = until


class NoteMissingError(InputRefusal):
    """Acting alone needs a written reason."""


class TypedNameDiffersError(InputRefusal):
    """The typed name is not the name of the person concerned."""


class TypedDateDiffersError(InputRefusal):
    """The typed date is not today."""


class ClockNotTrustedError(Refusal):
    """The clock of this PC jumped; nothing is destroyed until the officer has set it right."""


class NotVerifiedError(Refusal):
    """A certificate needs a finished check."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
