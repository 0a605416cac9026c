"""Hands on the page of settings: tabs, presses and typing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.system.settings import Settings
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.shared.own_settings import Keeping, OwnSettings
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.settings_page import SettingsPage
from tests.helpers.hangul import type_hangul
from tests.helpers.login import replace_text

LEFT = Qt.MouseButton.LeftButton
LOOK, KEPT, ACCOUNTS, PROFILE, PROGRAM, PERMIT, PAPER_LOOK, ABOUT = range(8)


def settings_page(
    services: Services,
    file: Keeping,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
) -> SettingsPage:
    """Return the page over settings that lie in `file`."""
    own = OwnSettings(Settings(), lambda: file, kit.appearance, background)
    page = SettingsPage(services, own, kit, messages, background)
    page.resize(1142, 690)
    return page


def turn(page: SettingsPage, number: int, background: ManualBackground) -> None:
    """Turn to a tab and let it read."""
    page.tabs.setCurrentIndex(number)
    page.refresh()
    background.drain()


def press(window: QWidget, name: str) -> None:
    """Press what is shown with this name."""
    button = window.findChild(QWidget, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def put(window: QWidget, name: str, words: str) -> None:
    """Type words in place of what a field holds."""
    control = window.findChild(QWidget, name)
    assert control is not None
    edit = control.focusProxy() or control
    edit.setFocus()
    replace_text(edit, "")
    if words.isascii():
        QTest.keyClicks(edit, words)
    else:
        type_hangul(edit, words)
