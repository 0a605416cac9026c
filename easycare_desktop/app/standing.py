"""The program among others: one instance, to the front when asked, locked and gone in time."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QIcon, QSessionManager
from PySide6.QtWidgets import QApplication

from easycare_desktop.app.program import Program
from easycare_desktop.system.resources import resource
from easycare_desktop.system.running_program import RunningProgram
from easycare_desktop.ui.instance_watch import InstanceWatch, bring_to_front


def dress(app: QApplication) -> None:
    """Give the application its name and its mark."""
    app.setApplicationDisplayName("이지케어 데스크톱")
    app.setWindowIcon(QIcon(str(resource("mark", "program.svg"))))


class Standing(QObject):
    """Answers a second start, the installer, and Windows when it is shut down."""

    def __init__(self, app: QApplication, program: Program, running: RunningProgram) -> None:
        super().__init__()
        self._app, self._program = app, program
        self._watch = InstanceWatch(running, self)
        self._watch.show_wanted.connect(self._show)
        self._watch.quit_wanted.connect(self._quit)
        app.commitDataRequest.connect(self._secure)

    @Slot()
    def _show(self) -> None:
        bring_to_front(self._program.window)

    @Slot()
    def _quit(self) -> None:
        """Keep what is half-typed, as before any lock, and end."""
        self._program.lock()
        self._app.quit()

    @Slot(QSessionManager)
    def _secure(self, manager: QSessionManager) -> None:
        """Lock before Windows ends: should somebody stop the ending, nothing lies open."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._program.lock()
