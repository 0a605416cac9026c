"""Shows a window as a person sees it: dressed, exposed and active."""

import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.clip_check import clip_check

wardrobe: list[Appearance] = []
"""The one appearance of the test run, put in by the fixture that makes it."""


def dress(window: QWidget) -> None:
    """Dress what is shown alone, as the window would that it belongs into."""
    for appearance in wardrobe:
        appearance.dress(window)


def present(qtbot: QtBot, window: QWidget) -> None:
    """Show `window` dressed, make it active, and close it at the end of the test."""
    dress(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def settle(window: QWidget, seconds: float = 5.0) -> None:
    """Wait until a window that was dressed anew lies still, with nothing cut; a busy PC is slow."""
    ends = time.monotonic() + seconds
    QTest.qWait(30)
    while clip_check(window) and time.monotonic() < ends:
        QTest.qWait(20)
    assert clip_check(window) == []
