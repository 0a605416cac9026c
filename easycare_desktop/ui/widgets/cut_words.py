"""Below a table: the words of the chosen row that its columns cut, in full."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.models import Cell, Role
from easycare_desktop.ui.widgets.cell_delegate import cut_lines
from easycare_desktop.ui.widgets.labels import Text
from easycare_desktop.ui.widgets.layouts import column
from easycare_desktop.ui.widgets.table import Table

R = TypeVar("R")


class CutWords(QWidget):
    """Hidden while everything of the chosen row can be read in the row itself."""

    def __init__(self, appearance: Appearance, table: Table[R], side: int = 12) -> None:
        super().__init__()
        self._appearance = appearance
        self._table: QTableView = table
        self.setProperty("part", "inside")
        self._words = Text("", "caption", wrap=True)
        self.setLayout(column(self._words, margins=(side, 8, side, 10)))
        self.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        table.chosen.connect(self._soon.start)
        table.model().modelReset.connect(self._soon.start)
        table.viewport().installEventFilter(self)
        appearance.changed.connect(self._soon.start)

    @property
    def words(self) -> str:
        """The words that are shown."""
        return self._words.text()

    @Slot()
    def look(self) -> None:
        """Look what is cut now."""
        index, model = self._table.currentIndex(), self._table.model()
        found: dict[str, list[str]] = {}
        for place in range(model.columnCount() if index.isValid() else 0):
            cell = index.siblingAtColumn(place).data(Role.CELL)
            if isinstance(cell, Cell):
                cut = cut_lines(self._appearance.theme, cell, self._table.columnWidth(place))
                title = str(model.headerData(place, Qt.Orientation.Horizontal))
                found |= {title: cut} if cut else {}
        several = len(found) > 1
        said = [
            f"{title}: {words}" if several else words
            for title, lines in found.items()
            for words in lines
        ]
        self._words.setText("\n".join(said))
        self.setVisible(bool(said))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False
