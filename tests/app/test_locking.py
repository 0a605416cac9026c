"""The locked office: nothing is asked there, whoever owns it comes back in, and it can be left."""

from collections import deque
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.spoken_dialogs import Inform
from easycare_desktop.ui.windows.lock_window import LockWindow
from tests.helpers.offices import PASSWORD

WAIT = 20_000
TOGETHER = Question("모두 마쳤습니다", ("3건을 파기했습니다.",), "함께 인쇄하기")


@pytest.fixture
def workplace(opened_program: Program) -> Workplace:
    assert opened_program.workplace is not None
    return opened_program.workplace


def locked(program: Program) -> LockWindow:
    program.lock()
    window = program.window
    assert isinstance(window, LockWindow)
    return window


def type_password(lock: LockWindow) -> None:
    lock.password.control.focusProxy().setText(PASSWORD)


def unlock(program: Program, qtbot: QtBot) -> None:
    window = program.window
    assert isinstance(window, LockWindow)
    type_password(window)
    with qtbot.waitSignal(program.ready, timeout=WAIT):
        window.unlock.click()


def on_the_screen() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


class Asking:
    """Work whose result asks, as that of several destructions does."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.asked = False
        self.answers: list[bool] = []

    def ask(self, _done: None) -> None:
        self.asked = True
        self.answers.append(self._ground.messages.confirm(TOGETHER))


def nothing() -> None:
    """Work that is done at once."""


class Hands:
    """Does one thing after another while a question waits, each as soon as it can be done."""

    def __init__(self, *steps: Callable[[], bool]) -> None:
        self._steps = deque(steps)
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)
        self._timer.start(50)

    def _go_on(self) -> None:
        if self._steps and self._steps[0]():
            self._steps.popleft()
        if not self._steps:
            self._timer.stop()


def read() -> bool:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, Inform):
        dialog.accept()
    return dialog is not None


def test_what_is_asked_meanwhile_is_told_once_the_same_person_is_back(
    opened_program: Program, workplace: Workplace, ground: Ground, qtbot: QtBot
):
    lock, asking = locked(opened_program), Asking(ground)
    seen: list[list[QWidget]] = []
    told: list[bool] = []

    def look_and_unlock() -> bool:
        if asking.asked:
            seen.append(on_the_screen())
            type_password(lock)
            lock.unlock.click()
        return asking.asked

    def read_it() -> bool:
        if read():
            told.append(True)
        return bool(told)

    workplace.background.run(nothing, asking.ask)
    hands = Hands(look_and_unlock, read_it)
    qtbot.waitUntil(lambda: told == [True], timeout=WAIT)
    assert asking.answers == [False]
    assert seen == [[lock]]
    assert opened_program.window is workplace.shell
    del hands


def test_what_waits_is_given_up_when_the_office_is_closed_instead(
    opened_program: Program, workplace: Workplace, ground: Ground, qtbot: QtBot
):
    lock, asking = locked(opened_program), Asking(ground)
    workplace.background.run(nothing, asking.ask)
    qtbot.waitUntil(lambda: asking.answers == [False], timeout=WAIT)
    lock.leave.click()
    qtbot.waitUntil(lambda: opened_program.workplace is None, timeout=WAIT)
    assert on_the_screen() == [opened_program.login]


def test_a_window_that_work_opens_waits_behind_the_curtain(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    lock = locked(opened_program)
    dialog = QDialog(workplace.shell)
    dialog.open()
    qtbot.waitUntil(lambda: on_the_screen() == [lock], timeout=WAIT)
    assert QApplication.activeModalWidget() is None
    unlock(opened_program, qtbot)
    assert dialog.isVisible()
    dialog.close()


def test_nobody_waits_for_long_work_to_be_let_in(
    opened_program: Program, workplace: Workplace, qtbot: QtBot
):
    go_on = Event()
    workplace.background.run(lambda: go_on.wait(20), lambda _: None)
    locked(opened_program)
    unlock(opened_program, qtbot)
    assert opened_program.window is workplace.shell
    assert workplace.background.busy
    go_on.set()
