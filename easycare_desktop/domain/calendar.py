"""Working days: what is not a Saturday, a Sunday or a public holiday."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from easycare_desktop.domain.periods import Period, period_end

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Public holidays by day, with their names. Without any it knows weekends only."""

    holidays: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on `day`."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def holiday_name(self, day: date) -> str:
        """Return the name of the public holiday on `day`, or an empty text."""
        return self.holidays.get(day, "")

    def next_working(self, day: date) -> date:
        """Return `day` itself if it is a working day, else the next one."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def working_end(self, start: date, period: Period) -> date:
        """Return the last day of the period; on a Saturday or holiday the next working day.

        Civil Act art. 161. For the deadlines of answers; the last day of a stay is not shifted.
        """
        return self.next_working(period_end(start, period))

    def working_days_until(self, today: date, due: date) -> int:
        """Return the working days after `today` up to `due`; negative once `due` has passed.

        A due day that is no working day counts as the working day before it: the work has to be
        done by then.
        """
        if due < today:
            return -self.working_days_until(due, today)
        day, count = today, 0
        while day < due:
            day += _ONE_DAY
            count += self.is_working(day)
        return count
