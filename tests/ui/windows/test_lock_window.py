"""The locked screen over a real office: only the password of the same person opens it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.lock_window import LockWindow
from tests.helpers.login import replace_text
from tests.helpers.office_copies import OTHERS_PASSWORD
from tests.helpers.offices import CODE, LOGIN, PASSWORD, PROFILE, OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, kit: Kit, services: Services, background: ManualBackground) -> LockWindow:
    made = LockWindow(services.session, kit, background)
    present(qtbot, made)
    background.drain()
    return made


def type_password(window: LockWindow, typed: str, background: ManualBackground) -> None:
    secret = window.password.control.focusProxy()
    assert secret is not None
    replace_text(secret, typed)
    QTest.keyClick(secret, Qt.Key.Key_Return)
    background.drain()


def test_the_right_password_unlocks_and_both_are_recorded(
    qtbot: QtBot, window: LockWindow, services: Services, background: ManualBackground
):
    assert window.password.control.focusProxy().hasFocus()
    with qtbot.waitSignal(window.unlocked):
        type_password(window, PASSWORD, background)
    assert window.password.control.text() == ""
    said = [(each.action, each.detail) for each in services.log.newest()]
    assert ("session.locked", "") in said
    assert ("session.signed_in", "unlock") in said


@pytest.mark.parametrize("typed", ["", "not the one", OTHERS_PASSWORD])
def test_nothing_else_unlocks(
    qtbot: QtBot, window: LockWindow, background: ManualBackground, typed: str
):
    with qtbot.assertNotEmitted(window.unlocked):
        type_password(window, typed, background)
    assert window.password.error
    assert window.password.control.text() == ""
    assert window.unlock.isEnabled()


def test_after_five_wrong_tries_the_time_is_said(window: LockWindow, background: ManualBackground):
    for _ in range(5):
        type_password(window, "not the one", background)
    assert "10시 10분" in window.password.error


def test_while_it_is_checked_nothing_can_be_pressed(
    window: LockWindow, background: ManualBackground
):
    window.password.control.focusProxy().setText(PASSWORD)
    QTest.mouseClick(window.unlock, LEFT)
    assert not window.unlock.isEnabled()
    assert window.foot.note.text()
    background.drain()
    assert window.unlock.isEnabled()


def test_the_office_can_be_closed(qtbot: QtBot, window: LockWindow):
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(window.leave, LEFT)


def test_nothing_of_the_office_is_shown(window: LockWindow):
    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert LOGIN not in words
    assert not [value for value in PROFILE.values() if len(value) > 3 and value in words]


def test_an_office_opened_by_the_sheet_can_only_be_closed(
    qtbot: QtBot, kit: Kit, home: OfficeHome, background: ManualBackground
):
    office = home.offices.open_with_sheet(CODE, home.sheet.text)
    window = LockWindow(Services(office).session, kit, background)
    present(qtbot, window)
    assert window.sheet.isVisible()
    assert not window.unlock.isVisible()
    assert window.leave.hasFocus()
    background.drain()
    office.close()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, window: LockWindow, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(window) and not overlaps(window), timeout=1000)
