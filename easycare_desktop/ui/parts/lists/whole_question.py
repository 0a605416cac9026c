"""Asks of a short list whether it names everybody, before anybody is called missing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.lists.missing import Missing
from easycare_desktop.ui.widgets import Kit, card, column, row


class WholeQuestion(QWidget):
    """`answered(bool)`: whether the list is whole."""

    answered = Signal(bool)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.setAccessibleName("이 파일이 전체 명단입니까?")
        self.note = kit.text("", wrap=True)
        self.whole = kit.button("전체 명단입니다", "secondary", "users", fit="row")
        self.whole.setObjectName("lists.end.whole")
        self.part = kit.button("일부만 적힌 파일입니다", "secondary", "list", fit="row")
        self.part.setObjectName("lists.end.part")
        self.whole.clicked.connect(self._whole)
        self.part.clicked.connect(self._part)
        asked = card(
            kit.text("이 파일이 전체 명단입니까?", "lead", wrap=True),
            self.note,
            row(self.part, self.whole, None, gap=8),
            gap=10,
        )
        self.setLayout(column(asked, None))

    def show_missing(self, missing: Missing) -> None:
        """Say how many are not in the list."""
        count = len(missing.lines) - len(missing.said)
        self.note.setText(
            f"이용 중인 분 가운데 {count:,}명이 이 파일에 없습니다."
            " 전체 명단이면 없는 분을 보여 드립니다."
        )

    @Slot()
    def _whole(self) -> None:
        self.answered.emit(True)

    @Slot()
    def _part(self) -> None:
        self.answered.emit(False)
