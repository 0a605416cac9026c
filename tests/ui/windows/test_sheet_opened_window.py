"""비상 열쇠 종이로 열었습니다: nothing opens before a password and a new sheet are there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.recovery_sheets import RecoverySheets
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.sheet_opened_window import SheetOpenedWindow
from tests.helpers.offices import PASSWORD, OfficeHome
from tests.helpers.present import present
from tests.helpers.settings_pages import put
from tests.helpers.sizes import PERCENTS

NEW = "quite-another-pass-phrase"


@pytest.fixture
def window(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> SheetOpenedWindow:
    sheets = RecoverySheets(services.office)
    made = SheetOpenedWindow(services.recovery, sheets, kit, messages, background)
    present(qtbot, made)
    return made


def test_a_password_and_two_groups_of_the_new_sheet_renew_everything(
    qtbot: QtBot,
    window: SheetOpenedWindow,
    services: Services,
    home: OfficeHome,
    background: ManualBackground,
):
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert window.own.first.error
    assert window.dialog is None
    put(window, "by_sheet.password", NEW)
    put(window, "by_sheet.password_again", NEW)
    QTest.keyClick(window, Qt.Key.Key_F4)
    background.drain()
    dialog = window.dialog
    assert dialog is not None
    dialog.go_on.click()
    for field, number in zip(dialog.typed, dialog.asked, strict=True):
        field.control.setText(dialog.sheet.groups[number - 1])
    with qtbot.waitSignal(window.renewed):
        dialog.go_on.click()
        background.drain()
    assert services.office.keys.sheet_number == dialog.sheet.number
    services.office.close()
    home.open(password=NEW).close()


def test_closing_it_leaves_the_password_as_it_was(
    qtbot: QtBot, window: SheetOpenedWindow, services: Services, home: OfficeHome
):
    with qtbot.waitSignal(window.closed):
        window.leave.click()
    services.office.close()
    home.open(password=PASSWORD).close()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, window: SheetOpenedWindow, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(window) and not overlaps(window), timeout=5000)
