from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.periods import Period

CHRISTMAS = date(2026, 12, 25)
CALENDAR = Calendar(MappingProxyType({CHRISTMAS: "Christmas", date(2027, 1, 1): "New Year"}))
TEN_DAYS = Period(days=10)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_weekends_and_holidays_are_no_working_days():
    assert CALENDAR.is_working(date(2026, 12, 24))
    assert not CALENDAR.is_working(CHRISTMAS)
    assert not CALENDAR.is_working(date(2026, 12, 26))
    assert not CALENDAR.is_working(date(2026, 12, 27))
    assert CALENDAR.holiday_name(CHRISTMAS) == "Christmas"
    assert CALENDAR.holiday_name(date(2026, 12, 24)) == ""


def test_an_answer_falls_due_on_a_working_day():
    assert CALENDAR.working_end(date(2026, 11, 23), TEN_DAYS) == date(2026, 12, 3)
    assert CALENDAR.working_end(date(2026, 12, 15), TEN_DAYS) == date(2026, 12, 28)
    assert CALENDAR.working_end(date(2026, 11, 25), TEN_DAYS) == date(2026, 12, 7)


def test_a_calendar_without_holidays_knows_weekends():
    assert Calendar().working_end(date(2026, 12, 15), TEN_DAYS) == CHRISTMAS


def test_days_left_are_working_days():
    assert CALENDAR.working_days_until(date(2026, 11, 23), date(2026, 12, 3)) == 8
    assert CALENDAR.working_days_until(date(2026, 12, 24), date(2026, 12, 28)) == 1
    assert CALENDAR.working_days_until(date(2026, 12, 24), date(2026, 12, 27)) == 0
    assert CALENDAR.working_days_until(date(2026, 12, 3), date(2026, 12, 3)) == 0
    assert CALENDAR.working_days_until(date(2026, 12, 7), date(2026, 12, 3)) == -2


@given(DAYS, DAYS, DAYS)
def test_days_left_add_up(first: date, second: date, third: date):
    first, second, third = sorted((first, second, third))
    whole = CALENDAR.working_days_until(first, third)
    parts = CALENDAR.working_days_until(first, second) + CALENDAR.working_days_until(second, third)
    assert whole == parts


@given(DAYS)
def test_the_next_working_day_is_near_and_works(day: date):
    found = CALENDAR.next_working(day)
    assert CALENDAR.is_working(found)
    assert day <= found <= day + timedelta(days=4)
