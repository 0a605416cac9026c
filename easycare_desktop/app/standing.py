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
    """Answers a second start, the installer, and Windows when it is shut down.

    A page that is wanted waits until the person has signed in or has unlocked the window.
    """

    def __init__(
        self, app: QApplication, program: Program, running: RunningProgram, page: str = ""
    ) -> None:
        super().__init__()
        self._app, self._program, self._page = app, program, page
        self._watch = InstanceWatch(running, self)
        self._watch.show_wanted.connect(self._show)
        self._watch.quit_wanted.connect(self._quit)
        program.ready.connect(self._go)
        app.commitDataRequest.connect(self._secure)

    @Slot(str)
    def _show(self, page: str) -> None:
        bring_to_front(self._program.window)
        self._page = page
        self._go()

    @Slot()
    def _go(self) -> None:
        workplace = self._program.workplace
        if self._page and workplace is not None and self._program.window is workplace.shell:
            workplace.go_to(self._page)
            self._page = ""

    @Slot()
    def _quit(self) -> None:
        """Keep what is half-typed, as before any lock, and end."""
        self._program.lock()
        self._program.give_way()
        self._app.quit()

    @Slot(QSessionManager)
    def _secure(self, manager: QSessionManager) -> None:
        """Lock before Windows ends: should somebody stop the ending, nothing lies open."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._program.lock()
        self._program.give_way()  # whatever keeps a window open would keep Windows from ending
