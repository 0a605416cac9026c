"""Measures that stop what would happen to a holding: a legal hold, a suspension of processing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.refusals import InputRefusal, Refusal


class MeasureKind(Enum):
    """What is ordered or asked. Its code is the kind of restriction that stands in the keys."""

    HOLD = "hold"
    SUSPENSION = "suspension"
    CORRECTION = "correction"


class MeasureCause(Enum):
    """Why, as a code: the words that describe the case are sealed with the holding."""

    LAWSUIT = "lawsuit"
    MEDIATION = "mediation"
    INVESTIGATION = "investigation"
    CLAIM = "claim"
    PERSON_ASKED = "person_asked"
    ACCURACY = "accuracy"
    CORRECTION_ASKED = "correction_asked"
    UNDECIDED = "undecided"


CAUSES_OF: Mapping[MeasureKind, tuple[MeasureCause, ...]] = {
    MeasureKind.HOLD: (
        MeasureCause.LAWSUIT,
        MeasureCause.MEDIATION,
        MeasureCause.INVESTIGATION,
        MeasureCause.CLAIM,
    ),
    MeasureKind.SUSPENSION: (MeasureCause.PERSON_ASKED, MeasureCause.ACCURACY),
    MeasureKind.CORRECTION: (MeasureCause.CORRECTION_ASKED, MeasureCause.ACCURACY),
}
STATE_UNDER: Mapping[MeasureKind, HoldingState] = {
    MeasureKind.HOLD: HoldingState.HELD,
    MeasureKind.SUSPENSION: HoldingState.SUSPENDED,
    MeasureKind.CORRECTION: HoldingState.CORRECTING,
}
ENDED = "_ended"
HOLDABLE = frozenset(
    {
        HoldingState.ACTIVE,
        HoldingState.CORRECTING,
        HoldingState.SUSPENDED,
        HoldingState.DUE,
        HoldingState.SEPARATED,
        HoldingState.TRANSFERRED,
    }
)
SUSPENDABLE = frozenset({HoldingState.ACTIVE, HoldingState.CORRECTING})
CORRECTABLE = frozenset({HoldingState.ACTIVE})
POSSIBLE_IN: Mapping[MeasureKind, frozenset[HoldingState]] = {
    MeasureKind.HOLD: HOLDABLE,
    MeasureKind.SUSPENSION: SUSPENDABLE,
    MeasureKind.CORRECTION: CORRECTABLE,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure on one holding.

    `until`: the last day of a hold; of what a person asked, the day by which it is answered, until
    it is.
    """

    id: int
    holding_id: int
    person_id: int
    kind: MeasureKind
    cause: MeasureCause
    until: date | None
    set_at: datetime
    set_by: int
    lifted_at: datetime | None = None
    lifted_by: int | None = None
    sealed_reason: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """What the officer fills in. `reason` describes the case and is sealed."""

    kind: MeasureKind
    cause: MeasureCause
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on one holding according to the keys: the newest word on each kind counts."""

    hold_until: date | None = None
    suspended: bool = False
    correcting: bool = False


def standing_of(told: Iterable[tuple[str, Mapping[str, object]]]) -> Standing:
    """Return what stands after restrictions (kind, facts) of one holding, the first one first."""
    until: date | None = None
    suspended = correcting = False
    for kind, facts in told:
        if kind == MeasureKind.HOLD.value:
            until = date.fromisoformat(str(facts["until"]))
        elif kind == MeasureKind.HOLD.value + ENDED:
            until = None
        elif kind == MeasureKind.SUSPENSION.value:
            suspended = True
        elif kind == MeasureKind.SUSPENSION.value + ENDED:
            suspended = False
        elif kind == MeasureKind.CORRECTION.value:
            correcting = True
        elif kind == MeasureKind.CORRECTION.value + ENDED:
            correcting = False
    return Standing(until, suspended, correcting)


def check_order(order: Order, today: date) -> None:
    """Raise unless the order says why and, for a hold, until which day from today on."""
    if not order.reason.strip():
        raise MeasureReasonMissingError("reason")
    if order.kind is MeasureKind.HOLD and (order.until is None or order.until <= today):
        raise HoldEndMissingError("until")


def state_after(holding: Holding, *, suspended: bool, correcting: bool = False) -> HoldingState:
    """Return the state of a holding on which no hold stands any more."""
    if holding.clock is not None or holding.destroy_by is not None:
        return HoldingState.DUE
    if suspended:
        return HoldingState.SUSPENDED
    return HoldingState.CORRECTING if correcting else HoldingState.ACTIVE


class MeasureReasonMissingError(InputRefusal):
    """A measure needs a written reason."""


class HoldEndMissingError(InputRefusal):
    """A legal hold needs a last day after today."""


class HoldingFrozenError(Refusal):
    """A holding on which a measure stands is not changed. `state` says which."""

    def __init__(self, state: HoldingState) -> None:
        super().__init__(state)
        self.state = state


class MeasureNotStandingError(Refusal):
    """Nothing of the kind stands on the holding any more."""

    def __init__(self, kind: MeasureKind) -> None:
        super().__init__(kind)
        self.kind = kind
