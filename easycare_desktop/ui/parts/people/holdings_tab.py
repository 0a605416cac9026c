"""The tab 보유·시계: what is held, under which article, since when and until when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.domain.retention import remaining_share
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel, Span
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.people.why import Groups, Rules, why_holding
from easycare_desktop.ui.parts.shared.day_words import length
from easycare_desktop.ui.parts.shared.sides import article
from easycare_desktop.ui.widgets import Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_TONES: dict[HoldingState, CellTone] = {
    HoldingState.ACTIVE: "info",
    HoldingState.CORRECTING: "warn",
    HoldingState.SUSPENDED: "danger",
    HoldingState.DUE: "go",
    HoldingState.HELD: "warn",
    HoldingState.APPROVED: "go",
}


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One holding as the table shows it."""

    id: int
    what: str
    why: str
    since: date
    event: str
    span: Span | None
    period: str
    note: str
    state: str
    tone: CellTone
    title: str
    reason: str


def _row_id(held: HeldRow) -> int:
    return held.id


def _what(held: HeldRow) -> Cell:
    return Cell(held.what, held.why, strong=True)


def _since(held: HeldRow) -> Cell:
    return Cell(held.since.isoformat(), held.event)


def _left(held: HeldRow) -> Cell:
    return Cell(clock=held.span) if held.span else Cell(held.period, held.note)


def _state(held: HeldRow) -> Cell:
    return Cell(mark=Mark(held.state, held.tone))


class HoldingsTab(QWidget):
    """A table and, below it, the sentence for the chosen row."""

    def __init__(self, kit: Kit, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.setProperty("part", "inside")
        self._model: RowModel[HeldRow] = RowModel(
            (
                Column("무엇을 · 왜", _what),
                Column("세기 시작한 날", _since, width=126),
                Column("남은 기간", _left, width=184),
                Column("상태", _state, width=104),
            ),
            _row_id,
            self,
        )
        self.table = kit.table(self._model, "보유와 시계")
        self.table.setObjectName("people.holdings")
        self.table.chosen.connect(self._explain)
        self.why = kit.banner("stay", "")
        self.why.setObjectName("people.holdings.why")
        foot = holder(column(self.why, margins=(16, 12, 16, 14)))
        box = column(self.table, foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)

    @property
    def rows(self) -> tuple[HeldRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_card(self, card: PersonCard, groups: Groups, rules: Rules) -> None:
        """Show the holdings of one person, the clocks first."""
        rows = [self._row(each, groups, rules) for each in card.holdings]
        rows.sort(key=lambda held: (held.span is None, held.what))
        self._model.show(rows)
        self.why.setVisible(bool(rows))
        self.table.choose_first()
        if rows:
            self.why.say("stay", rows[0].title, rows[0].reason)

    def _row(self, held: Holding, groups: Groups, rules: Rules) -> HeldRow:
        group = groups.get(held.group)
        title, reason = why_holding(held, groups, rules)
        clock = held.clock
        rule = rules.get(clock.rule) if clock else None
        due = held.state is HoldingState.DUE and clock is not None
        return HeldRow(
            id=held.id,
            what=group.label if group else held.group,
            why=article(rule) if rule else group.basis_article if group else "",
            since=clock.counted_from if clock else held.collected_on,
            event=label(rule.event) if rule else "모은 날",
            span=self._span(clock, length(rule.period) if rule else "") if clock else None,
            period=f"{held.destroy_by:%Y-%m-%d}까지 파기" if held.destroy_by else "이용하는 동안",
            note="목적을 다했습니다" if held.destroy_by else label(group.basis) if group else "",
            state="법정 보유" if due else label(held.state),
            tone="stay" if due else _TONES.get(held.state, ""),
            title=title,
            reason=reason,
        )

    def _span(self, clock: Clock, period: str) -> Span:
        passed = 1.0 - remaining_share(self._today(), clock.counted_from, clock.until)
        words = " · ".join(part for part in (f"{clock.until:%Y-%m-%d}까지", period) if part)
        return Span(passed, words)

    @Slot(object)
    def _explain(self, held: HeldRow | None) -> None:
        if held is not None:
            self.why.say("stay", held.title, held.reason)
