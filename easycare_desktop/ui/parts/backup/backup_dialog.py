"""백업하는 동안: how far it is, a way to stop, and then what became of it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from easycare_desktop.services.backup import BackupCause, BackupReport, BackupService
from easycare_desktop.ui.background import Background, CancelledError, Job, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, beside, column, holder, row
from easycare_desktop.ui.widgets.progress import Progress
from easycare_desktop.ui.wording.backup import (
    COVERED,
    NOT_COVERED,
    report_lines,
    report_title,
)

_BODY = (24, 20, 24, 16)
_MAKING = "자료를 백업하고 있습니다"
_STOPPING = "멈추고 있습니다. 전에 만든 백업은 그대로 있습니다."


class BackupDialog(HouseDialog):
    """`ended()` once it is over, whole or stopped. On closing it goes away by itself."""

    ended = Signal()

    def __init__(
        self,
        kit: Kit,
        backup: BackupService,
        cause: BackupCause,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "백업", parent)
        self.setObjectName("backup")
        self._kit, self._backup, self._cause = kit, backup, cause
        self._messages, self._background = messages, background
        self._closing = cause is BackupCause.ON_CLOSE
        self._job: Job | None = None
        self.report: BackupReport | None = None
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        first = "닫기 전에 백업합니다" if self._closing else "백업합니다"
        self.progress = Progress(kit.appearance, _MAKING)
        self._running = holder(
            column(
                kit.text(first, "title", wrap=True),
                kit.text("끝날 때까지 USB를 뽑지 마세요.", wrap=True),
                self.progress,
                None,
                gap=14,
            )
        )
        self.title = kit.text("", "title", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._result = holder(column(self.title, self._lines, None, gap=14))
        self._pile = Pile([self._running, self._result])
        self.stop = kit.button("건너뛰고 닫기" if self._closing else "그만두기", key="Esc")
        self.close_button = kit.button("닫기", "primary", writes=False)
        self.stop.setObjectName("backup.stop")
        self.close_button.setObjectName("backup.close")
        self.close_button.hide()
        self.stop.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        foot = kit.foot(self.close_button, others=[self.stop])
        self.assemble(holder(column(self._pile, margins=_BODY)), foot, self.stop)

    def start(self) -> None:
        """Show it and begin."""
        self.open()
        work = partial(_work, self._backup, self._cause)
        self._job = self._background.run_steps(work, self._done, self._show, self._failed)

    @Slot()
    @override
    def reject(self) -> None:
        """Ask the work to stop; the dialog goes away when it has stopped."""
        if self._job is None:
            super().reject()
            return
        self._job.cancel()
        self.stop.setEnabled(False)
        self.progress.say(_STOPPING, 0, 1)

    def _show(self, done: int, total: int) -> None:
        if self.stop.isEnabled():
            self.progress.say(_MAKING, done, total)

    def _done(self, report: BackupReport) -> None:
        self._job, self.report = None, report
        if self._closing and report.done:
            self._leave()
            return
        self.title.setText(report_title(report))
        for words, held in report_lines(report):
            self._lines.addWidget(self._line(words, held=held))
        if report.done:
            covered = report.covered > 0
            self._lines.addWidget(self._line(COVERED if covered else NOT_COVERED, held=covered))
        self._pile.show_only(self._result)
        self.stop.hide()
        self.close_button.show()
        self.close_button.setFocus()
        self.fit()
        self.ended.emit()

    def _line(self, words: str, *, held: bool) -> QWidget:
        icon, colour = ("circle-check", "ok_text") if held else ("triangle-alert", "warn_text")
        picture = self._kit.picture(icon, colour)
        box = row(beside(picture), gap=10)
        box.addWidget(self._kit.text(words, wrap=True), 1)
        return holder(box)

    def _failed(self, error: Exception) -> None:
        self._job = None
        try:
            if not isinstance(error, CancelledError):
                tell_error(self._messages, "백업하지 못했습니다", error)
        finally:
            self._leave()

    def _leave(self) -> None:
        super().accept()
        self.ended.emit()


def _work(backup: BackupService, cause: BackupCause, reporter: Reporter) -> BackupReport:
    return backup.back_up(cause, reporter.step)
