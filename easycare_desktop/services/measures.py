"""Legal holds and suspensions: the officer sets and lifts them, first in the keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.holdings import HoldingState, HoldingStepError
from easycare_desktop.domain.measures import (
    ENDED,
    POSSIBLE_IN,
    STATE_UNDER,
    Measure,
    MeasureCause,
    MeasureKind,
    MeasureNotStandingError,
    Order,
    check_order,
)
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import measures_running as running
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.separated import SeparatedGoneError


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with its reason, which only an officer can open where the holding is kept apart."""

    measure: Measure
    reason: str


class MeasureService:
    """Use cases of measures."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def order(self, holding_ids: Iterable[int], order: Order) -> int:
        """Set a measure on some holdings; return how many plans lost an item by it.

        Raises `MeasureReasonMissingError`, `HoldEndMissingError`, `HoldingStepError` where a
        destruction is under way, `SeparatedGoneError`.
        """
        check_order(order, self._office.today())
        plans = 0
        with self._door.enter(_action(order.kind), detail=order.kind.value) as step:
            ids = tuple(holding_ids)
            step.count = len(ids)
            for holding_id in ids:
                step.person_id = self._check(step, holding_id, order.kind)
            self._tell_keys(ids, order)
            for holding_id in ids:
                plans += self._set(step, holding_id, order)
        return plans

    def ask_correction(
        self, holding_id: int, cause: MeasureCause, reason: str, received_on: date
    ) -> date:
        """Record that a correction is asked: until it is over nothing of it is passed on.

        Return the last day to answer. Raises what `order` raises, and `DateInFutureError`.
        """
        office = self._office
        if received_on > office.today():
            raise DateInFutureError("until")
        due_on = office.answer_due(received_on)
        self.order([holding_id], Order(MeasureKind.CORRECTION, cause, reason, due_on))
        return due_on

    def lift(self, holding_id: int, kind: MeasureKind) -> HoldingState:
        """End a measure before its last day; return the state of the holding.

        Raises `MeasureNotStandingError`.
        """
        office = self._office
        now = office.clock.now()
        with self._door.enter(_action(kind), detail=f"{kind.value}.lift") as step:
            held = step.uow.holdings.get(holding_id)
            wanted = STATE_UNDER[kind]
            kept = None if held else step.separated.get(holding_id)
            found = held.state if held else kept.state if kept else None
            if found is not wanted:
                raise MeasureNotStandingError(kind)
            step.person_id = held.person_id if held else kept.person_id if kept else None
            office.keys.restrict(kind.value + ENDED, str(holding_id), {}, now)
            step.uow.measures.lift(holding_id, kind, now, office.actor.account_id)
            return running.release(office, step, holding_id, kind)

    def of_holding(self, holding_id: int) -> list[MeasureView]:
        """Return every measure there was on a holding, newest first, with its reason."""
        office = self._office
        with self._door.enter(Action.HOLDINGS_READ, detail="measures") as step:
            found = step.uow.measures.of_holding(holding_id)
            if not found:
                return []
            if office.keys.is_living(holding_id):
                key = office.keys.key_of(holding_id)
            else:
                key = office.keys.open_separated(holding_id)
            return [MeasureView(each, step.uow.measures.reason_of(each, key)) for each in found]

    def resume_over(self) -> int:
        """Let every hold end whose last day has passed; return how many."""
        with self._door.enter(Action.RECOVERED, detail="holds") as step:
            step.count = running.resume_over(self._office, step)
            return step.count

    def _check(self, step: Step, holding_id: int, kind: MeasureKind) -> int:
        """Return the person of a holding on which the measure can be set."""
        allowed, wanted = POSSIBLE_IN[kind], STATE_UNDER[kind]
        held = step.uow.holdings.get(holding_id)
        if held is None and kind is MeasureKind.HOLD:
            kept = step.separated.get(holding_id)
            if kept is None:
                raise SeparatedGoneError(holding_id)
            running.check_not_running(step, holding_id)
            return kept.person_id
        if held is None:
            raise SeparatedGoneError(holding_id)
        if held.state not in allowed and held.state is not wanted:
            raise HoldingStepError(held.state, wanted)
        running.check_not_running(step, holding_id)
        return held.person_id

    def _tell_keys(self, holding_ids: Iterable[int], order: Order) -> None:
        facts: dict[str, object] = {"cause": order.cause.value}
        if order.until is not None:
            facts["until"] = order.until.isoformat()
        for each in holding_ids:
            self._office.keys.restrict(order.kind.value, str(each), facts, self._office.clock.now())

    def _set(self, step: Step, holding_id: int, order: Order) -> int:
        office = self._office
        held = step.uow.holdings.get(holding_id)
        kept = None if held else step.separated.get(holding_id)
        person_id = held.person_id if held else kept.person_id if kept else 0
        key = office.keys.key_of(holding_id) if held else office.keys.open_separated(holding_id)
        now, by = office.clock.now(), office.actor.account_id
        step.uow.measures.lift(holding_id, order.kind, now, by)
        step.uow.measures.add(
            Measure(0, holding_id, person_id, order.kind, order.cause, order.until, now, by),
            key,
            order.reason.strip(),
        )
        if order.kind is MeasureKind.HOLD:
            return running.hold(step, holding_id, order.until or date.max)
        step.uow.holdings.set_state(holding_id, STATE_UNDER[order.kind])
        return 0


def _action(kind: MeasureKind) -> Action:
    """Return the action: whoever enters data may note that a correction is asked."""
    asked = kind is MeasureKind.CORRECTION
    return Action.CORRECTION_ASKED if asked else Action.MEASURE_CHANGED
