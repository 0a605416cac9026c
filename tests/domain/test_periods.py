from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.periods import (
    Period,
    days_before,
    first_day_after_clear_days,
    full_years,
    period_end,
)

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        # service ended: kept for five years, destroyed within five days after that
        (date(2026, 3, 15), Period(years=5), date(2031, 3, 15)),
        (date(2031, 3, 15), Period(days=5), date(2031, 3, 20)),
        (date(2024, 2, 29), Period(years=5), date(2029, 2, 28)),
        (date(2029, 2, 28), Period(days=5), date(2029, 3, 5)),
        # income tax for 2026
        (date(2027, 5, 31), Period(years=5), date(2032, 5, 31)),
        # answer to a request
        (date(2026, 11, 23), Period(days=10), date(2026, 12, 3)),
        # the first counted day is the first of a month: whole calendar months (art. 160)
        (date(2026, 4, 30), Period(months=1), date(2026, 5, 31)),
        (date(2026, 2, 28), Period(months=1), date(2026, 3, 31)),
        (date(2023, 2, 28), Period(years=1), date(2024, 2, 29)),
        # the last month has no such day
        (date(2026, 1, 30), Period(months=1), date(2026, 2, 28)),
        (date(2026, 1, 29), Period(months=1), date(2026, 2, 28)),
        (date(2026, 1, 28), Period(months=1), date(2026, 2, 28)),
        (date(2024, 2, 28), Period(years=1), date(2025, 2, 28)),
        (date(2026, 8, 30), Period(months=6), date(2027, 2, 28)),
        (date(2026, 8, 31), Period(months=6), date(2027, 2, 28)),
        # over the end of a year
        (date(2026, 12, 31), Period(months=6), date(2027, 6, 30)),
        (date(2026, 12, 15), Period(months=1), date(2027, 1, 15)),
        (date(2026, 5, 20), Period(months=6), date(2026, 11, 20)),
        (date(2026, 5, 20), Period(days=180), date(2026, 11, 16)),
        (date(2026, 5, 20), Period(years=1, months=2, days=3), date(2027, 7, 23)),
        (date(2026, 5, 20), Period(), date(2026, 5, 20)),
    ],
)
def test_the_end_of_a_period(start: date, period: Period, end: date):
    assert period_end(start, period) == end


@given(DAYS, st.integers(0, 12), st.integers(0, 30), st.integers(0, 400))
def test_a_period_never_ends_before_it_begins(start: date, years: int, months: int, days: int):
    end = period_end(start, Period(years=years, months=months, days=days))
    assert end >= start + timedelta(days=days)


@given(DAYS, st.integers(1, 600))
def test_a_longer_period_ends_later(start: date, months: int):
    assert period_end(start, Period(months=months)) < period_end(start, Period(months=months + 1))


@given(DAYS, st.integers(1, 30))
def test_a_later_start_never_ends_earlier(start: date, years: int):
    period = Period(years=years)
    assert period_end(start, period) <= period_end(start + timedelta(days=1), period)


@given(DAYS, st.integers(1, 30))
def test_the_day_after_the_end_is_the_corresponding_day(start: date, years: int):
    first = start + timedelta(days=1)
    if (first.month, first.day) != (2, 29):
        end = period_end(start, Period(years=years))
        assert end + timedelta(days=1) == first.replace(year=first.year + years)


@given(DAYS, st.integers(1, 10))
def test_years_are_twelve_months_each(start: date, years: int):
    assert period_end(start, Period(years=years)) == period_end(start, Period(months=12 * years))


def test_seven_clear_days():
    assert first_day_after_clear_days(date(2026, 12, 1), 7) == date(2026, 12, 9)


def test_days_before_an_expiry():
    assert days_before(date(2027, 3, 31), Period(days=90)) == date(2026, 12, 31)


def test_the_clock_part_of_a_period():
    assert Period(hours=72).as_timedelta == timedelta(hours=72)
    assert Period(minutes=10).as_timedelta == timedelta(minutes=10)
    assert Period().is_empty
    assert not Period(minutes=1).is_empty


@pytest.mark.parametrize(
    ("birth", "today", "age"),
    [
        (date(1945, 3, 5), date(2026, 3, 4), 80),
        (date(1945, 3, 5), date(2026, 3, 5), 81),
        (date(2012, 11, 24), date(2026, 11, 23), 13),
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
    ],
)
def test_age_in_full_years(birth: date, today: date, age: int):
    assert full_years(birth, today) == age
