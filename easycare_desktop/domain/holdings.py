"""The holding: what the office holds about one person for one item group, under one key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from easycare_desktop.domain.refusals import Refusal


class HoldingState(Enum):
    """Where a holding stands between collection and destruction."""

    ACTIVE = "active"
    CORRECTING = "correcting"
    SUSPENDED = "suspended"
    DUE = "due"
    HELD = "held"
    APPROVED = "approved"
    SEPARATED = "separated"
    TRANSFERRED = "transferred"
    DESTROYED = "destroyed"
    VERIFIED = "verified"


_ALLOWED: Mapping[HoldingState, frozenset[HoldingState]] = MappingProxyType(
    {
        HoldingState.ACTIVE: frozenset(
            {
                HoldingState.CORRECTING,
                HoldingState.SUSPENDED,
                HoldingState.DUE,
                HoldingState.HELD,
            }
        ),
        HoldingState.CORRECTING: frozenset(
            {HoldingState.ACTIVE, HoldingState.DUE, HoldingState.HELD, HoldingState.SUSPENDED}
        ),
        HoldingState.SUSPENDED: frozenset(
            {
                HoldingState.ACTIVE,
                HoldingState.CORRECTING,
                HoldingState.DUE,
                HoldingState.HELD,
            }
        ),
        HoldingState.DUE: frozenset(
            {
                HoldingState.ACTIVE,
                HoldingState.HELD,
                HoldingState.APPROVED,
                HoldingState.TRANSFERRED,
            }
        ),
        HoldingState.HELD: frozenset(
            {
                HoldingState.ACTIVE,
                HoldingState.CORRECTING,
                HoldingState.SUSPENDED,
                HoldingState.DUE,
                HoldingState.SEPARATED,
                HoldingState.TRANSFERRED,
            }
        ),
        HoldingState.APPROVED: frozenset(
            {HoldingState.DUE, HoldingState.SEPARATED, HoldingState.DESTROYED}
        ),
        HoldingState.SEPARATED: frozenset({HoldingState.APPROVED, HoldingState.HELD}),
        HoldingState.TRANSFERRED: frozenset({HoldingState.APPROVED, HoldingState.HELD}),
        HoldingState.DESTROYED: frozenset({HoldingState.VERIFIED}),
        HoldingState.VERIFIED: frozenset(),
    }
)

IN_USE = frozenset({HoldingState.ACTIVE, HoldingState.CORRECTING, HoldingState.SUSPENDED})
HERE = IN_USE | {
    HoldingState.DUE,
    HoldingState.HELD,
    HoldingState.APPROVED,
    HoldingState.TRANSFERRED,
}
PASSED_ON = frozenset({HoldingState.ACTIVE})
"""What may be printed for others and taken out: not what was stopped, is held or waits to go, nor
what somebody asks to be corrected until that is decided (PIPA 36, 37)."""
FROZEN = frozenset({HoldingState.SUSPENDED, HoldingState.HELD, HoldingState.APPROVED})


class Groups(Enum):
    """Item groups of somebody that nobody counts: whatever is held."""

    EVERY = "every"


class HoldingStepError(Refusal):
    """A holding cannot go from one state to the other."""

    def __init__(self, current: HoldingState, wanted: HoldingState) -> None:
        super().__init__(current, wanted)
        self.current = current
        self.wanted = wanted


class HoldingChangedMeanwhileError(Refusal):
    """Somebody saved this holding after it was opened here."""

    def __init__(self, holding_id: int) -> None:
        super().__init__(holding_id)
        self.holding_id = holding_id


def check_step(current: HoldingState, wanted: HoldingState) -> None:
    """Raise `HoldingStepError` unless the state machine allows the step."""
    if wanted not in _ALLOWED[current]:
        raise HoldingStepError(current, wanted)


@dataclass(frozen=True, slots=True)
class Clock:
    """A running retention clock: the rule, the day it counts from and the last day of the stay."""

    rule: str
    counted_from: date
    until: date


@dataclass(frozen=True, slots=True)
class Holding:
    """The open columns of a holding. What it says is sealed and comes as `HoldingContent`.

    `merged_from`: the person whose number it carried, where it waits after a merge beside the
    holding of the same group that stays. It is shown and destroyed, but no longer used.
    """

    id: int
    person_id: int
    group: str
    state: HoldingState
    version: int
    basis: str
    channel: str
    collected_on: date
    clock: Clock | None = None
    destroy_by: date | None = None
    hold_until: date | None = None
    merged_from: int | None = None


OF_CASES = frozenset({"cancellation", "notice", "consent_paper", "received_paper"})
"""Item groups of which a person may have several: one for each case."""


def newest_first(holding: Holding) -> tuple[int, int]:
    """Order holdings of one item group; where several stand, the first is shown and corrected."""
    return -holding.collected_on.toordinal(), holding.id


@dataclass(frozen=True, slots=True)
class HoldingContent:
    """A holding that has been opened: field code to text, dates in ISO form."""

    holding: Holding
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One line of a field's history. `evidence`: what was seen that shows it, in words."""

    field: str
    before: str
    after: str
    reason: str
    changed_at: datetime
    account_id: int
    version: int
    holding_id: int
    group: str
    evidence: str = ""
