"""The scan of the signed form: dropped here, or chosen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.scan_files import read_scan_file
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.last_asked import LastAsked
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, row, well
from easycare_desktop.ui.wording.papers import SCANS, file_words

_NONE = "스캔한 동의서를 여기에 놓거나 「파일 고르기」를 누르세요."
_READING = "파일을 읽고 있습니다."


class EvidenceBox(QFrame):
    """Holds one file in memory until the consent is recorded; `changed()` tells.

    A file is read beside the screen; until it is there, what was held before stays.
    """

    changed = Signal()

    def __init__(self, kit: Kit, messages: Messages, background: Background) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setAcceptDrops(True)
        self._messages = messages
        self._file = LastAsked(background, self)
        self.evidence: Evidence | None = None
        self._words = kit.text(_NONE, wrap=True)
        self._words.setObjectName("consents.evidence.words")
        self.choose = kit.button("파일 고르기", "secondary", "file-plus", fit="row")
        self.choose.setObjectName("consents.evidence.choose")
        self.drop = kit.button("빼기", "quiet", "x", fit="row", name="붙인 파일 빼기")
        self.drop.setObjectName("consents.evidence.drop")
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self.clear)
        line = row(self._words, self.drop, self.choose, gap=12)
        line.setStretch(0, 1)
        note = "파일은 잠가서 이 사무실 안에만 둡니다. 나중에 붙여도 됩니다."
        title = kit.text("서명한 동의서", "lead")
        self.setLayout(
            column(
                title, well(line), kit.text(note, "caption", wrap=True), margins=(20, 14, 20, 16)
            )
        )
        self.clear()

    @property
    def reading(self) -> bool:
        """Whether a file is still being read."""
        return self._file.waiting

    def take(self, file: Path) -> None:
        """Read a file; what is not a PDF, TIFF, JPG or PNG, or too large, is refused."""
        self._file.ask(partial(read_scan_file, file), self._hold, self._not_read)
        self._words.setText(_READING)
        self.drop.show()

    @Slot()
    def clear(self) -> None:
        """Hold nothing, also of what is still being read."""
        self._file.forget()
        self._hold(None)

    def _hold(self, evidence: Evidence | None) -> None:
        self.evidence = evidence
        self._say()
        self.changed.emit()

    def _not_read(self, error: Exception) -> None:
        self._say()
        tell_error(self._messages, "파일을 붙이지 못했습니다", error)

    def _say(self) -> None:
        held = self.evidence
        self._words.setText(file_words(held.media, len(held.content)) if held else _NONE)
        self.drop.setVisible(held is not None)

    @Slot()
    def _choose(self) -> None:
        file = self._messages.choose_file("서명한 동의서 고르기", SCANS)
        if file is not None:
            self.take(file)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take(files[0])
