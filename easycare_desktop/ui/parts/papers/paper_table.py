"""The list of papers that were made, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.paper_list import PaperLine
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, holder, row
from easycare_desktop.ui.wording.papers import EDITED_COPY, left_words, paper_title


class PaperTable(QWidget):
    """Says by itself when no paper was made yet. `again_wanted(paper id)`: as it was issued."""

    again_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.model: RowModel[PaperLine] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "만든 문서")
        self.table.setObjectName("papers.list")
        self.again = kit.button("보관본 보기", "secondary", "eye", fit="row", key="F7")
        self.again.setObjectName("papers.again")
        self.again.clicked.connect(self._ask)
        self.table.chosen.connect(self._offer)
        self.table.opened.connect(self._open)
        told = kit.text("나간 문서는 그때 그대로 다시 볼 수 있습니다.", "caption", wrap=True)
        head = row(margins=(18, 8, 12, 8), gap=12)
        head.addWidget(told, 1)
        head.addWidget(self.again)
        self._full = full_card(head, self.table, kit.cut_words(self.table), gap=0)
        nothing = kit.empty(
            "file-text",
            "아직 만든 문서가 없습니다.",
            "문서를 만들면 번호와 용도가 여기에 남습니다.",
        )
        # The forms beside it are higher than the screen: it stands where it is seen.
        self._none = holder(column(card(nothing), None, gap=0))
        self._pile = Pile([self._none, self._full])
        box = column(self._pile, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show these papers."""
        self.model.show(lines)
        self._pile.show_only(self._full if lines else self._none)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        line = self.table.current_row()
        left = line is not None and bool(line.copies or line.saved)
        self.again.setEnabled(left and line is not None and not line.editable)

    @Slot()
    def _ask(self) -> None:
        self._open(self.table.current_row())

    @Slot(object)
    def _open(self, line: PaperLine | None) -> None:
        if line is not None:
            self.again_wanted.emit(line.id)


def _row_id(each: PaperLine) -> int:
    return each.id


def _what(each: PaperLine) -> Cell:
    parts = (EDITED_COPY if each.editable else "", each.number, each.whose)
    return Cell(paper_title(each.kind), " · ".join(filter(None, parts)), strong=True)


def _when(each: PaperLine) -> Cell:
    return Cell(f"{each.made_at:%Y-%m-%d %H:%M}", each.made_by)


def _why(each: PaperLine) -> Cell:
    return Cell(each.purpose)


def _out(each: PaperLine) -> Cell:
    return Cell(mark=Mark(*left_words(each.copies, saved=each.saved)))


_COLUMNS: tuple[Column[PaperLine], ...] = (
    Column("문서 · 번호", _what),
    Column("만든 때 · 만든 사람", _when, width=170),
    Column("용도", _why, width=150),
    Column("나간 것", _out, width=124),
)
