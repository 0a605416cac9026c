"""The third step: what every row would do, and which rows are taken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import ImportPreview, ImportRow, RowState
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.lists.words import STATE_MARKS, TAKEN_OUT, UNDECIDED, ListWords
from easycare_desktop.ui.widgets import Kit, column, frame, row

_GOOD = frozenset({RowState.NEW, RowState.CHANGED})
_OPEN = "open"
_GONE = "gone"
_KINDS: tuple[tuple[RowState | str, str], ...] = (
    (RowState.NEW, "새로 등록"),
    (RowState.CHANGED, "바뀜"),
    (_OPEN, "비슷한 분"),
    (_GONE, "떠난 분"),
    (RowState.BAD, "고칠 줄"),
    (RowState.SAME, "그대로"),
)
_OUT = "(빼 두었습니다)"
_FILTERS: tuple[tuple[tuple[RowState | str, ...], str], ...] = (
    ((), "모두"),
    *(((kind,), words) for kind, words in _KINDS),
)


class Decision(Enum):
    """What becomes of a row. Whoever is nearly somebody else waits for a decision."""

    TAKE = "take"
    KNOWN = "known"
    OUT = "out"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its words, made once."""

    row: ImportRow
    first: str
    second: str
    decision: Decision

    @property
    def taken(self) -> bool:
        """Tell whether it is to be stored."""
        return self.decision in {Decision.TAKE, Decision.KNOWN} and self.meant.state in _GOOD

    @property
    def meant(self) -> ImportRow:
        """The row as it was decided: about somebody known, or as it reads."""
        known = self.row.as_known
        return known if known is not None and self.decision is Decision.KNOWN else self.row


