"""What can be done with everybody who stands in the list: taken out, written to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.widgets import Kit, row


class ListFoot(QWidget):
    """`export_wanted(ids)` and `labels_wanted(ids)` with the people of the list, in its order."""

    export_wanted = Signal(object)
    labels_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._lines: Sequence[PersonLine] = ()
        self.export = kit.button("엑셀로 내보내기", "secondary", "download", fit="row", writes=True)
        self.export.setObjectName("people.export")
        self.export.clicked.connect(self._export)
        self.labels = kit.button("라벨 인쇄", "secondary", "mail", fit="row", writes=True)
        self.labels.setObjectName("people.labels")
        self.labels.clicked.connect(self._labels)
        self.setLayout(row(None, self.labels, self.export, margins=(14, 8, 14, 4), gap=8))

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        """Remember who stands in the list."""
        self._lines = lines
        self.export.setEnabled(bool(lines))
        self.labels.setEnabled(bool(lines))

    @Slot()
    def _export(self) -> None:
        self.export_wanted.emit(tuple(each.id for each in self._lines))

    @Slot()
    def _labels(self) -> None:
        self.labels_wanted.emit(tuple(each.id for each in self._lines))
