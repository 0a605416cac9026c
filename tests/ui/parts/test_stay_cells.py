"""What is left of a stay is told truly; times that look the same are told apart."""

from datetime import date, datetime

import pytest

from easycare_desktop.domain.holdings import Clock, HoldingState
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.models import Cell, Mark
from easycare_desktop.ui.parts.shared.day_words import calendar_days_left, time_left, told_apart
from easycare_desktop.ui.parts.shared.stay_cells import clock_cell, mark_of_end

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (date(2031, 11, 23), "5년"),
        (date(2031, 11, 22), "4년 11개월"),
        (date(2026, 12, 23), "1개월"),
        (date(2026, 12, 22), "29일"),
        (TODAY, "오늘까지"),
        (date(2026, 11, 21), "2일 지남"),
    ],
)
def test_what_is_left_is_counted_from_today(until: date, words: str):
    assert time_left(TODAY, until) == words


def test_a_stay_under_way_shows_its_last_day_and_what_is_left():
    cell = clock_cell(Clock("L-01", date(2025, 11, 22), date(2030, 11, 22)), TODAY)
    assert cell.clock is not None
    assert cell.clock.words == "2030-11-22까지 · 3년 11개월"
    assert not cell.clock.over


def test_a_stay_that_is_over_stands_out():
    clock = Clock("I-08", date(2026, 10, 22), date(2026, 11, 21))
    cell = clock_cell(clock, TODAY)
    assert cell.clock is not None
    assert cell.clock.over
    assert cell.clock.words == "2026-11-21 · 2일 지남"
    assert mark_of_end(HoldingState.ACTIVE, clock, TODAY) == Mark("기간 끝남", "danger")
    assert mark_of_end(HoldingState.DUE, clock, TODAY) is None
    assert mark_of_end(HoldingState.ACTIVE, clock, date(2026, 11, 21)) is None


def test_a_stay_that_is_not_counted_yet_shows_no_length():
    clock = Clock("L-01", date(2026, 12, 31), date(2031, 12, 31))
    assert clock_cell(clock, TODAY) == Cell("2031-12-31까지", "2026-12-31부터 셉니다")


def test_the_chip_of_a_stay_counts_the_same_days():
    assert calendar_days_left(TODAY, date(2026, 11, 21)) == ("2일 지남", "late")
    assert calendar_days_left(TODAY, TODAY) == ("오늘까지", "warn")
    assert calendar_days_left(TODAY, date(2026, 11, 30)) == ("7일 남음", "info")


def test_times_of_one_minute_are_told_apart_and_all_times_alike():
    one, other = (
        datetime(2026, 11, 23, 10, 0, 5, tzinfo=SEOUL),
        datetime(2026, 11, 23, 10, 0, 41, tzinfo=SEOUL),
    )
    apart = datetime(2026, 11, 22, 9, 30, tzinfo=SEOUL)
    assert told_apart([other, one, apart]) == [
        "2026-11-23 10:00:41",
        "2026-11-23 10:00:05",
        "2026-11-22 09:30:00",
    ]
    assert told_apart([one, apart]) == ["2026-11-23 10:00", "2026-11-22 09:30"]
    assert told_apart([one, one]) == ["2026-11-23 10:00:05 (1/2)", "2026-11-23 10:00:05 (2/2)"]
