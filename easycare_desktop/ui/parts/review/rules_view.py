"""보유기간표: every rule in force, and the officer's confirmation of those that are unsure."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.law import RetentionRule, RuleKind
from easycare_desktop.domain.law_lines import LawLine
from easycare_desktop.domain.signal_rules import SignalRule
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.day_words import length
from easycare_desktop.ui.widgets import Kit, column, full_card, row
from easycare_desktop.ui.wording.labels import label


class RulesView(QWidget):
    """`confirm_wanted(LawLine)`: the officer says that the chosen rule was looked up.

    `change_wanted(LawLine)`: another period is to be set.
    """

    confirm_wanted = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, kit: Kit, *, may_confirm: bool) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._may_confirm = may_confirm
        self.model: RowModel[LawLine] = RowModel(_COLUMNS, _row_id)
        self.table = kit.table(self.model, "보유기간표")
        self.table.setObjectName("review.rules")
        self.note = kit.text("", wrap=True)
        self.confirm = kit.button("법령과 맞습니다", "secondary", "check")
        self.confirm.setObjectName("review.confirm")
        self.change = kit.button("기간 고치기", "secondary", "pencil")
        self.change.setObjectName("review.change")
        self.print_table = kit.button("표 인쇄", "secondary", "printer")
        self.print_table.setObjectName("review.print_rules")
        above = row(gap=8)
        above.addWidget(self.note, 1)
        above.addWidget(self.change)
        above.addWidget(self.confirm)
        above.addWidget(self.print_table)
        box = column(above, full_card(self.table), gap=10)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.table.chosen.connect(self._offer)
        self.confirm.clicked.connect(self._want)
        self.change.clicked.connect(self._want_change)
        self._offer(None)

    def show_rules(self, lines: Sequence[LawLine]) -> None:
        """Show these rules; those to be confirmed come first."""
        rows = sorted(lines, key=lambda each: (not each.waits, each.key))
        self.model.show(rows)
        left = sum(each.waits for each in lines)
        if not left:
            self.note.say("모든 항목을 법령이나 내부방침으로 확인했습니다.")
        elif self._may_confirm:
            self.note.say(f"법령과 맞춰 볼 항목이 {left}개 있습니다. 골라서 확인해 주세요.")
        else:
            self.note.say(f"법령과 맞춰 볼 항목이 {left}개 있습니다. 책임자가 확인합니다.")
        self._offer(self.table.current_row())

    def together(self, line: LawLine) -> tuple[str, ...]:
        """Return what is confirmed with a row: of a law read again, all that waits for it."""
        if not line.again:
            return (line.key,)
        same = [each for each in self.model.rows if each.again and each.law == line.law]
        return tuple(each.key for each in same)

    @Slot(object)
    def _offer(self, line: LawLine | None) -> None:
        self.confirm.setVisible(self._may_confirm)
        self.change.setVisible(self._may_confirm)
        row_of = line.row if line is not None else None
        stays = isinstance(row_of, RetentionRule) and not row_of.same_as_information
        self.change.setEnabled(stays)
        self.confirm.setEnabled(line is not None and line.waits)

    @Slot()
    def _want(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.confirm_wanted.emit(line)

    @Slot()
    def _want_change(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.change_wanted.emit(line)


def _row_id(each: LawLine) -> str:
    return each.key


def _what(each: LawLine) -> Cell:
    second = f"{each.key} · {label(each.kind)}" if each.kind is not None else "알림과 기한"
    return Cell(each.what, second, strong=True)


def _why(each: LawLine) -> Cell:
    if isinstance(each.row, RetentionRule) and each.kind is RuleKind.INTERNAL:
        return Cell("내부방침", each.row.reason)
    return Cell(each.law, each.article)


def _how_long(each: LawLine) -> Cell:
    if each.event is not None:
        return Cell(length(each.period) or "정보와 같음", label(each.event))
    return Cell(length(each.period) or "적혀 있어야 함")


def _sure(each: LawLine) -> Cell:
    if isinstance(each.row, RetentionRule) and each.row.own:
        return Cell("", each.row.own, mark=Mark("책임자가 정함", "info"))
    if each.again:
        day = f"{each.checked_on:%Y-%m-%d} 확인" if each.checked_on else ""
        return Cell("", day, mark=Mark("다시 확인", "warn"))
    if each.confirmed_on is not None:
        return Cell("", f"{each.confirmed_on:%Y-%m-%d}", mark=Mark("책임자 확인", "ok"))
    if each.needs_confirmation:
        return Cell(mark=Mark("확인 필요", "warn"))
    return Cell() if isinstance(each.row, SignalRule) else Cell(mark=Mark(label(each.row.mark)))


_COLUMNS: tuple[Column[LawLine], ...] = (
    Column("무엇을", _what),
    Column("근거", _why, width=232),
    Column("기간 · 세기 시작하는 날", _how_long, width=180),
    Column("확인", _sure, width=126),
)
