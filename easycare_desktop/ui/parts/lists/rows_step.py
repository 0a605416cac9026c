"""The third step: what every row would do, and which rows are taken."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import FieldRef, ImportRow, RowState
from easycare_desktop.domain.leaving_out import choosable, without
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.models import RowModel
from easycare_desktop.ui.parts.lists.fields_dialog import FieldsDialog
from easycare_desktop.ui.parts.lists.shown_rows import (
    COLUMNS,
    FILTERS,
    GONE,
    GOOD,
    KINDS,
    Decision,
    ShownRow,
    asks,
    first_decision,
    kind_of,
    row_id,
)
from easycare_desktop.ui.parts.lists.words import ListWords
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.widgets import Kit, column, full_card, row

_OUT = "(빼 두었습니다)"


class RowsStep(QWidget):
    """`changed()` when a row was taken out, put back, or decided."""

    changed = Signal()

    def __init__(self, kit: Kit, words: ListWords, search: PeopleSearch) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._words, self._search = kit, words, search
        self.dialogs = DialogPlace(self)
        self._rows: list[ShownRow] = []
        self._unread = ""
        self.filter = kit.choice(FILTERS, ())
        self.filter.setObjectName("lists.filter")
        self.filter.setAccessibleName("어떤 줄을 볼까요")
        self.filter.chosen.connect(self._show_chosen)
        self.leave = kit.button("이 줄 빼기", "secondary", "minus", fit="row", key="F6")
        self.leave.setObjectName("lists.leave")
        self.leave.clicked.connect(self._turn)
        self.fields = kit.button("바뀌는 칸 고르기", "secondary", "square-check", fit="row")
        self.fields.setObjectName("lists.fields")
        self.fields.clicked.connect(self._choose_fields)
        self.same = kit.button("같은 분입니다", "secondary", "user-check", fit="row")
        self.same.setObjectName("lists.same")
        self.same.clicked.connect(self._same)
        self.other = kit.button("다른 분입니다", "secondary", "user-plus", fit="row")
        self.other.setObjectName("lists.other")
        self.other.clicked.connect(self._other)
        self.counts = kit.text("", wrap=True)
        self.counts.setObjectName("lists.counts")
        self.model: RowModel[ShownRow] = RowModel(COLUMNS, row_id)
        self.table = kit.table(self.model, "목록의 줄")
        self.table.setObjectName("lists.rows")
        self.table.chosen.connect(self._chosen)
        head = row(self.filter, None, margins=(14, 12, 14, 8))
        presses = row(
            self.same, self.other, self.leave, self.fields, None, margins=(14, 0, 14, 8), gap=8
        )
        page = column(
            self.counts,
            full_card(head, presses, self.table, kit.cut_words(self.table), gap=0),
            gap=10,
        )
        page.setStretch(1, 1)
        self.setLayout(page)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a list would do; every good row is taken that is nobody else nearly.

        Whoever has left is left out too, until somebody takes them in all the same.
        """
        self._rows = [self._shown(each, first_decision(each)) for each in preview.rows]
        self.model.show([])
        self._unread = f" 읽지 않는 칸: {', '.join(preview.unread)}." if preview.unread else ""
        self._show_chosen(None)

    @property
    def taken(self) -> frozenset[int]:
        """The numbers of the rows that are to be stored."""
        return frozenset(each.row.number for each in self._rows if each.taken)

    @property
    def tells_missing(self) -> bool:
        """Whether it can be told who is not in the list: it names somebody, and not guardians."""
        named = any(each.row.person_id for each in self._rows)
        return named and self._words.whose is not PersonKind.GUARDIAN

    @property
    def known(self) -> frozenset[int]:
        """The numbers of the rows that are about the person whom they are similar to."""
        return frozenset(each.row.number for each in self._rows if each.decision is Decision.KNOWN)

    @property
    def left_out(self) -> Mapping[int, frozenset[FieldRef]]:
        """The corrections that are not taken, by number of the row."""
        return {each.row.number: each.left_out for each in self._rows if each.left_out}

    @property
    def rejected(self) -> Sequence[ImportRow]:
        """The rows that cannot be stored, or not as a whole."""
        return [
            each.meant
            for each in self._rows
            if each.meant.state is RowState.BAD or each.meant.left_out
        ]

    def _shown(
        self, each: ImportRow, decision: Decision, left_out: frozenset[FieldRef] = frozenset()
    ) -> ShownRow:
        if decision is Decision.OPEN and each.similar is not None:
            line = self._search.line(each.similar.person_id)
            return ShownRow(each, *self._words.likeness(each, line), decision, each)
        full = _about(each, decision)
        meant = without(full, left_out, self._words.catalogue)
        first, second = self._words.about(meant, self._search.line(meant.person_id))
        if meant is not full:
            first = first if meant.changes else "저장된 그대로 둡니다."
            second = f"{self._words.left_out(left_out)} {second}".strip()
        return ShownRow(each, first, second, decision, meant, left_out)

    @Slot(object)
    def _show_chosen(self, _state: object) -> None:
        self._say_counts()
        wanted = self.filter.value() or ()
        self.model.show([each for each in self._rows if not wanted or kind_of(each) in wanted])
        if self.table.current_row() is None:
            self._choose_what_waits()
        self._chosen(self.table.current_row())

    def _choose_what_waits(self) -> None:
        """Choose the first row that somebody has to decide, or the first one."""
        waits = next((each for each in self.model.rows if each.decision is Decision.OPEN), None)
        if waits is None:
            self.table.choose_first()
        else:
            self.table.choose(row_id(waits))

    def _say_counts(self) -> None:
        found = Counter(kind_of(each) for each in self._rows)
        said = [
            f"{words} {found[kind]:,}줄{_OUT if kind == GONE else ''}"
            for kind, words in KINDS
            if found[kind] or isinstance(kind, RowState)
        ]
        partly = sum(bool(each.meant.left_out) and each.taken for each in self._rows)
        left_out = f" 필수 칸이 비어 일부를 빼는 줄 {partly:,}줄." if partly else ""
        self.counts.setText(f"{' · '.join(said)}.{left_out}{self._unread}")

    @Slot(object)
    def _chosen(self, shown: ShownRow | None) -> None:
        good = shown is not None and shown.row.state in GOOD
        decision = shown.decision if shown is not None else None
        several = shown is not None and len(choosable(_about(shown.row, shown.decision))) > 1
        self.fields.setVisible(several)
        self.fields.setEnabled(good and decision in {Decision.TAKE, Decision.KNOWN})
        self.leave.setEnabled(shown is not None and good and self._beside(shown.row))
        self.leave.setText("다시 넣기" if decision is Decision.OUT else "이 줄 빼기")
        known = shown is not None and shown.row.as_known is not None
        waits = shown is not None and asks(shown.row)
        self.same.setVisible(waits and known)
        self.other.setVisible(waits)
        self.same.setEnabled(decision is not Decision.KNOWN)
        self.other.setEnabled(decision is not Decision.TAKE)

    def _beside(self, row: ImportRow) -> bool:
        """Tell whether the row that a row needs is taken, if it needs one."""
        return not row.needs or row.needs in self.taken

    @Slot()
    def _turn(self) -> None:
        """Take the chosen row out, or put it back."""
        shown = self.table.current_row()
        if shown is None or shown.row.state not in GOOD:
            return
        back = Decision.OPEN if asks(shown.row) else Decision.TAKE
        self._decide(back if shown.decision is Decision.OUT else Decision.OUT)

    @Slot()
    def _same(self) -> None:
        self._decide(Decision.KNOWN)

    @Slot()
    def _other(self) -> None:
        self._decide(Decision.TAKE)

    @Slot()
    def _choose_fields(self) -> None:
        """Let single corrections of the chosen row be left out."""
        shown = self.table.current_row()
        if shown is None:
            return
        full = _about(shown.row, shown.decision)
        dialog = FieldsDialog(self._kit, self._words, full, shown.left_out, self.window())
        dialog.chosen.connect(self._leave_out)
        self.dialogs.show(dialog)

    @Slot(object)
    def _leave_out(self, left_out: frozenset[FieldRef]) -> None:
        shown = self.table.current_row()
        if shown is not None:
            turned = self._shown(shown.row, shown.decision, left_out)
            self._rows = [turned if each is shown else each for each in self._rows]
            self._show_chosen(None)
            self.changed.emit()

    def _decide(self, decision: Decision) -> None:
        shown = self.table.current_row()
        if shown is None:
            return
        number = shown.row.number
        self._rows = [
            self._shown(each.row, decision, _still_left_out(each, decision))
            if each is shown or each.row.needs == number
            else each
            for each in self._rows
        ]
        self._show_chosen(None)
        self.changed.emit()


def _about(row: ImportRow, decision: Decision) -> ImportRow:
    """Return the row about whom it was said to be."""
    known = row.as_known
    return known if known is not None and decision is Decision.KNOWN else row


def _still_left_out(shown: ShownRow, decision: Decision) -> frozenset[FieldRef]:
    """Return what was left out of a row, unless it is now about somebody else."""
    same = _about(shown.row, decision) is _about(shown.row, shown.decision)
    return shown.left_out if same else frozenset()
