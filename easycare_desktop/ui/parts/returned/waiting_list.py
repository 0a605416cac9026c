"""The papers that wait: what and whose it is, and whether something speaks against filing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.returned import WaitingPaper
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.returned.words import DOUBTS, title_of, whose_words
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card

_NONE = ("기다리는 서류가 없습니다.", "스캔한 파일을 위에 놓으면 여기에 나옵니다.")


class WaitingList(QWidget):
    """`chosen(WaitingPaper | None)`."""

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.model: RowModel[WaitingPaper] = RowModel(_COLUMNS, _id, self)
        self.table = kit.table(self.model, "기다리는 서류", rows_shown=6)
        self.table.setObjectName("returned.list")
        self._full = full_card(self.table)
        self._nothing = card(kit.empty("scan-line", *_NONE))
        self._pile = Pile([self._nothing, self._full], grow=False)
        self.setLayout(column(self._pile, gap=0))
        self.table.chosen.connect(self._tell)

    def show_papers(self, papers: Sequence[WaitingPaper]) -> None:
        """Show these papers; the chosen one stays, else the first is chosen."""
        self.model.show(papers)
        self._pile.show_only(self._full if papers else self._nothing)
        if papers and self.table.current_row() is None:
            self.table.choose_first()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.table.current_row())


def _id(each: WaitingPaper) -> int:
    return each.paper.id


def _what(each: WaitingPaper) -> Cell:
    return Cell(title_of(each), whose_words(each), strong=True)


def _state(each: WaitingPaper) -> Cell:
    doubt = each.paper.doubt
    mark = Mark("확인만 하면 됨", "ok") if doubt is None else Mark(DOUBTS[doubt].short, "warn")
    return Cell(mark=mark)


_COLUMNS: tuple[Column[WaitingPaper], ...] = (
    Column("서류 · 누구", _what),
    Column("상태", _state, width=150),
)
