"""An office that was handed over can be looked at on every page, and comes back by a press."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.pages import ITEMS
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.lease import LeaseService
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.services.tasks import TaskKind
from easycare_desktop.storage.keys.refusals import NoLeaseThereError
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.message_dialogs import DialogMessages
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.keys_page import KeysPage
from easycare_desktop.ui.windows.take_over_window import TakeOverWindow
from easycare_desktop.ui.wording.refusals import words_for
from tests.helpers.cases import register
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, OfficeHome, Stores
from tests.helpers.quick import one_process

pytestmark = pytest.mark.look
_OF_PLACES = {
    *(TaskKind.NO_KEY_PLACE, TaskKind.KEY_PLACE),
    *(TaskKind.FIRST_BACKUP, TaskKind.BACK_UP),
}


@pytest.fixture
def ground(qapp: QApplication, tmp_path: Path) -> Iterator[Ground]:
    made = Ground(qapp, ProgramPaths(tmp_path / "ground"), SystemClock(), Stores())
    made.messages = cast("DialogMessages", RecordingMessages())
    yield made
    made.close()


def test_every_page_can_be_looked_at_and_the_press_brings_it_back(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    stick = tmp_path / "stick"
    stick.mkdir()
    with one_process():
        services = Services(OfficeHome(tmp_path / "home").make(key_place=stick))
    services.start()
    register(services)
    lease = LeaseService(services.office, services.backup_targets, services.backup)
    lease.give(services.key_places.states()[0].id)
    said = cast("RecordingMessages", ground.messages)
    workplace = Workplace(ground, services.office, services)
    workplace.start()
    shell = workplace.shell
    for item in ITEMS:
        shell.open(item.key)
        qtbot.waitUntil(lambda: not workplace.background.busy, timeout=10_000)
    assert not [each.content for each in said.said if each.kind == "refuse"]
    assert shell.look_only.isVisible()
    page = shell.findChild(KeysPage)
    assert page is not None
    assert page.head.note.text() == "보기만 함"
    assert page.overview.banner.accessibleName().startswith("이 PC에서는 보기만 합니다")
    assert page.lease.why.text() == "이미 다른 PC로 넘겼습니다."
    assert not {each.kind for each in services.today.show().tasks} & _OF_PLACES
    assert clip_check(shell) == []
    said.answer(tmp_path)
    shell.look_only.back.click()
    qtbot.waitUntil(lambda: bool(said.of_kind("refuse")), timeout=10_000)
    trouble = said.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.happened == words_for(NoLeaseThereError()).happened
    said.answer(stick)
    shell.look_only.back.click()
    qtbot.waitUntil(lambda: not services.office.looks_only, timeout=10_000)
    qtbot.waitUntil(lambda: not shell.look_only.isVisible(), timeout=10_000)
    qtbot.waitUntil(lambda: not workplace.background.busy, timeout=10_000)
    workplace.close()


def test_the_window_of_taking_over_says_what_is_missing(kit: Kit, qtbot: QtBot, tmp_path: Path):
    home = OfficeHome(tmp_path / "home")
    front = RestoreFront(Shelf(home.paths, home.clock, home.stores, CHEAP_KDF))
    messages, background = RecordingMessages(), ManualBackground()
    window = TakeOverWindow(front, (CODE, LOGIN), tmp_path, kit, messages, background)
    qtbot.addWidget(window)
    window.show()
    window.take.click()
    assert window.password.error
    assert not background.busy
    for percent in (100, 200):
        kit.appearance.set_percent(percent)
        qtbot.waitUntil(lambda: not clip_check(window), timeout=5_000)
    kit.appearance.set_percent(100)
    assert window.login.control.text() == LOGIN
