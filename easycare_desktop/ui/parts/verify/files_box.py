"""The files of one check: certificate of destruction, the office's certificate, the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.handed_in import FileRole, HandedIn, role_of
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.file_line import FileLine
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, line

_OWN = "이 사무실의 인증서로 확인합니다."
_WANTED: Mapping[FileRole, tuple[str, str, str]] = {
    FileRole.PAPER: (
        "파기확인서",
        "PDF 파일이나 종이를 찍은 그림을 이 창에 놓아 주세요.",
        "PDF·그림 (*.pdf *.png *.jpg *.jpeg)",
    ),
    FileRole.CERTIFICATE: (
        "기관 인증서",
        "기관에서 받은 파일입니다. 없으면 누가 만들었는지 알 수 없습니다.",
        "인증서 (*.pem *.crt *.cer)",
    ),
    FileRole.LEDGER: (
        "파기관리대장 파일 (있을 때만)",
        "대장의 기록과도 맞는지 봅니다.",
        "파기관리대장 (*.jsonl)",
    ),
}


class FilesBox(QFrame):
    """`changed(HandedIn)` whenever a file is taken; what is dropped finds its own line."""

    changed = Signal(object)

    def __init__(self, kit: Kit, messages: Messages, known: tuple[bytes, ...]) -> None:
        super().__init__()
        self.setProperty("part", "well")
        self._messages = messages
        self.handed = HandedIn(known=known)
        self.lines = {
            role: FileLine(kit, messages, *words, f"verify.{role.value}")
            for role, words in _WANTED.items()
        }
        self.lines[FileRole.PAPER].chosen.connect(self._take_paper)
        self.lines[FileRole.CERTIFICATE].chosen.connect(self._take_certificate)
        self.lines[FileRole.LEDGER].chosen.connect(self._take_ledger)
        paper, certificate, ledger = self.lines.values()
        self.setLayout(
            column(paper, line(), certificate, line(), ledger, margins=(16, 12, 16, 12), gap=8)
        )
        self._show()

    def take(self, paths: Iterable[Path]) -> None:
        """Take files, each in the place that its content shows."""
        for path in paths:
            try:
                role = role_of(path)
            except Refusal as refusal:
                tell(self._messages, "파일을 열지 못했습니다", refusal)
                return
            self._put(role, path)
        self._show()
        self.changed.emit(self.handed)

    @Slot(object)
    def _take_paper(self, path: Path) -> None:
        self._take_as(FileRole.PAPER, path)

    @Slot(object)
    def _take_certificate(self, path: Path) -> None:
        self._take_as(FileRole.CERTIFICATE, path)

    @Slot(object)
    def _take_ledger(self, path: Path) -> None:
        self._take_as(FileRole.LEDGER, path)

    def _take_as(self, role: FileRole, path: Path) -> None:
        self._put(role, path)
        self._show()
        self.changed.emit(self.handed)

    def _put(self, role: FileRole, path: Path) -> None:
        if role is FileRole.PAPER:
            self.handed = replace(self.handed, paper=path)
        elif role is FileRole.CERTIFICATE:
            self.handed = replace(self.handed, certificate=path)
        else:
            self.handed = replace(self.handed, ledger=path)

    def _show(self) -> None:
        handed = self.handed
        own = _OWN if handed.known else ""
        self.lines[FileRole.PAPER].show_file(handed.paper.name if handed.paper else "")
        name = handed.certificate.name if handed.certificate else own
        self.lines[FileRole.CERTIFICATE].show_file(name)
        self.lines[FileRole.LEDGER].show_file(handed.ledger.name if handed.ledger else "")

    def accept_drag(self, event: QDragEnterEvent) -> None:
        """Take part in a drag over the window that holds this."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def accept_drop(self, event: QDropEvent) -> None:
        """Take what was dropped on the window that holds this."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.accept_drag(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.accept_drop(event)
