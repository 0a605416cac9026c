"""Scans of a person: opened on the screen, taken in from a file; both beside the screen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.evidence import read_evidence_file
from easycare_desktop.services.person_papers import OpenedScan, PersonPapersService
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.wording.papers import SCANS

_TITLE = "스캔 붙이기"
_WHOSE = "무엇의 서명본인가요? 그 자료와 함께 보관하고 함께 파기합니다."


class ScanDesk(QObject):
    """`opened(OpenedScan)` once a scan is ready to be seen; `added()` once one was taken in."""

    opened = Signal(object)
    added = Signal()

    def __init__(
        self, papers: PersonPapersService, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._papers, self._messages, self._background = papers, messages, background

    @Slot(object, object)
    def want(self, person_id: int, file_id: int) -> None:
        """Open a scan; the reading is logged."""
        work = partial(self._papers.open, person_id, file_id)
        self._background.run(work, self._opened, self._not_opened)

    @Slot(object)
    def offer(self, person_id: int) -> None:
        """Ask for a file and for the holding that it belongs to, then take it in."""
        path = self._messages.choose_file(_TITLE, SCANS)
        if path is None:
            return
        try:
            places = self._papers.places(person_id)
        except Refusal as refusal:
            tell(self._messages, "붙이지 못했습니다", refusal)
            return
        holding_id = self._messages.ask_choice(_TITLE, _WHOSE, places)
        if holding_id is not None:
            work = partial(_take, self._papers, person_id, holding_id, path)
            self._background.run(work, self._added, self._not_added)

    def _opened(self, scan: OpenedScan) -> None:
        self.opened.emit(scan)

    def _not_opened(self, error: Exception) -> None:
        tell_error(self._messages, "열어 보지 못했습니다", error)

    def _added(self, _done: None) -> None:
        self._messages.toast("스캔을 붙였습니다. 잠가서 이 사무실 안에만 둡니다.")
        self.added.emit()

    def _not_added(self, error: Exception) -> None:
        tell_error(self._messages, "붙이지 못했습니다", error)


def _take(papers: PersonPapersService, person_id: int, holding_id: int, path: Path) -> None:
    papers.add(person_id, holding_id, read_evidence_file(path))
