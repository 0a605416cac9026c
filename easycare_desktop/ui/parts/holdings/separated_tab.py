"""분리보관: what only the law keeps, by number. Names are not shown here."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.separated import SeparatedHolding
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.sides import rule_words
from easycare_desktop.ui.parts.shared.stay_cells import clock_cell
from easycare_desktop.ui.widgets import Kit, card, column, full_card, hide_unless, row


class SeparatedTab(QWidget):
    """`open_wanted(SeparatedHolding)`, `print_wanted()`, `handover_wanted()`."""

    open_wanted = Signal(object)
    print_wanted = Signal()
    handover_wanted = Signal()

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office = office
        self._rules = office.law.rules_on(office.today())
        self._may_open = office.actor.may(Right.READ_SEPARATED)
        self._model: RowModel[SeparatedHolding] = RowModel(self._columns(), lambda each: each.id)
        self.table = kit.table(self._model, "분리보관")
        self.table.setObjectName("holdings.separated")
        self.open = kit.button("사유 적고 열어 보기", icon="eye", writes=True)
        self.open.setObjectName("holdings.open_separated")
        self.print_button = kit.button("분리보관 대장 인쇄", icon="printer", key="F7")
        self.handover = kit.button("폐업 이관 자료 만들기", icon="archive", writes=True)
        self.handover.setObjectName("holdings.handover")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        words = ("법이 남기라고 한 것만 여기 있습니다.", "평소 화면에서는 찾을 수 없습니다.")
        if not self._may_open:
            words = ("책임자만 열어 볼 수 있습니다.", "열어 보려면 책임자에게 부탁해 주세요.")
        banner = kit.banner("stay", *words)
        empty = kit.empty(
            "folder-lock", "분리보관한 것이 없습니다.", "법정 보유기간이 있으면 나타납니다."
        )
        self._full, self._none = full_card(self.table), card(empty)
        self._pile = Pile([self._none, self._full])
        buttons = row(self.handover, None, self.print_button, self.open)
        hide_unless(self.handover, self._may_open)
        body = column(banner, buttons, self._pile, gap=10)
        body.setStretch(2, 1)
        self.setLayout(body)
        self.open.clicked.connect(self._open_current)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._offer)
        self.print_button.clicked.connect(self.print_wanted)
        self.handover.clicked.connect(self.handover_wanted)

    def show_holdings(self, holdings: tuple[SeparatedHolding, ...]) -> None:
        """Show what is kept apart."""
        self._model.show(holdings)
        self._pile.show_only(self._full if holdings else self._none)
        if holdings and self.table.current_row() is None:
            self.table.choose_first()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        self.open.setEnabled(self._may_open and self.table.current_row() is not None)

    @Slot()
    def _open_current(self) -> None:
        holding = self.table.current_row()
        if holding is not None:
            self._open(holding)

    @Slot(object)
    def _open(self, holding: SeparatedHolding) -> None:
        if self._may_open:
            self.open_wanted.emit(holding)

    def _columns(self) -> tuple[Column[SeparatedHolding], ...]:
        return (
            Column("관리번호", lambda each: Cell(each.person_number, strong=True), width=130),
            Column("무엇을 · 왜", self._what),
            Column("남은 기간", self._span, width=220),
            Column("옮긴 날", self._moved, width=150),
        )

    def _what(self, holding: SeparatedHolding) -> Cell:
        group = self._office.catalogue.group(holding.group)
        return Cell(group.label, rule_words(holding.rule, self._rules), strong=True)

    def _span(self, holding: SeparatedHolding) -> Cell:
        clock = Clock(holding.rule, holding.counted_from, holding.until)
        return clock_cell(clock, self._office.today())

    def _moved(self, holding: SeparatedHolding) -> Cell:
        return Cell(f"{holding.separated_at:%Y-%m-%d}", holding.plan_number)
