"""The office that is closed from the locked screen is backed up as from the main window."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.app.standing import Standing
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.system.refusals import DiskFullError
from easycare_desktop.system.running_program import RunningProgram
from easycare_desktop.ui.messages import Question, RecordingMessages
from easycare_desktop.ui.windows.lock_window import LockWindow
from tests.app.conftest import WAIT
from tests.helpers.offices import PASSWORD


@pytest.fixture
def workplace(opened_program: Program) -> Workplace:
    assert opened_program.workplace is not None
    return opened_program.workplace


@pytest.fixture
def place(workplace: Workplace, tmp_path: Path) -> Path:
    made = tmp_path / "second-disk"
    made.mkdir()
    workplace.services.backup_targets.add("둘째 디스크", made)
    return made


@pytest.fixture
def asked(ground: Ground) -> RecordingMessages:
    made = RecordingMessages()
    ground.at_lock = made  # type: ignore[assignment]
    return made


def locked(program: Program) -> LockWindow:
    program.lock()
    window = program.window
    assert isinstance(window, LockWindow)
    return window


@pytest.mark.parametrize("way", ["button", "cross"])
def test_it_is_backed_up_first(
    opened_program: Program, workplace: Workplace, place: Path, qtbot: QtBot, way: str
):
    assert workplace.shell.isVisible()
    lock = locked(opened_program)
    lock.leave.click() if way == "button" else lock.close()
    assert lock.isVisible()
    assert not lock.unlock.isEnabled()
    qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)
    assert [each for each in place.rglob("*") if each.is_file()]
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [
        opened_program.login
    ]


def test_what_is_under_way_is_finished_and_that_is_said(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    go_on = Event()
    workplace.background.run(lambda: go_on.wait(20), lambda _: None)
    lock = locked(opened_program)
    lock.leave.click()
    assert lock.foot.note.text() == "하던 일을 마치고 닫습니다."
    go_on.set()
    qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)


def test_an_office_that_was_closed_before_it_was_locked_does_not_come_back(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    go_on = Event()
    workplace.background.run(lambda: go_on.wait(20), lambda _: None)
    workplace.shell.close()
    lock = locked(opened_program)
    go_on.set()
    qtbot.waitUntil(lambda: not workplace.shell.asks_before_leaving, timeout=WAIT)
    assert lock.isVisible()
    lock.password.control.focusProxy().setText(PASSWORD)
    lock.unlock.click()
    qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)
    assert opened_program.login.isVisible()


@pytest.mark.parametrize("answer", [True, False])
def test_an_open_dialog_is_given_up_only_when_that_was_said(
    opened_program: Program,
    workplace: Workplace,
    asked: RecordingMessages,
    qtbot: QtBot,
    answer: bool,
):
    dialog = QDialog(workplace.shell)
    dialog.open()
    lock = locked(opened_program)
    asked.answer(answer)
    lock.leave.click()
    (said,) = asked.of_kind("confirm")
    assert isinstance(said.content[0], Question)
    if answer:
        qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)
    else:
        assert lock.unlock.isEnabled()
        assert lock.isVisible()


def test_the_question_itself_stands_on_the_locked_screen(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    dialog = QDialog(workplace.shell)
    dialog.open()
    lock = locked(opened_program)
    lock.activateWindow()
    qtbot.waitUntil(lock.isActiveWindow, timeout=WAIT)
    shown: list[bool] = []

    def look() -> None:
        question = QApplication.activeModalWidget()
        shown.append(question is not None and question.parentWidget() is lock)
        if question is not None:
            question.close()

    QTimer.singleShot(200, look)
    lock.leave.click()
    assert shown == [True]
    assert opened_program.workplace is workplace


def test_the_installer_is_not_kept_waiting(opened_program: Program, workplace: Workplace):
    assert workplace.shell.isVisible()
    lock = locked(opened_program)
    opened_program.give_way()
    assert lock.close()


@pytest.mark.parametrize("error", [OSError(5, "io"), DiskFullError()])
def test_whatever_a_backup_raises_nobody_is_locked_in(
    opened_program: Program,
    workplace: Workplace,
    place: Path,
    asked: RecordingMessages,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
):
    def fail(*_all: object) -> None:
        raise error

    assert place.is_dir()
    monkeypatch.setattr(workplace.services.backup, "back_up", fail)
    lock = locked(opened_program)
    with qtbot.captureExceptions():
        lock.leave.click()
        qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)
    assert len(asked.of_kind("refuse")) == isinstance(error, DiskFullError)


def test_what_asks_at_the_lock_holds_up_no_end(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    assert workplace.office is not None
    lock = locked(opened_program)
    dialog = QDialog(lock)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible, timeout=WAIT)
    opened_program._locking.give_way()
    assert not dialog.isVisible()


class Manager:
    """Stands in for the session manager, of which nothing can be made."""

    def setRestartHint(self, hint: object) -> None:  # noqa: N802 - Qt's name
        self.hint = hint


@pytest.mark.usefixtures("workplace")
def test_the_end_of_windows_is_not_held_up(
    opened_program: Program, qapp: QApplication, tmp_path: Path
):
    running = RunningProgram(tmp_path / "running")
    assert running.begin()
    standing = Standing(qapp, opened_program, running)
    standing._secure(Manager())  # type: ignore[arg-type]
    assert isinstance(opened_program.window, LockWindow)
    assert opened_program.window.close()
    qapp.commitDataRequest.disconnect(standing._secure)
    running.end()
