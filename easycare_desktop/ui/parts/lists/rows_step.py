"""The third step: what every row would do, and which rows are taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import ImportPreview, ImportRow, RowState
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.lists.words import STATE_MARKS, TAKEN_OUT, ListWords
from easycare_desktop.ui.widgets import Kit, column, frame, row

_GOOD = frozenset({RowState.NEW, RowState.CHANGED})
_STATES: tuple[tuple[RowState, str], ...] = (
    (RowState.NEW, "새로 등록"),
    (RowState.CHANGED, "바뀜"),
    (RowState.BAD, "고칠 줄"),
    (RowState.SAME, "그대로"),
)
_FILTERS: tuple[tuple[tuple[RowState, ...], str], ...] = (
    ((), "모두"),
    *(((state,), words) for state, words in _STATES),
)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its words, made once; `taken` tells whether it is to be stored."""

    row: ImportRow
    first: str
    second: str
    taken: bool


class RowsStep(QWidget):
    """`changed()` when a row was taken out or put back."""

    changed = Signal()

    def __init__(self, kit: Kit, words: ListWords) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._words = words
        self._rows: list[ShownRow] = []
        self.filter = kit.choice(_FILTERS, ())
        self.filter.setObjectName("lists.filter")
        self.filter.setAccessibleName("어떤 줄을 볼까요")
        self.filter.chosen.connect(self._show_chosen)
        self.leave = kit.button("이 줄 빼기", "secondary", "minus", fit="row", key="F6")
        self.leave.setObjectName("lists.leave")
        self.leave.clicked.connect(self._turn)
        self.counts = kit.text("", wrap=True)
        self.counts.setObjectName("lists.counts")
        self.model: RowModel[ShownRow] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "목록의 줄")
        self.table.setObjectName("lists.rows")
        self.table.chosen.connect(self._chosen)
        head = row(self.filter, None, self.leave, margins=(14, 12, 14, 8))
        box = column(head, self.table, margins=(1, 1, 1, 1), gap=0)
        box.setStretch(1, 1)
        page = column(self.counts, frame("card", box), gap=10)
        page.setStretch(1, 1)
        self.setLayout(page)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a list would do; every good row is taken."""
        self._rows = [
            ShownRow(each, *self._words.about(each), taken=each.state in _GOOD)
            for each in preview.rows
        ]
        said = [f"{words} {len(preview.in_state(state)):,}줄" for state, words in _STATES]
        unread = f" 읽지 않는 칸: {', '.join(preview.unread)}." if preview.unread else ""
        self.counts.setText(f"{' · '.join(said)}.{unread}")
        self._show_chosen(None)

    @property
    def taken(self) -> frozenset[int]:
        """The numbers of the rows that are to be stored."""
        return frozenset(each.row.number for each in self._rows if each.taken)

    @property
    def rejected(self) -> Sequence[ImportRow]:
        """The rows that cannot be stored."""
        return [each.row for each in self._rows if each.row.state is RowState.BAD]

    @Slot(object)
    def _show_chosen(self, _state: object) -> None:
        wanted = self.filter.value() or ()
        self.model.show([each for each in self._rows if not wanted or each.row.state in wanted])
        self._chosen(self.table.current_row())

    @Slot(object)
    def _chosen(self, shown: ShownRow | None) -> None:
        self.leave.setEnabled(shown is not None and shown.row.state in _GOOD)
        self.leave.setText("이 줄 빼기" if shown is None or shown.taken else "다시 넣기")

    @Slot()
    def _turn(self) -> None:
        """Take the chosen row out, or put it back."""
        shown = self.table.current_row()
        if shown is None or shown.row.state not in _GOOD:
            return
        turned = ShownRow(shown.row, shown.first, shown.second, not shown.taken)
        self._rows = [turned if each is shown else each for each in self._rows]
        self._show_chosen(None)
        self.changed.emit()


def _row_id(each: ShownRow) -> int:
    return each.row.number


def _number(each: ShownRow) -> Cell:
    return Cell(f"{each.row.number:,}")


def _name(each: ShownRow) -> Cell:
    return Cell(each.row.name or "이름 없음", strong=True)


def _about(each: ShownRow) -> Cell:
    return Cell(each.first, each.second)


def _state(each: ShownRow) -> Cell:
    out = each.row.state in _GOOD and not each.taken
    return Cell(mark=TAKEN_OUT if out else STATE_MARKS[each.row.state])


_COLUMNS: tuple[Column[ShownRow], ...] = (
    Column("줄", _number, width=64),
    Column("성명", _name, width=120),
    Column("무엇이 달라지나", _about),
    Column("", _state, width=110),
)
