"""The tab 보유기간: what is held, under which article, since when and until when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.people.why import Groups, Rules, why_holding
from easycare_desktop.ui.parts.shared.sides import article
from easycare_desktop.ui.parts.shared.stay_cells import clock_cell, mark_of_end
from easycare_desktop.ui.widgets import Kit, column, holder, line
from easycare_desktop.ui.wording.labels import label

_UNUSED = "쓰지 않음"
_TONES: dict[HoldingState, CellTone] = {
    HoldingState.ACTIVE: "info",
    HoldingState.CORRECTING: "warn",
    HoldingState.SUSPENDED: "danger",
    HoldingState.DUE: "go",
    HoldingState.HELD: "warn",
    HoldingState.APPROVED: "go",
    HoldingState.TRANSFERRED: "stay",
}


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One holding as the table shows it."""

    id: int
    what: str
    why: str
    since: date
    event: str
    counted: bool
    left: Cell
    mark: Mark
    title: str
    reason: str
    subject: Subject


def _row_id(held: HeldRow) -> int:
    return held.id


def _what(held: HeldRow) -> Cell:
    return Cell(held.what, held.why, strong=True)


def _since(held: HeldRow) -> Cell:
    return Cell(held.since.isoformat(), held.event)


def _left(held: HeldRow) -> Cell:
    return held.left


def _state(held: HeldRow) -> Cell:
    return Cell(mark=held.mark)


def _period(held: Holding) -> str:
    if held.state is HoldingState.HELD and held.hold_until:
        return f"{held.hold_until:%Y-%m-%d}까지 보존"
    return f"{held.destroy_by:%Y-%m-%d}까지 파기" if held.destroy_by else "이용하는 동안"


def _named(what: str, held: Holding) -> str:
    return f"{what} (합치기 전)" if held.merged_from else what


def _note(held: Holding, basis: str) -> str:
    if held.state is HoldingState.HELD:
        return "그날까지 파기하지 않습니다"
    return "목적을 다했습니다" if held.destroy_by else basis


def _mark(held: Holding, today: date) -> Mark:
    if held.merged_from:
        return Mark(_UNUSED, "go")
    if held.state is HoldingState.DUE and held.clock is not None:
        return Mark("법정 보유", "stay")
    ended = mark_of_end(held.state, held.clock, today)
    return ended or Mark(label(held.state), _TONES.get(held.state, ""))


class HoldingsTab(QWidget):
    """A table and, below it, the sentence for the chosen row and what can be done with it."""

    def __init__(self, kit: Kit, today: Callable[[], date], bar: MeasureBar) -> None:
        super().__init__()
        self.bar = bar
        self._today = today
        self.setProperty("part", "inside")
        self._model: RowModel[HeldRow] = RowModel(
            (
                Column("무엇을 · 왜", _what),
                Column("세기 시작한 날", _since, width=116),
                Column("남은 기간", _left, width=200),
                Column("상태", _state, width=98),
            ),
            _row_id,
            self,
        )
        self.table = kit.table(self._model, "보유기간")
        self.table.setObjectName("people.holdings")
        self.table.chosen.connect(self._explain)
        self.why = kit.banner("stay", "")
        self.why.setObjectName("people.holdings.why")
        foot = holder(column(self.why, self.bar, margins=(16, 12, 16, 14), gap=10))
        self._box = column(self.table, foot, gap=0)
        self._box.setStretch(0, 1)
        self.setLayout(self._box)

    def add_foot(self, part: QWidget) -> None:
        """Show something more below the sentence."""
        self._box.addWidget(line())
        self._box.addWidget(part)

    @property
    def rows(self) -> tuple[HeldRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_card(self, card: PersonCard, groups: Groups, rules: Rules) -> None:
        """Show the holdings of one person, the clocks first; the chosen one stays chosen."""
        who = f"{card.name} 님 · {card.person.number}"
        rows = [self._row(each, groups, rules, who) for each in card.holdings]
        rows.sort(key=lambda held: (not held.counted, held.what))
        before = self.table.current_row()
        self._model.show(rows)
        self.why.setVisible(bool(rows))
        if before is not None and any(each.id == before.id for each in rows):
            self.table.choose(before.id)
        else:
            self.table.choose_first()
        self._explain(self.table.current_row())

    def _row(self, held: Holding, groups: Groups, rules: Rules, who: str) -> HeldRow:
        group = groups.get(held.group)
        title, reason = why_holding(held, groups, rules)
        clock, today = held.clock, self._today()
        rule = rules.get(clock.rule) if clock else None
        counted = clock is not None and held.state is not HoldingState.HELD
        plain = Cell(_period(held), _note(held, label(group.basis) if group else ""))
        return HeldRow(
            id=held.id,
            what=_named(group.label if group else held.group, held),
            why=article(rule) if rule else group.basis_article if group else "",
            since=clock.counted_from if clock else held.collected_on,
            event=label(rule.event) if rule else "모은 날",
            counted=counted,
            left=clock_cell(clock, today) if clock and counted else plain,
            mark=_mark(held, today),
            title=title,
            reason=reason,
            subject=Subject(
                held.id, held.person_id, held.state, group.label if group else held.group, who
            ),
        )

    @Slot(object)
    def _explain(self, held: HeldRow | None) -> None:
        self.bar.show_subject(held.subject if held is not None else None)
        if held is not None:
            self.why.say("stay", held.title, held.reason)
