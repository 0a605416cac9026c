"""Shows a window as a person sees it: exposed and active."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def present(qtbot: QtBot, window: QWidget) -> None:
    """Show `window`, make it active, and close it at the end of the test."""
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
