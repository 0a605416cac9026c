"""Closing the office: a backup by itself where a place is at hand, then the way out."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.backup import BackupCause, BackupService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.backup.backup_dialog import BackupDialog
from easycare_desktop.ui.widgets import Kit

FINISHING = "하던 일을 마치고 닫습니다."


class Leaving(QObject):
    """`left()` when nothing keeps the window any more. It asks nothing; it can be skipped.

    `waits(words)` at each press where other work has to end first.
    """

    left = Signal()
    waits = Signal(str)

    def __init__(
        self,
        kit: Kit,
        backup: BackupService,
        messages: Messages,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._kit, self._backup, self._window = kit, backup, window
        self._messages, self._background = messages, background
        self._begun = False
        self.dialog: BackupDialog | None = None

    @Slot()
    def begin(self) -> None:
        """Look whether a place is at hand; a second press while one looks changes nothing."""
        if self.dialog is None and self._background.busy:
            self.waits.emit(FINISHING)
        if not self._begun:
            self._begun = True
            self._background.run(self._backup.ready, self._decide, self._go)

    def _decide(self, places: tuple[str, ...]) -> None:
        if not places:
            self.left.emit()
            return
        self.dialog = BackupDialog(
            self._kit,
            self._backup,
            BackupCause.ON_CLOSE,
            self._messages,
            self._background,
            self._window,
        )
        self.dialog.ended.connect(self._ended)
        self.dialog.finished.connect(self._closed)
        self.dialog.start()

    @Slot()
    def _ended(self) -> None:
        """Go on by itself unless there is something to read."""
        dialog = self.dialog
        if dialog is None or dialog.isVisible():
            return
        if dialog.report is None or dialog.report.done:  # else it comes back, to be read
            self.left.emit()

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self.dialog is not None and self.dialog.report is not None:
            self.left.emit()

    def _go(self, _error: Exception) -> None:
        self.left.emit()
