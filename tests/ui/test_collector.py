"""Cycles end on the main thread while the collector runs."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import current_thread, main_thread
from typing import Self

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.collector import Collector


class _Knot:
    """Stands in a cycle with itself, and tells in which thread it ended."""

    ended: list[bool]

    def __init__(self, ended: list[bool]) -> None:
        self.ended = ended
        self.itself: Self = self

    def __del__(self) -> None:
        self.ended.append(current_thread() is main_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.collect()
    made = Collector()
    yield made
    made.end()


def _work_elsewhere() -> list[list[int]]:
    """Make and keep so many objects in another thread that Python would collect there."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: [[each] for each in range(5000)]).result()


def _drop_a_knot() -> list[bool]:
    ended: list[bool] = []
    _Knot(ended)
    return ended


def test_without_it_a_cycle_ends_in_the_other_thread():
    gc.collect()
    ended = _drop_a_knot()
    assert _work_elsewhere()
    assert ended == [False]


def test_with_it_a_cycle_waits_for_the_main_thread(collector: Collector):
    collector.begin()
    ended = _drop_a_knot()
    kept = _work_elsewhere()
    assert kept
    assert ended == []
    collector.collect()
    assert ended == [True]


def test_the_timer_collects(qtbot: QtBot, collector: Collector):
    collector.begin()
    ended = _drop_a_knot()
    rest = [[each] for each in range(5000)]
    qtbot.waitUntil(lambda: ended == [True], timeout=5000)
    assert rest


def test_at_the_end_python_collects_again(collector: Collector):
    collector.begin()
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()


def test_what_lives_long_is_walked_through_seldom(monkeypatch: pytest.MonkeyPatch):
    walked: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (5000, 50, 50))
    monkeypatch.setattr(gc, "collect", walked.append)
    collector = Collector(full_every=3600)
    collector.collect()
    collector.collect()
    assert walked == [2, 1]
    hurried = Collector(full_every=0)
    hurried.collect()
    hurried.collect()
    assert walked == [2, 1, 2, 2]
