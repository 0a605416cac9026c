"""Legal holds and suspensions: the officer sets and lifts them, first in the keys."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.holdings import HoldingState, HoldingStepError
from easycare_desktop.domain.measure_answers import (
    AnswerResult,
    MeasureAnswer,
    MeasureCase,
    check_answer,
)
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
    """A measure with its case, which only an officer can open where the holding is kept apart."""

    measure: Measure
    case: MeasureCase

    @property
    def reason(self) -> str:
        """The words of the case."""
        return self.case.reason


class MeasureService:
    """Use cases of measures."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def order(self, holding_ids: Iterable[int], order: Order, asked_on: date | None = None) -> int:
        """Set a measure on some holdings; return how many plans lost an item by it.

        `asked_on`: when the person asked for it, if somebody did.
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
                plans += self._set(step, holding_id, order, asked_on)
        return plans

    def ask_correction(
        self, holding_id: int, cause: MeasureCause, reason: str, received_on: date
    ) -> date:
        """Record that a correction is asked: until it is over nothing of it is passed on.

        Return the last day to answer. Raises what `order` raises, and `DateInFutureError`.
        """
        return self._ask(holding_id, MeasureKind.CORRECTION, cause, reason, received_on)

    def ask_stop(
        self, holding_id: int, cause: MeasureCause, reason: str, received_on: date
    ) -> date:
        """Record that a person asked to stop the processing: it stops at once, and is answered.

        Return the last day to answer. Raises what `ask_correction` raises.
        """
        return self._ask(holding_id, MeasureKind.SUSPENSION, cause, reason, received_on)

    def answer(self, holding_id: int, kind: MeasureKind, answer: MeasureAnswer) -> HoldingState:
        """Record what a person was told about what they asked; return the state of the holding.

        A correction is over with it, and so is a stop that was refused; one that was granted stands
        until it is lifted. Raises `AnswerReasonMissingError`, `DateInFutureError`,
        `AnsweredBeforeAskedError`, `MeasureNotStandingError`.
        """
        office = self._office
        with self._door.enter(_action(kind), detail=f"{kind.value}.answer") as step:
            asked = step.uow.measures.standing(holding_id, kind)
            held = step.uow.holdings.get(holding_id)
            if asked is None or held is None:
                raise MeasureNotStandingError(kind)
            step.person_id = held.person_id
            key = office.keys.key_of(holding_id)
            case = step.uow.measures.case_of(asked, key)
            check_answer(answer, case.asked_on, office.today())
            said = replace(answer, why=answer.why.strip())
            step.uow.measures.answer(asked, key, replace(case, answer=said))
            over = kind is MeasureKind.CORRECTION or answer.result is AnswerResult.REFUSED
            return self._end(step, holding_id, kind) if over else held.state

    def lift(self, holding_id: int, kind: MeasureKind) -> HoldingState:
        """End a measure before its last day; return the state of the holding.

        Raises `MeasureNotStandingError`.
        """
        with self._door.enter(_action(kind), detail=f"{kind.value}.lift") as step:
            held = step.uow.holdings.get(holding_id)
            wanted = STATE_UNDER[kind]
            kept = None if held else step.separated.get(holding_id)
            found = held.state if held else kept.state if kept else None
            if found is not wanted:
                raise MeasureNotStandingError(kind)
            step.person_id = held.person_id if held else kept.person_id if kept else None
            return self._end(step, holding_id, kind)

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
            return [MeasureView(each, step.uow.measures.case_of(each, key)) for each in found]

    def waits(self, holding_id: int) -> bool:
        """Tell whether a stop that somebody asked for was not answered yet."""
        with self._door.enter(Action.HOLDINGS_READ, detail="asked") as step:
            found = step.uow.measures.standing(holding_id, MeasureKind.SUSPENSION)
        return found is not None and found.until is not None

    def resume_over(self) -> int:
        """Let every hold end whose last day has passed; return how many."""
        with self._door.enter(Action.RECOVERED, detail="holds") as step:
            step.count = running.resume_over(self._office, step)
            return step.count

    def _ask(
        self,
        holding_id: int,
        kind: MeasureKind,
        cause: MeasureCause,
        reason: str,
        received_on: date,
    ) -> date:
        if received_on > self._office.today():
            raise DateInFutureError("until")
        due_on = self._office.answer_due(received_on)
        self.order([holding_id], Order(kind, cause, reason, due_on), received_on)
        return due_on

    def _end(self, step: Step, holding_id: int, kind: MeasureKind) -> HoldingState:
        office, now = self._office, self._office.clock.now()
        office.keys.restrict(kind.value + ENDED, str(holding_id), {}, now)
        step.uow.measures.lift(holding_id, kind, now, office.actor.account_id)
        return running.release(office, step, holding_id, kind)

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

    def _set(self, step: Step, holding_id: int, order: Order, asked_on: date | None) -> int:
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
            MeasureCase(order.reason.strip(), asked_on),
        )
        if order.kind is MeasureKind.HOLD:
            return running.hold(step, holding_id, order.until or date.max)
        step.uow.holdings.set_state(holding_id, STATE_UNDER[order.kind])
        return 0


def _action(kind: MeasureKind) -> Action:
    """Return the action: whoever enters data may note that a correction is asked."""
    asked = kind is MeasureKind.CORRECTION
    return Action.CORRECTION_ASKED if asked else Action.MEASURE_CHANGED
