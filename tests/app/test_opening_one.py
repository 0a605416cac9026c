"""One office is opened at a time: what is opened beside it is closed again."""

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.app.program import Program
from tests.app.conftest import WAIT
from tests.helpers.login import replace_text
from tests.helpers.offices import CODE, LOGIN, PASSWORD, OfficeHome


class OpenedBeside:
    """Another office that came open while one was being opened."""

    closed = False

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def nothing_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("easycare_desktop.ui.windows.login_window.keep_or_ask", lambda *_: None)


def press_open(program: Program, password: str = PASSWORD) -> None:
    form = program.login.form
    replace_text(form.code.control, CODE)
    replace_text(form.login.control, LOGIN)
    form.password.control.focusProxy().setText(password)
    form.open.click()


def can_press(program: Program) -> set[bool]:
    form, head = program.login.form, program.login.head
    ways = (form.open, form.new, form.restore, form.sheet, form.leave, head.practice, head.verify)
    return {each.isEnabled() for each in ways}


def test_from_the_press_to_the_office_nothing_else_begins(closed_program: Program, qtbot: QtBot):
    seen: list[set[bool]] = []
    closed_program.login.opened.connect(lambda _: seen.append(can_press(closed_program)))
    with qtbot.waitSignal(closed_program.ready, timeout=WAIT):
        press_open(closed_program)
        assert can_press(closed_program) == {False}
    assert seen == [{False}]
    closed_program.close_office()
    assert can_press(closed_program) == {True}


def test_after_a_refusal_everything_can_be_pressed_again(closed_program: Program, qtbot: QtBot):
    press_open(closed_program, "not the one")
    qtbot.waitUntil(lambda: bool(closed_program.login.form.password.error), timeout=WAIT)
    assert can_press(closed_program) == {True}


@pytest.mark.parametrize("when", ["while it opens", "once it is open"])
def test_what_is_opened_beside_it_is_closed_again(
    closed_program: Program, home: OfficeHome, qtbot: QtBot, when: str
):
    beside, login = OpenedBeside(), closed_program.login
    with qtbot.waitSignal(closed_program.ready, timeout=WAIT):
        login.opened.emit(home.open())
        if when == "while it opens":
            login.opened.emit(beside)
    workplace = closed_program.workplace
    if when == "once it is open":
        login.opened.emit(beside)
    assert beside.closed
    assert closed_program.workplace is workplace
    closed_program.close_office()
    home.open().close()


def test_the_window_of_restoring_can_be_left_again(closed_program: Program, qtbot: QtBot):
    closed_program.login.form.restore.click()
    assert can_press(closed_program) == {False}
    qtbot.waitUntil(lambda: closed_program.window is not closed_program.login, timeout=WAIT)
    closed_program.window.closed.emit()
    assert closed_program.window is closed_program.login
    assert can_press(closed_program) == {True}
