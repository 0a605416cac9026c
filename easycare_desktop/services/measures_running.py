"""Measures inside running actions: holding, releasing, and what ends by itself."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.destruction import OPEN_PLANS, PlanState
from easycare_desktop.domain.holdings import Groups, Holding, HoldingState, HoldingStepError
from easycare_desktop.domain.measures import MeasureKind, Standing, standing_of, state_after
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.consent_basis import may_use
from easycare_desktop.services.door import Step
from easycare_desktop.services.held_out import come_back, hold_ended_on, note_held
from easycare_desktop.services.office import OpenOffice


def standings(office: OpenOffice) -> Mapping[int, Standing]:
    """Return what the keys say stands on each holding that ever had a measure."""
    kinds = {f"{kind.value}{end}" for kind in MeasureKind for end in ("", "_ended")}
    told: dict[int, list[tuple[str, Mapping[str, object]]]] = {}
    for each in office.keys.restrictions(kinds):
        told.setdefault(int(each.subject), []).append((each.kind, each.facts))
    return {holding_id: standing_of(lines) for holding_id, lines in told.items()}


def check_not_running(step: Step, holding_id: int) -> None:
    """Raise `HoldingStepError` where a destruction of the holding is under way."""
    for plan in step.uow.plans.in_state(PlanState.RUNNING):
        if any(item.holding_id == holding_id for item in plan.items):
            raise HoldingStepError(HoldingState.APPROVED, HoldingState.HELD)


class UseStoppedError(Refusal):
    """The person asked to stop the processing (PIPA 37): nothing of it is used. `number`: whose."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


def check_use(step: Step, person_id: int, groups: frozenset[str] | Groups) -> None:
    """Raise `UseStoppedError` where something of these item groups is suspended."""
    held = step.uow.holdings.of_person(person_id)
    stopped = {each.group for each in held if each.state is HoldingState.SUSPENDED}
    if stopped if isinstance(groups, Groups) else stopped & groups:
        raise UseStoppedError(step.uow.people.get(person_id).number)


def hold(step: Step, holding_id: int, until: date) -> int:
    """Hold a holding and take it out of every plan that was not begun; return how many plans.

    Each of them remembers it: once nothing holds it any more, it goes as it would have gone.
    """
    if step.uow.holdings.get(holding_id) is None:
        step.separated.set_hold(holding_id, until)
    else:
        step.uow.holdings.set_state(holding_id, HoldingState.HELD)
        step.uow.holdings.set_hold(holding_id, until)
    plans = 0
    for plan in step.uow.plans.in_state(*OPEN_PLANS):
        held = [item for item in plan.items if item.holding_id == holding_id]
        if held:
            note_held(step.uow, plan.id, held)
            step.uow.plans.drop_items(plan.id, [holding_id])
            plans += 1
    return plans


def release(
    office: OpenOffice, step: Step, holding_id: int, kind: MeasureKind = MeasureKind.HOLD
) -> HoldingState:
    """Let a holding go on as if the measure had never been; return its state.

    What a hold kept out of a plan that still waits is in it again.
    """
    state = _state_without(office, step, holding_id, kind)
    if kind is MeasureKind.HOLD and state in {HoldingState.DUE, HoldingState.SEPARATED}:
        ended = hold_ended_on(step.uow, holding_id) or office.today()
        period = office.law.deadlines.period(DESTROY_AFTER_CAUSE)
        come_back(step.uow, holding_id, period_end(ended, period))
    return state


def _state_without(
    office: OpenOffice, step: Step, holding_id: int, kind: MeasureKind
) -> HoldingState:
    holding = step.uow.holdings.get(holding_id)
    if holding is None:
        step.separated.set_hold(holding_id, None)
        return HoldingState.SEPARATED
    if kind is MeasureKind.SUSPENSION and not _has_consent(office, step, holding):
        return holding.state
    standing = standings(office).get(holding_id, Standing())
    suspended = kind is MeasureKind.HOLD and (
        standing.suspended or not _has_consent(office, step, holding)
    )
    state = state_after(holding, suspended=suspended, correcting=standing.correcting)
    if kind is MeasureKind.CORRECTION:
        state = HoldingState.ACTIVE
    step.uow.holdings.set_state(holding_id, state)
    step.uow.holdings.set_hold(holding_id, None)
    return state


