"""A place to drop a file on, with a button for those who would rather choose."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.widgets import Kit, column


class DropBox(QFrame):
    """`dropped(Path)` with the first file that was let go here or chosen."""

    dropped = Signal(object)

    def __init__(
        self, kit: Kit, messages: Messages, icon: str, sentence: str, note: str, kinds: str
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._messages, self._kinds = messages, kinds
        self.choose = kit.button("파일 고르기", "primary", "folder-open")
        self.choose.clicked.connect(self._choose)
        FileDrop(self).dropped.connect(self.dropped)
        self.setLayout(column(kit.empty(icon, sentence, note, self.choose)))

    @Slot()
    def _choose(self) -> None:
        path = self._messages.choose_file("파일 고르기", self._kinds)
        if path is not None:
            self.dropped.emit(path)
