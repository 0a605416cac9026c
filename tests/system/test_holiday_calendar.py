from datetime import date

from easycare_desktop.domain.periods import Period
from easycare_desktop.system.holiday_calendar import load_calendar

TODAY = date(2026, 11, 23)


def test_korean_holidays_are_known():
    calendar = load_calendar(TODAY, {})
    assert calendar.holiday_name(date(2026, 12, 25)) == "기독탄신일"
    assert not calendar.is_working(date(2027, 2, 9))
    assert calendar.is_working(date(2026, 12, 24))
    assert calendar.holiday_name(date(2024, 9, 17))
    assert calendar.holiday_name(date(2028, 1, 26))


def test_an_answer_over_the_new_year_holidays():
    calendar = load_calendar(TODAY, {})
    assert calendar.working_end(date(2027, 1, 27), Period(days=10)) == date(2027, 2, 10)
    assert calendar.working_end(TODAY, Period(days=10)) == date(2026, 12, 3)


def test_days_named_at_short_notice_are_added():
    calendar = load_calendar(TODAY, {date(2026, 12, 3): "Extra"})
    assert calendar.working_end(TODAY, Period(days=10)) == date(2026, 12, 4)
    assert calendar.holiday_name(date(2026, 12, 3)) == "Extra"
