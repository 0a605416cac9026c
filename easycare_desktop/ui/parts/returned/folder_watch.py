"""The folder of the scanner as the page shows it: looked into while the page is in front."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from easycare_desktop.services.returned_folder import WatchedFolder
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.returned.returned_work import ReturnedWork
from easycare_desktop.ui.parts.returned.take_card import TakeCard

_LOOK_MS = 30_000
_REMOVES = Question(
    "보관한 뒤 원본을 지울까요?",
    (
        "서류를 잠가서 보관한 다음에만 스캔 폴더의 파일을 지웁니다.",
        "지운 파일은 휴지통에 남지 않습니다.",
    ),
    "지우기로 하기",
    danger=True,
)


class FolderWatch(QObject):
    """`wanted(paths)` when the new files shall be read."""

    wanted = Signal(object)

    def __init__(
        self, card: TakeCard, work: ReturnedWork, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._work, self._messages = card, work, messages
        self._folder = WatchedFolder()
        self._new: tuple[Path, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        card.folder_wanted.connect(self._choose)
        card.folder_read.connect(self._read)
        card.removes_changed.connect(self._set_removes)
        work.folder_seen.connect(self._show)
        card.show_folder(self._folder, 0)

    @Slot()
    def look(self) -> None:
        """Look for new files."""
        self._work.look_in_folder()

    def begin(self) -> None:
        """Look again and again from now on."""
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot(object, object)
    def _show(self, folder: WatchedFolder, new: tuple[Path, ...]) -> None:
        self._folder, self._new = folder, new
        self._card.show_folder(folder, len(new))

    @Slot()
    def _choose(self) -> None:
        chosen = self._messages.choose_folder("스캔 폴더 정하기")
        if chosen is not None:
            self._work.watch(WatchedFolder(str(chosen)))

    @Slot()
    def _read(self) -> None:
        if self._new:
            self.wanted.emit(self._new)

    @Slot(bool)
    def _set_removes(self, removes: bool) -> None:  # noqa: FBT001 - Qt's signal
        sure = not removes or self._messages.confirm(_REMOVES)
        self._work.watch(WatchedFolder(self._folder.path, removes and sure))
