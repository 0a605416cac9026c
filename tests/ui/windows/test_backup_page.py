"""백업 over a real office: a place is added, one press, what went wrong, the register, closing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.backups import BackupCause, BackupOutcome
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.system import volumes
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.models import Role
from easycare_desktop.ui.parts.backup.leaving import Leaving
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.keys_page import KeysPage
from tests.helpers.office_copies import OfficeMould
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton
OVERVIEW, BACKUPS, KEYS, REGISTER = range(4)


@pytest.fixture(scope="module")
def page_mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("page") / "home")


@pytest.fixture
def services(page_mould: OfficeMould, tmp_path: Path) -> Iterator[Services]:
    office = page_mould.copy_to(tmp_path / "home").open()
    yield Services(office)
    office.close()


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground,
) -> KeysPage:  # fmt: skip
    made = KeysPage(kit, services, messages, background)
    made.resize(1142, 690)
    present(qtbot, made)
    made.refresh()
    background.drain()
    return made


def turn(page: KeysPage, background: ManualBackground, tab: int) -> None:
    page.tabs.setCurrentIndex(tab)
    background.drain()


def press(button: QWidget, background: ManualBackground) -> None:
    QTest.mouseClick(button, LEFT)
    background.drain()


def test_a_place_is_added_and_one_press_backs_up(
    page: KeysPage, background: ManualBackground, messages: RecordingMessages,
    services: Services, usb: Path,
):  # fmt: skip
    turn(page, background, BACKUPS)
    messages.answer(usb, True, "백업 USB")
    press(page.targets.add, background)
    assert page.targets.cards[0].accessibleName().startswith("백업 USB, 백업 없음")
    press(page.back_up, background)
    assert page.dialog is not None
    assert page.dialog.title.text() == "백업을 일부만 마쳤습니다"
    press(page.dialog.close_button, background)
    assert page.targets.cards[0].accessibleName().startswith("백업 USB, 정상")
    turn(page, background, REGISTER)
    assert page.register.count.text() == "1줄"
    assert services.backup.register()[0].outcome is BackupOutcome.DONE


def test_a_place_is_warned_of_and_may_be_given_up(
    page: KeysPage, background: ManualBackground, messages: RecordingMessages,
    services: Services, usb: Path,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    messages.answer(usb, False)
    page.targets.add_target()
    background.drain()
    assert "열쇠 보관처와 같은 곳" in str(messages.of_kind("confirm")[0].content)
    assert services.backup_targets.states() == []


def test_without_a_place_it_is_said(
    page: KeysPage, background: ManualBackground, messages: RecordingMessages
):
    press(page.back_up, background)
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "BK-113"
    assert page.dialog is not None
    assert not page.dialog.isVisible()


def test_stopping_is_said_nowhere_and_leaves_the_page(
    page: KeysPage, background: ManualBackground, services: Services, usb: Path
):
    services.backup_targets.add("백업 USB", usb)
    page.begin_backup()
    dialog = page.dialog
    assert dialog is not None
    dialog.reject()
    assert dialog.isVisible()
    background.drain()
    assert not dialog.isVisible()
    assert services.backup.register()[0].outcome is BackupOutcome.STOPPED


def test_a_closer_look_tells_what_is_damaged(
    page: KeysPage, background: ManualBackground, messages: RecordingMessages,
    services: Services, usb: Path,
):  # fmt: skip
    services.backup_targets.add("백업 USB", usb)
    services.backup.back_up(BackupCause.BY_HAND)
    turn(page, background, BACKUPS)
    press(page.targets.cards[0].check, background)
    assert "1개를 모두" in str(messages.of_kind("toast")[-1].content)
    database = next(usb.rglob("office.db"))
    database.write_bytes(database.read_bytes()[:-4096])
    page.refresh()
    background.drain()
    assert "손상" in page.targets.cards[0].accessibleName()
    press(page.targets.cards[0].check, background)
    assert "1개 가운데 0개" in str(messages.of_kind("inform")[-1].content)


def test_striking_off_asks_first(
    page: KeysPage, background: ManualBackground, messages: RecordingMessages,
    services: Services, usb: Path,
):  # fmt: skip
    services.backup_targets.add("백업 USB", usb)
    turn(page, background, BACKUPS)
    press(page.targets.cards[0].remove, background)
    assert len(page.targets.cards) == 1
    messages.answer(True)
    press(page.targets.cards[0].remove, background)
    assert page.targets.cards == []


def test_a_protected_office_says_so(
    page: KeysPage, background: ManualBackground, services: Services, usb: Path,
    monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    assert page.overview.banner.accessibleName().startswith("아직 보호되지 않습니다")
    real = volumes.volume_of
    monkeypatch.setattr(volumes, "volume_of", lambda path: -1 if path == usb else real(path))
    services.key_places.add("금고 USB", usb)
    services.backup_targets.add("백업 USB", usb)
    services.backup.back_up(BackupCause.BY_HAND)
    page.refresh()
    background.drain()
    assert page.overview.banner.accessibleName().startswith("보호됨")
    assert page.head.note.text() == "보호됨"
    assert page.overview.model.rowCount() == 2
    table = page.overview.table.model()
    told = [table.index(each, 0).data(Role.CELL).second for each in range(2)]
    assert told == [f"열쇠 보관처 · {usb}", f"백업할 곳 · {usb}"]
    two = page.overview.table.height()
    page.overview.table.show_height_of(1)
    assert page.overview.table.height() < two  # no empty rows below the last place


def test_the_register_is_printed(qtbot: QtBot, page: KeysPage):
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        page.register.print_button.click()
    assert wanted.args == [PaperKind.BACKUP_REGISTER.code, 0]


@pytest.fixture
def leaving(kit: Kit, page: KeysPage, services: Services, background: ManualBackground) -> Leaving:
    return Leaving(kit, services.backup, RecordingMessages(), background, page)


def test_leaving_backs_up_by_itself(
    qtbot: QtBot, leaving: Leaving, services: Services, background: ManualBackground, usb: Path
):
    services.backup_targets.add("백업 USB", usb)
    with qtbot.waitSignal(leaving.left):
        leaving.begin()
        leaving.begin()
        background.drain()
    rows = services.backup.register()
    assert [(each.cause, each.outcome) for each in rows] == [
        (BackupCause.ON_CLOSE, BackupOutcome.DONE)
    ]


def test_leaving_asks_nothing_where_no_place_is_at_hand(
    qtbot: QtBot, leaving: Leaving, services: Services, background: ManualBackground, usb: Path
):
    services.backup_targets.add("백업 USB", usb)
    shutil.rmtree(usb)
    with qtbot.waitSignal(leaving.left):
        leaving.begin()
        background.drain()
    assert leaving.dialog is None


def test_leaving_can_skip_the_backup(
    qtbot: QtBot, leaving: Leaving, services: Services, background: ManualBackground, usb: Path
):
    services.backup_targets.add("백업 USB", usb)
    leaving.begin()
    background.run_next()
    assert leaving.dialog is not None
    assert leaving.dialog.stop.accessibleName() == "건너뛰고 닫기"
    with qtbot.waitSignal(leaving.left):
        leaving.dialog.stop.click()
        background.drain()
    assert services.backup.register()[0].outcome is BackupOutcome.STOPPED


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot, kit: Kit, page: KeysPage, background: ManualBackground, services: Services,
    usb: Path, percent: int,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    services.backup_targets.add("백업 USB", usb)
    services.backup.back_up(BackupCause.BY_HAND)
    page.refresh()
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    for tab in (OVERVIEW, BACKUPS, REGISTER):
        turn(page, background, tab)
        qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)
