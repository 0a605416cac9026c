"""The pages of the main window one above the other, and the room that the screen leaves."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override


class PageStack(QStackedWidget):
    """A page that is too high or wide must not push the window: its body scrolls."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)


def room_for(wanted: QSize) -> QSize:
    """Return what the screen leaves; without a display, all that is asked for."""
    if QGuiApplication.platformName() == "offscreen":
        return wanted
    return QGuiApplication.primaryScreen().availableSize()
