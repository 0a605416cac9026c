"""A second start shows the first; the installer and the end of Windows lock it and end it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.app.standing import Standing
from easycare_desktop.system.running_program import Request, RunningProgram
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper

WAIT = 5_000


class OpenedWorkplace:
    """Stands in for an open office: its window, and the pages it was sent to."""

    def __init__(self, shell: QWidget) -> None:
        self.shell = shell
        self.went: list[str] = []

    def go_to(self, page: str) -> None:
        self.went.append(page)


class LockedProgram(QObject):
    """Stands in for the program: a window, and how often it was locked."""

    ready = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.window = window
        self.workplace: OpenedWorkplace | None = None
        self.locked = 0

    def lock(self) -> None:
        self.locked += 1

    def give_way(self) -> None:
        """Nothing asks here."""


class Manager:
    def setRestartHint(self, hint: object) -> None:  # noqa: N802 - Qt's name
        self.hint = hint


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningProgram]:
    made = RunningProgram(tmp_path / "running")
    assert made.begin()
    yield made
    made.end()


@pytest.fixture
def program(qtbot: QtBot) -> LockedProgram:
    window = QWidget()
    qtbot.addWidget(window)
    return LockedProgram(window)


@pytest.fixture
def standing(
    qapp: QApplication, program: LockedProgram, running: RunningProgram
) -> Iterator[Standing]:
    made = Standing(qapp, program, running)  # type: ignore[arg-type]
    yield made
    qapp.commitDataRequest.disconnect(made._secure)


def test_a_second_start_brings_the_window_to_the_front(
    standing: Standing, program: LockedProgram, running: RunningProgram, qtbot: QtBot
):
    assert not program.window.isVisible()
    RunningProgram(running.folder).ask(Request.SHOW)
    qtbot.waitUntil(program.window.isVisible, timeout=WAIT)
    program.window.showMinimized()
    RunningProgram(running.folder).ask(Request.SHOW)
    qtbot.waitUntil(lambda: not program.window.isMinimized(), timeout=WAIT)
    assert program.locked == 0


def test_a_page_that_is_wanted_waits_for_its_window(
    standing: Standing, program: LockedProgram, running: RunningProgram, qtbot: QtBot
):
    login = program.window
    RunningProgram(running.folder).ask(Request.SHOW, "people")
    qtbot.waitUntil(login.isVisible, timeout=WAIT)
    shell = QWidget()
    qtbot.addWidget(shell)
    program.workplace = OpenedWorkplace(shell)
    program.ready.emit()
    assert program.workplace.went == []
    program.window = shell
    program.ready.emit()
    program.ready.emit()
    assert program.workplace.went == ["people"]
    standing._show("cancel")
    assert program.workplace.went == ["people", "cancel"]


def test_the_installer_locks_and_ends_it(
    standing: Standing,
    program: LockedProgram,
    running: RunningProgram,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    ended = []
    monkeypatch.setattr(standing, "_app", type("App", (), {"quit": lambda _: ended.append(1)})())
    RunningProgram(running.folder).ask(Request.QUIT)
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert program.locked == 1


def test_the_end_of_windows_locks(standing: Standing, program: LockedProgram):
    standing._secure(Manager())  # type: ignore[arg-type]
    assert program.locked == 1


class Kept:
    def __init__(self) -> None:
        self.values: list[dict[str, str]] = []

    def keep(self, _window: str, _subject: int, values: dict[str, str]) -> None:
        self.values.append(values)

    def get(self, _window: str, _subject: int) -> None:
        return None


def test_the_end_of_windows_keeps_what_is_half_typed(qapp: QApplication):
    kept = Kept()
    keeper = DraftKeeper(kept, "form", lambda: {"name": "반쯤"})  # type: ignore[arg-type]
    keeper.begin(1)
    keeper.touch()
    qapp.commitDataRequest.emit(None)
    assert kept.values == [{"name": "반쯤"}]
    qapp.commitDataRequest.emit(None)
    assert len(kept.values) == 1
