"""How large a window may be: it grows with the text and stays on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

_GROWTH = 0.6
_SMALLEST_SCREEN = QSize(1366, 690)
_FRAME = QSize(16, 48)


def room_for(at_100: QSize, scale: float) -> QSize:
    """Return the size of a window that has `at_100` at a text size of 100 %."""
    wanted = at_100 * (1 + (scale - 1) * _GROWTH)
    return wanted.boundedTo(_screen())


def _screen() -> QSize:
    if QGuiApplication.platformName() == "offscreen":
        return _SMALLEST_SCREEN
    return QGuiApplication.primaryScreen().availableSize() - _FRAME
