"""백업에서 되살리기 over a real office: nothing without the password and the word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.restore_window import RestoreWindow
from tests.helpers.backups import back_up
from tests.helpers.cases import names_in, register
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, PASSWORD, OfficeHome
from tests.helpers.present import present
from tests.helpers.wizard import type_secret


class RestoreScene:
    """The window over a closed office with a backup in which one person more is in use."""

    def __init__(self, kit: Kit, home: OfficeHome, target: Path) -> None:
        office = home.open()
        services = Services(office)
        services.start()
        register(services, "먼저온이")
        back_up(office, target)
        register(services, "나중온이")
        office.close()
        self.home, self.target = home, target
        self.messages, self.background = RecordingMessages(), ManualBackground()
        front = RestoreFront(Shelf(home.paths, home.clock, home.stores, CHEAP_KDF))
        self.window = RestoreWindow(front, kit, self.messages, self.background)
        self.finished: list[str] = []
        self.window.finished.connect(self.finished.append)

    def next(self) -> None:
        self.window.foot.next.click()
        self.background.drain()

    def sign_in(self, password: str = PASSWORD) -> None:
        where = self.window.steps.where
        where.fill(CODE, LOGIN)
        type_secret(where.password.control, password)
        self.next()

    def choose_backup(self) -> None:
        self.messages.answer(self.target)
        self.window.steps.backup.choose.click()
        self.background.drain()
        self.next()


@pytest.fixture
def scene(kit: Kit, qtbot: QtBot, home: OfficeHome, tmp_path: Path) -> Iterator[RestoreScene]:
    made = RestoreScene(kit, home, tmp_path / "backups")
    present(qtbot, made.window)
    yield made
    made.window.close()


def test_a_wrong_password_goes_no_further(scene: RestoreScene):
    scene.sign_in("not the right one")
    steps = scene.window.steps
    assert steps.now is steps.where
    assert steps.where.password.error


@pytest.mark.look
def test_the_whole_way_on_this_pc(scene: RestoreScene):
    scene.sign_in()
    scene.choose_backup()
    steps = scene.window.steps
    assert steps.now is steps.preview
    assert "나중온이" in steps.preview.gone.text()
    assert steps.preview.older.text() == "내용이 달라지는 분은 없습니다."
    assert clip_check(scene.window) == []
    assert overlaps(scene.window) == []
    scene.next()
    scene.window.foot.last.click()
    scene.background.drain()
    assert scene.finished == []
    assert steps.confirm.word.error
    steps.confirm.word.control.setText("되살리기")
    assert not steps.confirm.word.error
    scene.window.foot.last.click()
    scene.background.drain()
    assert scene.finished == [""]
    assert names_in(scene.home) == ["먼저온이"]


def test_giving_up_changes_nothing(scene: RestoreScene):
    scene.sign_in()
    scene.choose_backup()
    closed: list[bool] = []
    scene.window.closed.connect(lambda: closed.append(True))
    scene.window.close()
    assert closed == [True]
    assert sorted(names_in(scene.home)) == ["나중온이", "먼저온이"]


def test_a_folder_without_backups_is_said(scene: RestoreScene, tmp_path: Path):
    scene.sign_in()
    empty = tmp_path / "empty"
    empty.mkdir()
    scene.messages.answer(empty)
    steps = scene.window.steps
    steps.backup.choose.click()
    scene.background.drain()
    assert "백업이 없습니다" in steps.backup.note.text()
    scene.next()
    assert steps.now is steps.backup


@pytest.mark.look
def test_another_pc_needs_a_place_and_the_whole_sheet(scene: RestoreScene):
    steps = scene.window.steps
    steps.where.way.choose("there")
    assert len(steps.line) == 6
    scene.next()
    assert steps.now is steps.where
    assert "열쇠 보관처" in steps.where.there.note.text()
    assert steps.line[-1] is steps.confirm
    assert steps.confirm.title == steps.way.word == "옮겨 오기"
    assert "다른 PC에서 옮겨 오기" in scene.window.windowTitle()
    steps.confirm.word.control.setText("되살리기")
    assert not steps.confirm.check()
    steps.confirm.word.control.setText("옮겨오기")
    assert steps.confirm.check()
    steps.confirm.sum_up("2026-11-23 10:00", handed_over=True)
    assert "보기만" in steps.confirm.banner.accessibleName()
    assert clip_check(scene.window) == []
    steps.confirm.sum_up("2026-11-23 10:00", handed_over=False)
    assert "옛 PC에서는 더 쓰지 마세요" in steps.confirm.banner.accessibleName()
