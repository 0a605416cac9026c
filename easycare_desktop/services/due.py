"""Everything that is due: stays that are over, and what a hold had kept out of its plan."""

from datetime import date

from easycare_desktop.domain.destruction import OPEN_PLANS, PlanAction, PlanItem, PlanState
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.consent_ends import let_go
from easycare_desktop.services.door import Step
from easycare_desktop.services.measures_running import resume_over
from easycare_desktop.services.office import OpenOffice


def due_items(office: OpenOffice, step: Step) -> list[PlanItem]:
    """Return what is due today and lies in no open plan; holds that are over end first.

    What rested on a consent that has ended is due, too.
    """
    resume_over(office, step)
    let_go(office, step)
    today = office.today()
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
    return [item for item in items if item.holding_id not in planned]


def last_day(office: OpenOffice, step: Step, item: PlanItem) -> date:
    """Return the last day to carry out what is due: some days after its stay or consent ended."""
    holding = step.uow.holdings.get(item.holding_id)
    if holding is not None and holding.clock is None and holding.destroy_by is not None:
        return holding.destroy_by
    today = office.today()
    ended = min(item.until or today, today)
    return period_end(ended, office.law.deadlines.period(DESTROY_AFTER_CAUSE))


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
