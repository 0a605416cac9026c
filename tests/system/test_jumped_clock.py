from datetime import datetime, timedelta
from pathlib import Path

import pytest

from easycare_desktop.system.clock import SEOUL, FixedClock
from easycare_desktop.system.jumped_clock import NAME, ClockWatch, Direction

START = datetime(2026, 3, 5, 9, 0, tzinfo=SEOUL)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def watch(tmp_path: Path, clock: FixedClock) -> ClockWatch:
    made = ClockWatch(tmp_path, clock)
    assert made.look() is None
    return made


@pytest.mark.parametrize(
    "step", [timedelta(), timedelta(minutes=-5), timedelta(hours=9), timedelta(days=40)]
)
def test_ordinary_days_pass(watch: ClockWatch, clock: FixedClock, step: timedelta):
    clock.set(START + step)
    assert watch.look() is None


@pytest.mark.parametrize(
    ("step", "direction"),
    [
        (timedelta(minutes=-5, seconds=-1), Direction.BACKWARDS),
        (timedelta(days=-365), Direction.BACKWARDS),
        (timedelta(days=40, seconds=1), Direction.FORWARDS),
    ],
)
def test_jumps_are_told(
    watch: ClockWatch, clock: FixedClock, step: timedelta, direction: Direction
):
    clock.set(START + step)
    jump = watch.look()
    assert jump is not None
    assert (jump.direction, jump.seen, jump.now) == (direction, START, START + step)
    assert jump.distance == abs(step)


def test_small_steps_back_do_not_add_up(watch: ClockWatch, clock: FixedClock):
    clock.set(START - timedelta(minutes=4))
    assert watch.look() is None
    clock.set(START - timedelta(minutes=8))
    assert watch.look() is not None


def test_a_wrong_year_does_not_spoil_the_days_after(watch: ClockWatch, clock: FixedClock):
    clock.set(START.replace(year=2099))
    assert watch.look() is not None
    clock.set(START + timedelta(hours=1))
    assert watch.look() is None


def test_the_officer_can_set_it_right(watch: ClockWatch, clock: FixedClock):
    clock.set(START - timedelta(days=3))
    assert watch.look() is not None
    assert watch.accept() == clock.now()
    assert watch.look() is None


def test_the_mark_lives_on_disk(watch: ClockWatch, tmp_path: Path):
    earlier = FixedClock(START - timedelta(days=1))
    assert ClockWatch(tmp_path, earlier).look() is not None


def test_a_deleted_mark_does_not_hide_what_other_records_know(tmp_path: Path, clock: FixedClock):
    jump = ClockWatch(tmp_path, clock).look(known=START + timedelta(days=1))
    assert jump is not None
    assert jump.direction is Direction.BACKWARDS
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize("broken", ["", "{}", "[]", '{"seen": 5}', '{"seen": "yesterday"}'])
def test_a_broken_mark_is_kept_aside(tmp_path: Path, clock: FixedClock, broken: str):
    (tmp_path / NAME).write_text(broken, encoding="utf-8")
    assert ClockWatch(tmp_path, clock).look() is None
    assert (tmp_path / "clock.broken-1.json").read_text(encoding="utf-8") == broken