class RowsStep(QWidget):
    """`changed()` when a row was taken out, put back, or decided."""

    changed = Signal()

    def __init__(self, kit: Kit, words: ListWords, search: PeopleSearch) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._words, self._search = words, search
        self._rows: list[ShownRow] = []
        self._unread = ""
        self.filter = kit.choice(_FILTERS, ())
        self.filter.setObjectName("lists.filter")
        self.filter.setAccessibleName("어떤 줄을 볼까요")
        self.filter.chosen.connect(self._show_chosen)
        self.leave = kit.button("이 줄 빼기", "secondary", "minus", fit="row", key="F6")
        self.leave.setObjectName("lists.leave")
        self.leave.clicked.connect(self._turn)
        self.same = kit.button("같은 분입니다", "secondary", "user-check", fit="row")
        self.same.setObjectName("lists.same")
        self.same.clicked.connect(self._same)
        self.other = kit.button("다른 분입니다", "secondary", "user-plus", fit="row")
        self.other.setObjectName("lists.other")
        self.other.clicked.connect(self._other)
        self.counts = kit.text("", wrap=True)
        self.counts.setObjectName("lists.counts")
        self.model: RowModel[ShownRow] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "목록의 줄")
        self.table.setObjectName("lists.rows")
        self.table.chosen.connect(self._chosen)
        head = row(self.filter, None, margins=(14, 12, 14, 8))
        presses = row(self.same, self.other, self.leave, None, margins=(14, 0, 14, 8), gap=8)
        box = column(head, presses, self.table, margins=(1, 1, 1, 1), gap=0)
        box.setStretch(2, 1)
        page = column(self.counts, frame("card", box), gap=10)
        page.setStretch(1, 1)
        self.setLayout(page)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a list would do; every good row is taken that is nobody else nearly.

        Whoever has left is left out too, until somebody takes them in all the same.
        """
        self._rows = [self._shown(each, _first(each)) for each in preview.rows]
        self._unread = f" 읽지 않는 칸: {', '.join(preview.unread)}." if preview.unread else ""
        self._show_chosen(None)

    @property
    def taken(self) -> frozenset[int]:
        """The numbers of the rows that are to be stored."""
        return frozenset(each.row.number for each in self._rows if each.taken)

    @property
    def known(self) -> frozenset[int]:
        """The numbers of the rows that are about the person whom they are similar to."""
        return frozenset(each.row.number for each in self._rows if each.decision is Decision.KNOWN)

    @property
    def rejected(self) -> Sequence[ImportRow]:
        """The rows that cannot be stored."""
        return [each.row for each in self._rows if each.row.state is RowState.BAD]

    def _shown(self, each: ImportRow, decision: Decision) -> ShownRow:
        if decision is Decision.OPEN and each.similar is not None:
            line = self._search.line(each.similar.person_id)
            return ShownRow(each, *self._words.likeness(each, line), decision)
        meant = ShownRow(each, "", "", decision).meant
        return ShownRow(each, *self._words.about(meant), decision)

    @Slot(object)
    def _show_chosen(self, _state: object) -> None:
        self._say_counts()
        wanted = self.filter.value() or ()
        self.model.show([each for each in self._rows if not wanted or _kind_of(each) in wanted])
        self._chosen(self.table.current_row())

    def _say_counts(self) -> None:
        found = Counter(_kind_of(each) for each in self._rows)
        said = [
            f"{words} {found[kind]:,}줄{_OUT if kind == _GONE else ''}"
            for kind, words in _KINDS
            if found[kind] or isinstance(kind, RowState)
        ]
        self.counts.setText(f"{' · '.join(said)}.{self._unread}")

    @Slot(object)
    def _chosen(self, shown: ShownRow | None) -> None:
        good = shown is not None and shown.row.state in _GOOD
        decision = shown.decision if shown is not None else None
        self.leave.setEnabled(shown is not None and good and self._beside(shown.row))
        self.leave.setText("다시 넣기" if decision is Decision.OUT else "이 줄 빼기")
        known = shown is not None and shown.row.as_known is not None
        asks = shown is not None and _asks(shown.row)
        self.same.setVisible(asks and known)
        self.other.setVisible(asks)
        self.same.setEnabled(decision is not Decision.KNOWN)
        self.other.setEnabled(decision is not Decision.TAKE)

    def _beside(self, row: ImportRow) -> bool:
        """Tell whether the row that a row needs is taken, if it needs one."""
        return not row.needs or row.needs in self.taken

    @Slot()
    def _turn(self) -> None:
        """Take the chosen row out, or put it back."""
        shown = self.table.current_row()
        if shown is None or shown.row.state not in _GOOD:
            return
        back = Decision.OPEN if _asks(shown.row) else Decision.TAKE
        self._decide(back if shown.decision is Decision.OUT else Decision.OUT)

    @Slot()
    def _same(self) -> None:
        self._decide(Decision.KNOWN)

    @Slot()
    def _other(self) -> None:
        self._decide(Decision.TAKE)

    def _decide(self, decision: Decision) -> None:
        shown = self.table.current_row()
        if shown is None:
            return
        number = shown.row.number
        self._rows = [
            self._shown(each.row, decision) if each is shown or each.row.needs == number else each
            for each in self._rows
        ]
        self._show_chosen(None)
        self.changed.emit()


def _first(row: ImportRow) -> Decision:
    """Return what becomes of a row before anybody says so."""
    if _asks(row):
        return Decision.OPEN
    return Decision.OUT if row.gone is not None and row.state in _GOOD else Decision.TAKE


def _row_id(each: ShownRow) -> int:
    return each.row.number


def _number(each: ShownRow) -> Cell:
    return Cell(f"{each.row.number:,}")


def _name(each: ShownRow) -> Cell:
    return Cell(each.row.name or "이름 없음", strong=True)


def _about(each: ShownRow) -> Cell:
    return Cell(each.first, each.second)


def _state(each: ShownRow) -> Cell:
    if each.decision is Decision.OPEN:
        return Cell(mark=UNDECIDED)
    out = each.row.state in _GOOD and each.decision is Decision.OUT
    return Cell(mark=TAKEN_OUT if out else STATE_MARKS[each.meant.state])


def _asks(row: ImportRow) -> bool:
    """Tell whether a good row is nearly somebody else."""
    return row.similar is not None and row.state in _GOOD


def _kind_of(each: ShownRow) -> RowState | str:
    if each.decision is Decision.OPEN:
        return _OPEN
    out = each.decision is Decision.OUT and each.row.gone is not None and each.row.state in _GOOD
    return _GONE if out else each.meant.state


_COLUMNS: tuple[Column[ShownRow], ...] = (
    Column("줄", _number, width=64),
    Column("성명", _name, width=120),
    Column("무엇이 달라지나", _about),
    Column("", _state, width=110),
)
