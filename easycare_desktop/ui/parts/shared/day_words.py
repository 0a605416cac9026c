"""Days as offices say them: 11. 23. (월), 8영업일 남음, 5년."""

from collections.abc import Sequence
from datetime import date, datetime

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.periods import Period, full_months
from easycare_desktop.ui.models.cell import CellTone

_WEEK = "월화수목금토일"
_MINUTE, _SECOND = "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"


def short_day(day: date) -> str:
    """Return 11. 23. (월)."""
    return f"{day.month}. {day.day}. ({_WEEK[day.weekday()]})"


def long_day(day: date) -> str:
    """Return 2026년 11월 23일."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def calendar_days_left(today: date, due: date) -> tuple[str, CellTone]:
    """Return the chip of a last day that law counts by the calendar: 3일 지남, 2일 남음."""
    left = (due - today).days
    if left == 0:
        return "오늘까지", "warn"
    return (f"{-left}일 지남", "late") if left < 0 else (f"{left}일 남음", "info")


def days_left(calendar: Calendar, today: date, due: date) -> tuple[str, CellTone]:
    """Return the chip of a due day in working days: 3영업일 지남, 오늘까지, 8영업일 남음."""
    left = calendar.working_days_until(today, due)
    if due < today:
        return f"{max(1, -left)}영업일 지남", "late"
    if due == today or left <= 0:
        return "오늘까지", "warn"
    return f"{left}영업일 남음", "info"


def length(period: Period) -> str:
    """Return 5년, 6개월, 180일."""
    parts = ((period.years, "년"), (period.months, "개월"), (period.days, "일"))
    return " ".join(f"{number}{unit}" for number, unit in parts if number)


def time_left(today: date, until: date) -> str:
    """Return what is left of a stay whose last day is `until`: 4년 11개월, 오늘까지, 3일 지남."""
    if until < today:
        return f"{(today - until).days}일 지남"
    if until == today:
        return "오늘까지"
    whole = full_months(today, until)
    if not whole:
        return f"{(until - today).days}일"
    years, months = divmod(whole, 12)
    return " ".join(f"{count}{unit}" for count, unit in ((years, "년"), (months, "개월")) if count)


def told_apart(moments: Sequence[datetime]) -> list[str]:
    """Return times to the minute; all to the second where two would be the same.

    Those of one second get a number besides.
    """
    to_minute = [f"{each:{_MINUTE}}" for each in moments]
    if len(set(to_minute)) == len(moments):
        return to_minute
    to_second = [f"{each:{_SECOND}}" for each in moments]
    return [_numbered(to_second, place) for place in range(len(moments))]


def _numbered(words: Sequence[str], place: int) -> str:
    same = [number for number, said in enumerate(words) if said == words[place]]
    number = f" ({same.index(place) + 1}/{len(same)})" if len(same) > 1 else ""
    return f"{words[place]}{number}"


def moment_words(moment: datetime) -> str:
    """Return 2026년 11월 23일 월요일 10시 05분."""
    return f"{long_day(moment.date())} {_WEEK[moment.weekday()]}요일 {moment:%H}시 {moment:%M}분"
