"""Everything that is due: stays that are over, and what a hold had kept out of its plan."""

from collections.abc import Sequence
from datetime import date

from easycare_desktop.domain.destruction import (
    OPEN_PLANS,
    Plan,
    PlanAction,
    PlanItem,
    PlanState,
)
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.consent_ends import let_go
from easycare_desktop.services.door import Step
from easycare_desktop.services.held_out import hold_ended_on, origins
from easycare_desktop.services.longer_stays import follow_law
from easycare_desktop.services.measures_running import resume_over, still_held
from easycare_desktop.services.office import OpenOffice


def due_items(office: OpenOffice, step: Step) -> list[PlanItem]:
    """Return what is due today and lies in no open plan; holds that are over end first.

    A law that got longer is followed before anything is proposed. What rested on a consent that has
    ended is due, too.
    """
    resume_over(office, step)
    follow_law(office, step)
    let_go(office, step)
    today, held = office.today(), still_held(office)
    planned = {
        item.holding_id
        for plan in step.uow.plans.in_state(*OPEN_PLANS, PlanState.RUNNING)
        for item in plan.items
    }
    items = [
        PlanItem(each.id, each.person_id, each.group, PlanAction.DESTROY, until=each.until)
        for each in step.separated.all()
        if each.until < today and each.state is not HoldingState.HELD
    ]
    for holding in step.uow.holdings.with_end(HoldingState.ACTIVE, HoldingState.DUE):
        item = _due(holding, today)
        if item is not None:
            items.append(item)
    return [item for item in items if item.holding_id not in planned.union(held)]


def resumed(step: Step, items: Sequence[PlanItem]) -> dict[int, Plan | None]:
    """Return what of these a hold had kept, by holding, with the plan it took it out of.

    Of what is kept apart it is what was held beyond the end of its stay.
    """
    ends = {item.holding_id: hold_ended_on(step.uow, item.holding_id) for item in items}
    known = origins(step.uow) if any(ends.values()) else {}
    found: dict[int, Plan | None] = {}
    for item in items:
        ended = ends[item.holding_id]
        if ended is not None and _was_kept(step, item, ended, known.get(item.holding_id)):
            found[item.holding_id] = known.get(item.holding_id)
    return found


def _was_kept(step: Step, item: PlanItem, ended: date, origin: Plan | None) -> bool:
    """Tell whether something would have gone already, had no hold stood until that day."""
    if item.until is not None and item.action is PlanAction.DESTROY:
        return item.until < ended
    if origin is not None:
        return origin.requested_at.date() <= ended
    holding = step.uow.holdings.get(item.holding_id)
    return holding is not None and holding.destroy_by is not None and holding.destroy_by <= ended


def last_day(office: OpenOffice, step: Step, item: PlanItem) -> date:
    """Return the last day to carry out what is due: some days after its stay or consent ended.

    Of what a hold kept beyond that, they count from the last day of the hold.
    """
    days, today = office.law.deadlines.period(DESTROY_AFTER_CAUSE), office.today()
    holding, held = step.uow.holdings.get(item.holding_id), hold_ended_on(step.uow, item.holding_id)
    after_hold = date.min if held is None else period_end(min(held, today), days)
    if holding is not None and holding.clock is None and holding.destroy_by is not None:
        return max(holding.destroy_by, after_hold)
    over = item.until if item.until is not None and item.until < today else held or today
    return max(period_end(min(over, today), days), after_hold)


def _due(holding: Holding, today: date) -> PlanItem | None:
    """Return what is to be done with a holding now; nothing while it may stay in use."""
    clock = holding.clock
    if clock is not None and clock.until < today:
        return _item(holding, PlanAction.DESTROY, until=clock.until)
    if holding.state is not HoldingState.DUE:
        return None
    if clock is not None:
        return _item(
            holding,
            PlanAction.SEPARATE,
            rule=clock.rule,
            counted_from=clock.counted_from,
            until=clock.until,
        )
    return _item(holding, PlanAction.DESTROY)


def _item(
    holding: Holding,
    action: PlanAction,
    *,
    rule: str = "",
    counted_from: date | None = None,
    until: date | None = None,
) -> PlanItem:
    return PlanItem(
        holding.id,
        holding.person_id,
        holding.group,
        action,
        rule=rule,
        counted_from=counted_from,
        until=until,
    )
