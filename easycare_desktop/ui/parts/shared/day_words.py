"""Days as offices say them: 11. 23. (월), 8영업일 남음, 5년."""

from datetime import date, datetime

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.periods import Period
from easycare_desktop.ui.models.cell import CellTone

_WEEK = "월화수목금토일"


def short_day(day: date) -> str:
    """Return 11. 23. (월)."""
    return f"{day.month}. {day.day}. ({_WEEK[day.weekday()]})"


def long_day(day: date) -> str:
    """Return 2026년 11월 23일."""
    return f"{day.year}년 {day.month}월 {day.day}일"


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


def moment_words(moment: datetime) -> str:
    """Return 2026년 11월 23일 월요일 10시 05분."""
    return f"{long_day(moment.date())} {_WEEK[moment.weekday()]}요일 {moment:%H}시 {moment:%M}분"
