"""One door to threads: results arrive on the main thread, or not at all."""

import threading

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from easycare_desktop.ui.background import (
    CancelledError,
    Err,
    ManualBackground,
    Ok,
    Reporter,
    ThreadBackground,
    attempt,
)


class Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    @Slot(object)
    def done(self, value: object) -> None:
        self.results.append(value)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    @Slot(int, int)
    def stepped(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def broken() -> int:
    raise OSError(28)


def counting(reporter: Reporter) -> str:
    for number in range(3):
        reporter.step(number, 3)
    return "counted"


@pytest.fixture
def window(qapp: object) -> Window:
    return Window()


def test_how_work_ends_is_a_value():
    assert attempt(lambda: 5) == Ok(5)
    match attempt(broken):
        case Err(error):
            assert isinstance(error, OSError)
        case other:
            pytest.fail(str(other))


def test_results_arrive_on_the_main_thread(qtbot: QtBot, window: Window):
    background = ThreadBackground()
    worked: list[int] = []
    background.run(lambda: worked.append(threading.get_ident()), window.done)
    background.run(broken, window.done, window.failed)
    assert background.busy
    qtbot.waitUntil(lambda: not background.busy)
    assert window.results == [None]
    assert [type(error) for error in window.errors] == [OSError]
    assert window.threads == {threading.get_ident()}
    assert worked[0] != threading.get_ident()
    background.close()


def test_work_keeps_its_order(qtbot: QtBot, window: Window):
    background = ThreadBackground()
    for number in range(20):
        background.run(lambda number=number: number, window.done)
    qtbot.waitUntil(lambda: len(window.results) == 20)
    assert window.results == list(range(20))
    background.close()


def test_a_window_that_is_gone_hears_nothing(window: Window):
    background = ManualBackground()
    background.run(lambda: 1, window.done)
    background.run(broken, window.done, window.failed)
    delete(window)
    background.drain()
    assert window.results == []
    assert not background.busy


def test_closing_waits_for_what_runs_and_drops_the_rest(qapp: object, window: Window):
    background = ThreadBackground()
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(5)
        return "ended"

    background.run(slow, window.done)
    background.run(lambda: "never", window.done)
    begun.wait(5)
    threading.Timer(0.05, go_on.set).start()
    background.close()
    assert not background.busy
    assert window.results == []


def test_steps_are_told_and_work_can_be_stopped(qtbot: QtBot, window: Window):
    background = ThreadBackground()
    background.run_steps(counting, window.done, window.stepped, window.failed)
    qtbot.waitUntil(lambda: not background.busy)
    assert window.results == ["counted"]
    assert window.steps == [(0, 3), (1, 3), (2, 3)]
    background.close()
    manual = ManualBackground()
    job = manual.run_steps(counting, window.done, window.stepped, window.failed)
    job.cancel()
    manual.drain()
    assert [type(error) for error in window.errors] == [CancelledError]


def test_an_error_nobody_takes_is_raised(window: Window):
    background = ManualBackground()
    background.run(broken, window.done)
    with pytest.raises(OSError, match="28"):
        background.drain()


def test_a_result_that_arrives_after_closing_is_dropped(qtbot: QtBot):
    got: list[int] = []
    threads = ThreadBackground()
    threads.run(lambda: 7, got.append)
    threads.close()
    qtbot.wait(20)
    assert got == []
    assert not threads.busy


def test_what_is_handed_in_after_closing_is_dropped(qapp: object, window: Window):
    background = ThreadBackground()
    background.close()
    background.run(lambda: 1, window.done)
    assert not background.busy
    assert window.results == []
