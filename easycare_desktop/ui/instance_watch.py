"""Hears what a second start of the program asks of the running one."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.system.running_program import Asked, Request, RunningProgram

_EVERY_MS = 400


class InstanceWatch(QObject):
    """`show_wanted(page)` after another start, perhaps for a page; `quit_wanted` by the installer.

    It looks by itself: notices of a folder's changes get lost, and the installer would wait.
    """

    show_wanted = Signal(str)
    quit_wanted = Signal()

    def __init__(self, running: RunningProgram, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = running
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_EVERY_MS)

    @Slot()
    def _look(self) -> None:
        match self._running.take():
            case Asked(Request.SHOW, page):
                self.show_wanted.emit(page)
            case Asked(Request.QUIT):
                self.quit_wanted.emit()
            case None:
                pass


def bring_to_front(window: QWidget) -> None:
    """Show a window above all others, also one that was put down to the task bar."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
