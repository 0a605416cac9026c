"""What went and what stayed in each of the last months, for the chart of the first window."""

from dataclasses import dataclass
from datetime import date, timedelta

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.storage.repositories.plans import PlansRepository

_MONTHS = 6


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Keys destroyed and holdings separated in one month, for the chart."""

    month: date
    destroyed: int
    separated: int


def month_counts(plans: PlansRepository, today: date) -> tuple[MonthCount, ...]:
    """Return the counts of the last six months, the oldest first."""
    first = today.replace(day=1)
    months = [first]
    while len(months) < _MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    counts = {month: [0, 0] for month in months}
    for plan in plans.finished_since(months[-1]):
        if plan.finished_at is None or plan.state not in {PlanState.DONE, PlanState.PARTIAL}:
            continue
        month = plan.finished_at.date().replace(day=1)
        if month in counts:
            counts[month][0] += len(plan.doomed)
            counts[month][1] += len(plan.separated)
    return tuple(MonthCount(month, *counts[month]) for month in reversed(months))
