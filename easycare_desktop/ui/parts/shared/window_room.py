"""How large a window may be: it grows with the text and stays on the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_GROWTH = 0.6
_SMALLEST_SCREEN = QSize(1366, 690)
_FRAME = QSize(16, 48)


def room_for(at_100: QSize, scale: float) -> QSize:
    """Return the size of a window that has `at_100` at a text size of 100 %."""
    wanted = at_100 * (1 + (scale - 1) * _GROWTH)
    return wanted.boundedTo(_screen())


def show_whole(window: QWidget) -> None:
    """Show a window; one that its frame would push over an edge of the screen fills the screen."""
    room = _screen() if _on_a_screen() else window.size()
    if window.width() > room.width() or window.height() > room.height():
        window.showMaximized()
    else:
        window.show()


def _screen() -> QSize:
    if not _on_a_screen():
        return _SMALLEST_SCREEN
    return QGuiApplication.primaryScreen().availableSize() - _FRAME


def _on_a_screen() -> bool:
    return QGuiApplication.platformName() != "offscreen"
