"""The third step: what every row would do, and which rows are taken."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import FieldRef, ImportRow
from easycare_desktop.domain.leaving_out import without
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.models import RowModel
from easycare_desktop.ui.parts.lists.fields_dialog import FieldsDialog
from easycare_desktop.ui.parts.lists.row_presses import RowPresses
from easycare_desktop.ui.parts.lists.shown_rows import (
    COLUMNS,
    FILTERS,
    GOOD,
    Decision,
    ShownRow,
    are_out,
    asks,
    counts_of,
    first_decisions,
    good_hidden,
    hidden_turned,
    is_to_mend,
    kind_of,
    meant_by,
    row_id,
    ties,
)
from easycare_desktop.ui.parts.lists.words import ListWords
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.widgets import Kit, column, full_card, row


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
        self.presses = RowPresses(kit, self._beside)
        self.leave, self.fields = self.presses.leave, self.presses.fields
        self.same, self.other = self.presses.same, self.presses.other
        self.leave.clicked.connect(self._turn)
        self.fields.clicked.connect(self._choose_fields)
        self.same.clicked.connect(self._same)
        self.other.clicked.connect(self._other)
        self.presses.hidden.clicked.connect(self._turn_hidden)
        self.counts = kit.text("", wrap=True)
        self.counts.setObjectName("lists.counts")
        self.model: RowModel[ShownRow] = RowModel(COLUMNS, row_id)
        self.table = kit.table(self.model, "목록의 줄")
        self.table.setObjectName("lists.rows")
        self.table.chosen.connect(self._chosen)
        head = row(self.filter, None, margins=(14, 12, 14, 8))
        page = column(
            self.counts,
            full_card(head, self.presses, self.table, kit.cut_words(self.table), gap=0),
            gap=10,
        )
        page.setStretch(1, 1)
        self.setLayout(page)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a list would do; every good row is taken that is nobody else nearly.

        Whoever has left is left out too, until somebody takes them in all the same.
        """
        first = first_decisions(preview.rows)
        self._rows = [self._shown(each, first[each.number]) for each in preview.rows]
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
    def to_mend(self) -> Mapping[int, str]:
        """By line what is to be mended in rows that are not stored, or not as a whole."""
        told: dict[int, list[str]] = {}
        for each in filter(is_to_mend, self._rows):
            told.setdefault(each.row.line, []).append(self._words.reasons(each.meant))
        return {line: " / ".join(reasons) for line, reasons in told.items()}

    @property
    def untaken(self) -> int:
        """How many rows would do something, or could, and are not taken."""
        return sum(
            not each.taken if each.row.state in GOOD else is_to_mend(each) for each in self._rows
        )

    @property
    def tied(self) -> bool:
        """Whether somebody in use gets a guardian."""
        return any(map(ties, self._rows))

    @property
    def undecided(self) -> int:
        """How many rows wait for somebody to say about whom they are."""
        return sum(each.decision is Decision.OPEN for each in self._rows)

    def _shown(
        self, each: ImportRow, decision: Decision, left_out: frozenset[FieldRef] = frozenset()
    ) -> ShownRow:
        if decision is Decision.OPEN and each.similar is not None:
            line = self._search.line(each.similar.person_id)
            return ShownRow(each, *self._words.likeness(each, line), decision, each)
        full = meant_by(each, decision)
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
        self.counts.setText(f"{counts_of(self._rows)}{self._unread}")
        good = good_hidden(self._rows)
        self.presses.show_hidden(there=bool(good), out=are_out(good))

    @Slot(object)
    def _chosen(self, shown: ShownRow | None) -> None:
        self.presses.show_row(shown)

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
    def _turn_hidden(self) -> None:
        """Take all hidden rows out at once, or put them back."""
        turned = hidden_turned(self._rows)
        self._rows = [
            self._shown(each.row, turned[each.row.number]) if each.row.number in turned else each
            for each in self._rows
        ]
        self._show_chosen(None)
        self.changed.emit()

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
        full = meant_by(shown.row, shown.decision)
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


def _still_left_out(shown: ShownRow, decision: Decision) -> frozenset[FieldRef]:
    """Return what was left out of a row, unless it is now about somebody else."""
    same = meant_by(shown.row, decision) is meant_by(shown.row, shown.decision)
    return shown.left_out if same else frozenset()
