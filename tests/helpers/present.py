"""Shows a window as a person sees it: dressed, exposed and active."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance import Appearance

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
