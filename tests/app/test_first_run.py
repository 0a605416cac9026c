import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.domain.rights import Role
from easycare_desktop.services.offices import Offices
from easycare_desktop.system.office_registry import ERASING
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.message_dialogs import DialogMessages
from easycare_desktop.ui.messages import Trouble
from easycare_desktop.ui.windows.first_password_window import FirstPasswordWindow
from easycare_desktop.ui.windows.wizard_window import WizardWindow
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, PASSWORD, PROFILE, OfficeHome, Stores

WAIT = 20_000


class LoudMessages(DialogMessages):
    @override
    def refuse(self, trouble: Trouble) -> bool:
        raise AssertionError(trouble.title, trouble.number)


@pytest.fixture
def ground(
    qapp: QApplication,
    appearance: Appearance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Ground]:
    # An application wears one style for its whole life: a second appearance would drop the first.
    monkeypatch.setattr("easycare_desktop.app.ground.Appearance", lambda *_: appearance)
    made = Ground(qapp, ProgramPaths(tmp_path / "home"), SystemClock(), Stores(), LoudMessages)
    made.offices = Offices(made.paths, made.clock, made.stores, CHEAP_KDF)
    yield made
    made.close()


@pytest.fixture
def program(closed_program: Program) -> Program:
    """The program before there is any office."""
    return closed_program


def wizard_of(program: Program, qtbot: QtBot) -> WizardWindow:
    program.login.form.new.click()
    qtbot.waitUntil(lambda: isinstance(program.window, WizardWindow), timeout=WAIT)
    assert not program.login.isVisible()
    window = program.window
    assert isinstance(window, WizardWindow)
    return window


def fill(wizard: WizardWindow) -> None:
    wizard.office.forms[wizard.office.chosen].put(PROFILE)
    wizard.next.click()
    wizard.next.click()
    wizard.officer.login.control.setText(LOGIN)
    for field in (wizard.officer.password.first, wizard.officer.password.again):
        field.control.focusProxy().setText(PASSWORD)
    wizard.next.click()
    wizard.next.click()
    for number, field in zip(wizard.sheet.asked, wizard.sheet.typed, strict=True):
        field.control.setText(wizard.sheet.code.groups[number])
    wizard.next.click()
    wizard.place.when.choose(False)
    wizard.next.click()
    assert wizard.now is wizard.start


def test_the_first_run_ends_in_the_open_office(program: Program, ground: Ground, qtbot: QtBot):
    wizard = wizard_of(program, qtbot)
    fill(wizard)
    with qtbot.waitSignal(program.ready, timeout=WAIT):
        wizard.next.click()
    assert program.workplace is not None
    assert program.workplace.shell.isVisible()
    assert program.window is program.workplace.shell
    assert [each.code for each in ground.known()] == [CODE]
    program.close_office()
    assert program.login.isVisible()


def test_giving_up_brings_the_login_window_back(program: Program, ground: Ground, qtbot: QtBot):
    wizard = wizard_of(program, qtbot)
    wizard.leave.click()
    assert program.login.isVisible()
    assert program.window is program.login
    assert ground.known() == ()
    assert wizard_of(program, qtbot) is not wizard


def test_a_practice_office_is_made_beside_the_open_one(
    program: Program, ground: Ground, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    made: list[Ground] = []
    monkeypatch.setattr("easycare_desktop.app.practice.make_practice", made.append)
    wizard = wizard_of(program, qtbot)
    fill(wizard)
    wizard.start.choice.choose(True)
    with qtbot.waitSignal(program.ready, timeout=WAIT):
        wizard.next.click()
    qtbot.waitUntil(lambda: made == [ground], timeout=WAIT)


def test_a_given_password_stands_between_the_login_and_the_office(
    program: Program, ground: Ground, qtbot: QtBot
):
    fill(wizard_of(program, qtbot))
    with qtbot.waitSignal(program.ready, timeout=WAIT):
        program.window.next.click()
    assert program.workplace is not None
    program.workplace.services.accounts.add("han", "한담당", Role.CLERK, PASSWORD, given=True)
    for way_out in ("leave", "close"):
        program.close_office()
        program.login.opened.emit(ground.offices.open(CODE, "han", PASSWORD))
        window = program.window
        assert isinstance(window, FirstPasswordWindow)
        assert not program.login.isVisible()
        getattr(window, way_out).click() if way_out == "leave" else window.close()
        assert program.window is program.login
        assert program.login.isVisible()
    program.login.opened.emit(ground.offices.open(CODE, "han", PASSWORD))
    window = program.window
    assert isinstance(window, FirstPasswordWindow)
    for field in (window.old, window.own.first, window.own.again):
        field.control.focusProxy().setText(PASSWORD if field is window.old else "my-own-phrase-9")
    with qtbot.waitSignal(program.ready, timeout=WAIT):
        window.change.click()
    assert program.window is program.workplace.shell
    program.workplace.go_to("cancel")
    program.workplace.go_to("elsewhere")
    assert program.workplace.shell.current == "cancel"


def test_an_erasing_that_was_cut_off_is_finished_before_the_list_is_shown(
    ground: Ground, tmp_path: Path
):
    office = OfficeHome(tmp_path / "home").make()
    office.close()
    assert [each.code for each in ground.known()] == [CODE]
    note = json.dumps({"id": office.info.id, "generations": [1]})
    (office.info.folder / ERASING).write_text(note)
    assert ground.known() == ()
    assert not office.info.folder.exists()
