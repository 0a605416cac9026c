"""Scans of a person: opened on the screen, and looked at before they are taken in."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.services.person_papers import ComingScan, OpenedScan, PersonPapersService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.wording.papers import SCANS

_TITLE = "스캔 붙이기"


class ScanDesk(QObject):
    """`opened(OpenedScan)` once a scan is ready to be seen; `coming(ComingScan)` before it is kept.

    Files are read beside the screen.
    """

    opened = Signal(object)
    coming = Signal(object)

    def __init__(
        self, papers: PersonPapersService, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._papers, self._messages, self._background = papers, messages, background
        self._waiting: list[tuple[int, Path]] = []

    @Slot(object, object)
    def want(self, person_id: int, file_id: int) -> None:
        """Open a scan; the reading is logged."""
        work = partial(self._papers.open, person_id, file_id)
        self._background.run(work, self._opened, self._not_opened)

    @Slot(object)
    def offer(self, person_id: int) -> None:
        """Ask for a file that shall be taken in."""
        path = self._messages.choose_file(_TITLE, SCANS)
        if path is not None:
            self.take(person_id, path)

    def take(self, person_id: int, *paths: Path) -> None:
        """Read files that were chosen, or dropped on the person, one after the other."""
        self._waiting = [(person_id, path) for path in paths]
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Read the next file that waits, once the one before it is sealed."""
        if self._waiting:
            work = partial(self._papers.look_at, *self._waiting.pop(0))
            self._background.run(work, self._coming, self._not_read)

    @Slot()
    def stop(self) -> None:
        """Let go of the files that wait, and say so."""
        if self._waiting:
            self._messages.toast(f"남은 파일 {len(self._waiting)}개는 붙이지 않았습니다.")
            self._waiting.clear()

    def _opened(self, scan: OpenedScan) -> None:
        self.opened.emit(scan)

    def _coming(self, scan: ComingScan) -> None:
        self.coming.emit(replace(scan, more=len(self._waiting)))

    def _not_opened(self, error: Exception) -> None:
        tell_error(self._messages, "열어 보지 못했습니다", error)

    def _not_read(self, error: Exception) -> None:
        tell_error(self._messages, "붙이지 못했습니다", error)
        self.go_on()
