"""One file that is wanted: what it is for, which one is taken, a button to choose."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.widgets import Kit, column, row


class FileLine(QWidget):
    """`chosen(Path)` from the dialog; the owner shows what is taken with `show_file`."""

    chosen = Signal(object)

    def __init__(
        self, kit: Kit, messages: Messages, title: str, empty: str, kinds: str, name: str
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._messages, self._title, self._empty, self._kinds = messages, title, empty, kinds
        self.words = kit.text(empty, "caption", wrap=True)
        self.choose = kit.button(
            "파일 고르기", "secondary", "folder-open", fit="row", name=f"{title} 고르기"
        )
        self.choose.setObjectName(name)
        self.choose.clicked.connect(self._choose)
        box = row(gap=12)
        box.addLayout(column(kit.text(title, "strong"), self.words, gap=0), 1)
        box.addWidget(self.choose)
        self.setLayout(box)

    def show_file(self, words: str = "") -> None:
        """Say which file is taken; without words what is missing."""
        self.words.say(words or self._empty)

    @Slot()
    def _choose(self) -> None:
        path = self._messages.choose_file(self._title, self._kinds)
        if path is not None:
            self.chosen.emit(Path(path))
