"""새 비밀번호 정하기 over a real office, and the gate of the program that shows it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.first_password_window import FirstPasswordWindow
from tests.helpers.offices import PASSWORD, OfficeHome
from tests.helpers.present import present
from tests.helpers.settings_pages import put
from tests.helpers.sizes import PERCENTS

NEW = "quite-another-pass-phrase"


@pytest.fixture
def window(
    qtbot: QtBot, kit: Kit, services: Services, background: ManualBackground
) -> FirstPasswordWindow:
    made = FirstPasswordWindow(services.session, services.accounts, kit, background)
    present(qtbot, made)
    return made


def change(window: FirstPasswordWindow, background: ManualBackground, old: str, new: str) -> None:
    put(window, "first_password.old", old)
    put(window, "first_password.password", new)
    put(window, "first_password.password_again", new)
    QTest.keyClick(window, Qt.Key.Key_F4)
    background.drain()


def test_the_own_password_opens_the_way(
    qtbot: QtBot,
    window: FirstPasswordWindow,
    services: Services,
    home: OfficeHome,
    background: ManualBackground,
):
    with qtbot.assertNotEmitted(window.changed):
        change(window, background, "not the one I got", NEW)
        assert window.old.error
        change(window, background, PASSWORD, PASSWORD)
        assert window.own.first.error
        change(window, background, PASSWORD, "short")
        assert window.own.first.error
    with qtbot.waitSignal(window.changed):
        change(window, background, PASSWORD, NEW)
    assert window.old.control.text() == window.own.text() == ""
    services.office.close()
    home.open(password=NEW).close()


def test_closing_it_leaves_the_office_closed(qtbot: QtBot, window: FirstPasswordWindow):
    with qtbot.waitSignal(window.closed):
        window.leave.click()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, window: FirstPasswordWindow, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(window) and not overlaps(window), timeout=5000)
