"""보유기간: everything with an end, the nearest first."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.services.clocks import ClockLine
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.day_words import calendar_days_left
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.sides import rule_words
from easycare_desktop.ui.parts.shared.stay_cells import clock_cell, mark_of_end
from easycare_desktop.ui.widgets import Kit, card, column, full_card, row
from easycare_desktop.ui.wording.labels import label

_SOON = timedelta(days=90)
_TONES: dict[HoldingState, CellTone] = {
    HoldingState.SEPARATED: "stay",
    HoldingState.ACTIVE: "info",
    HoldingState.HELD: "warn",
}


class ClockTab(QWidget):
    """`plan_wanted()` asks to plan what is over."""

    plan_wanted = Signal()

    def __init__(self, kit: Kit, office: OpenOffice, bar: MeasureBar) -> None:
        super().__init__()
        self.bar = bar
        self.setProperty("part", "inside")
        self._office = office
        self._rules = office.law.rules_on(office.today())
        self._lines: tuple[ClockLine, ...] = ()
        self._model: RowModel[ClockLine] = RowModel(self._columns(), lambda line: line.holding_id)
        self.table = kit.table(self._model, "보유기간")
        self.table.setObjectName("holdings.clocks")
        self.filter = kit.choice([(True, "곧 끝나는 것"), (False, "모두")], True)
        self.filter.setObjectName("holdings.clock_filter")
        self.plan = kit.button("기간이 끝난 것 파기 계획하기", icon="hourglass")
        self.plan.setObjectName("holdings.plan_due")
        empty = kit.empty(
            "clock", "곧 끝나는 것이 없습니다.", "보유기간이 석 달 안에 끝나면 나타납니다."
        )
        self._full, self._none = full_card(self.table), card(empty)
        self._pile = Pile([self._none, self._full])
        body = column(row(self.filter, None, self.plan), self._pile, self.bar, gap=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.filter.chosen.connect(self._refill)
        self.plan.clicked.connect(self.plan_wanted)
        self.table.chosen.connect(self._offer)

    def show_lines(self, lines: tuple[ClockLine, ...]) -> None:
        """Show what has an end."""
        self._lines = lines
        self._refill()

    @Slot()
    def _refill(self) -> None:
        last = self._office.today() + _SOON
        rows = [
            line
            for line in self._lines
            if not self.filter.value() or line.ends_on <= last or line.state is HoldingState.HELD
        ]
        self._model.show(rows)
        self._pile.show_only(self._full if rows else self._none)
        self._offer(self.table.current_row())

    @Slot(object)
    def _offer(self, line: ClockLine | None) -> None:
        """Offer what can be done with the chosen line."""
        if line is None:
            self.bar.show_subject(None)
            return
        what = self._office.catalogue.group(line.group, line.person.kind).label
        who = f"{line.name} 님 · {line.person.number}" if line.name else line.person.number
        self.bar.show_subject(Subject(line.holding_id, line.person.id, line.state, what, who))

    def _columns(self) -> tuple[Column[ClockLine], ...]:
        return (
            Column("기한", self._due, width=140),
            Column("무엇을 · 왜", self._what),
            Column("누구", self._who, width=150),
            Column("남은 기간", self._span, width=230),
            Column("상태", self._state, width=130),
        )

    def _due(self, line: ClockLine) -> Cell:
        today = self._office.today()
        if line.ends_on > today + _SOON:
            return Cell()
        return Cell(mark=Mark(*calendar_days_left(today, line.ends_on)))

    def _what(self, line: ClockLine) -> Cell:
        group = self._office.catalogue.group(line.group, line.person.kind)
        why = rule_words(line.clock.rule, self._rules) if line.clock else "남기라는 법이 없습니다"
        return Cell(group.label, why, strong=True)

    def _who(self, line: ClockLine) -> Cell:
        kind = label(line.person.kind)
        if line.name:
            return Cell(f"{line.name} 님", f"{kind} · {line.person.number}")
        return Cell(line.person.number, kind)

    def _span(self, line: ClockLine) -> Cell:
        if line.state is HoldingState.HELD and line.hold_until:
            return Cell(f"{line.hold_until:%Y-%m-%d}까지 보존", "그날까지 파기하지 않습니다")
        if line.clock is None:
            return Cell(f"{line.ends_on:%Y-%m-%d}까지 파기", line.plan)
        return clock_cell(line.clock, self._office.today())

    def _state(self, line: ClockLine) -> Cell:
        ended = mark_of_end(line.state, line.clock, self._office.today())
        return Cell(mark=ended or Mark(label(line.state), _TONES.get(line.state, "go")))
