"""Periods of law, counted as the Civil Act counts them (arts. 157, 160, 161)."""

import calendar as month_lengths
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as law writes it. Hours and minutes are for clocks of the same day."""

    years: int = 0
    months: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether the period has no length at all."""
        return not any((self.years, self.months, self.days, self.hours, self.minutes))

    @property
    def as_timedelta(self) -> timedelta:
        """The part that is counted by the clock: days, hours and minutes."""
        return timedelta(days=self.days, hours=self.hours, minutes=self.minutes)


def period_end(start: date, period: Period) -> date:
    """Return the last day of the period that an event on `start` sets running.

    The day of the event is not counted (art. 157). Years and months end on the day before the one
    that corresponds to the first counted day; where the last month has no such day, on the last of
    that month (art. 160). Days are counted after that. `Calendar.working_end` shifts for holidays.
    """
    end = start
    months = period.years * _MONTHS_A_YEAR + period.months
    if months:
        end = _months_end(start + timedelta(days=1), months)
    return end + timedelta(days=period.days)


def days_before(day: date, period: Period) -> date:
    """Return the day that lies the days of `period` before `day`, e.g. 90 days before an expiry."""
    return day - timedelta(days=period.days)


def first_day_after_clear_days(start: date, days: int) -> date:
    """Return the first day with `days` full days between it and `start`, neither counted."""
    return start + timedelta(days=days + 1)


def full_years(birth: date, today: date) -> int:
    """Return the age in full years; somebody born on 29 February turns older on 1 March."""
    had_birthday = (today.month, today.day) >= (birth.month, birth.day)
    return today.year - birth.year - (0 if had_birthday else 1)


def full_months(today: date, until: date) -> int:
    """Return how many full months lie between two days, the earlier first."""
    months = (until.year - today.year) * _MONTHS_A_YEAR + until.month - today.month
    return months - (1 if until.day < today.day else 0)


def _months_end(first: date, months: int) -> date:
    index = first.year * _MONTHS_A_YEAR + first.month - 1 + months
    year, month = divmod(index, _MONTHS_A_YEAR)
    month += 1
    length = month_lengths.monthrange(year, month)[1]
    if first.day > length:
        return date(year, month, length)
    return date(year, month, first.day) - timedelta(days=1)