def resume_over(office: OpenOffice, step: Step) -> int:
    """Release what was held until a day that has passed; return how many.

    While the clock is not trusted nothing ends. What a wrong clock has let go is held again: the
    keys say until when a hold stands. Nobody lifts these: they end by themselves.
    """
    if not office.clock_trusted():
        return 0
    hold_again(office, step)
    today = office.today()
    over = [
        each.id
        for each in step.uow.holdings.in_state(HoldingState.HELD)
        if each.hold_until is not None and each.hold_until < today
    ]
    over += [
        each.id
        for each in step.separated.all()
        if each.state is HoldingState.HELD and each.hold_until and each.hold_until < today
    ]
    for holding_id in over:
        step.uow.measures.end_by_itself(holding_id, office.clock.now())
        release(office, step, holding_id)
    return len(over)


def still_held(office: OpenOffice) -> dict[int, date]:
    """Return until when the keys say that holds stand, by holding."""
    today = office.today()
    return {
        holding_id: standing.hold_until
        for holding_id, standing in standings(office).items()
        if standing.hold_until is not None and standing.hold_until >= today
    }


def hold_again(office: OpenOffice, step: Step) -> int:
    """Hold what the keys say is held and the data do not; return how many."""
    count = 0
    for holding_id, until in still_held(office).items():
        holding = step.uow.holdings.get(holding_id)
        kept = None if holding else step.separated.get(holding_id)
        state = holding.state if holding else kept.state if kept else None
        if state not in {None, HoldingState.APPROVED, HoldingState.HELD}:
            step.uow.measures.stand_again(holding_id, until)
            hold(step, holding_id, until)
            count += 1
    return count


def apply_standing(office: OpenOffice, step: Step) -> int:
    """Bring the data to what the keys say, the stricter side first; return how many changed."""
    today, count = office.today(), hold_again(office, step)
    for holding_id, standing in standings(office).items():
        until = standing.hold_until
        holding = step.uow.holdings.get(holding_id)
        kept = None if holding else step.separated.get(holding_id)
        state = holding.state if holding else kept.state if kept else None
        if state is None or state is HoldingState.APPROVED:
            continue
        if until is not None and until >= today:
            continue
        if state is HoldingState.HELD:
            if until is not None:  # by its last day: only a clock that is trusted ends it
                continue
            release(office, step, holding_id)
            count += 1
        elif holding is not None:
            count += _bring_to(office, step, holding, standing)
    return count


def _bring_to(office: OpenOffice, step: Step, holding: Holding, standing: Standing) -> bool:
    """Let a holding on which no hold stands be stopped or corrected as told; tell of a change."""
    state, free = holding.state, {HoldingState.ACTIVE, HoldingState.CORRECTING}
    if standing.suspended and state in free:
        step.uow.holdings.set_state(holding.id, HoldingState.SUSPENDED)
    elif standing.correcting and state is HoldingState.ACTIVE:
        step.uow.holdings.set_state(holding.id, HoldingState.CORRECTING)
    elif state is HoldingState.SUSPENDED and not standing.suspended:
        return release(office, step, holding.id, MeasureKind.SUSPENSION) is not state
    elif state is HoldingState.CORRECTING and not standing.correcting:
        return release(office, step, holding.id, MeasureKind.CORRECTION) is not state
    else:
        return False
    return True


def _has_consent(office: OpenOffice, step: Step, holding: Holding) -> bool:
    return may_use(office, step.uow, step.uow.people.get(holding.person_id), holding)
