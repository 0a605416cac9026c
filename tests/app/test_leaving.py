"""What the uninstaller starts: every office goes as the answers say, then the user is forgotten."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.app import leaving
from easycare_desktop.services.departure import Departure
from easycare_desktop.services.offices import Offices
from easycare_desktop.system.running_program import RunningProgram
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.leave_window import LeaveWindow
from tests.helpers.login import replace_text
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, PASSWORD, OfficeHome
from tests.helpers.sizes import PERCENTS

SAID = {"login": LOGIN, "password": PASSWORD, "handover": "공단 이관 1"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OfficeHome:
    """An office of one person, where the program looks for offices."""
    made = OfficeHome(tmp_path / "home")
    made.make(alone=True).close()
    monkeypatch.setattr(leaving, "paths_of_this_user", lambda: made.paths)
    monkeypatch.setattr(leaving, "SystemStores", lambda: made.stores)
    offices = Offices(made.paths, made.clock, made.stores, CHEAP_KDF)
    monkeypatch.setattr(leaving, "Offices", lambda *_: offices)
    return made


def answers(tmp_path: Path, **said: str) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({**SAID, **said}), "utf-8")
    return path


def test_with_answers_nothing_of_the_office_and_the_user_stays(home: OfficeHome, tmp_path: Path):
    papers = tmp_path / "papers"
    papers.mkdir()
    told = answers(tmp_path, certificate_folder=str(papers))
    assert leaving.leave("certificate", told) == leaving.DONE
    assert not home.paths.home.exists()
    assert not told.exists()
    assert [path.suffix for path in papers.iterdir()] == [".pdf"]


def test_wrong_answers_leave_everything_and_are_erased(home: OfficeHome, tmp_path: Path):
    told = answers(tmp_path, password="guessed-pass-phrase")
    assert leaving.leave("backup", told) == leaving.REFUSED
    assert not told.exists()
    home.open().close()


def test_a_running_program_is_left_alone(home: OfficeHome, tmp_path: Path):
    running = RunningProgram(home.paths.running)
    assert running.begin()
    told = answers(tmp_path)
    assert leaving.leave("certificate", told) == leaving.RUNNING
    running.end()
    assert told.exists()


@pytest.fixture
def background() -> ManualBackground:
    return ManualBackground()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture(params=list(Departure))
def window(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    kit: Kit,
    home: OfficeHome,
    messages: RecordingMessages,
    background: ManualBackground,
) -> LeaveWindow:
    made = LeaveWindow(request.param, CODE, home.offices, kit, messages, background)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(window: LeaveWindow, kit: Kit, percent: int):
    kit.appearance.set_percent(percent)
    QApplication.processEvents()
    assert clip_check(window) == []


def test_nothing_begins_before_the_code_is_typed(
    window: LeaveWindow, background: ManualBackground, home: OfficeHome
):
    replace_text(window.login.control, LOGIN)
    replace_text(window.password.control, PASSWORD)
    replace_text(window.typed.control, "12345")
    window.go.click()
    assert window.typed.error
    assert not background.busy
    assert home.offices.known()


def test_the_person_who_gives_up_keeps_everything(window: LeaveWindow, home: OfficeHome):
    window.give_up.click()
    assert not window.left
    assert not window.isVisible()
    home.open().close()
