"""열람대장: who opened what is kept apart, when, and for which purpose."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.separated import Reading
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.holdings.words import purpose_words
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, row


class ReadingsTab(QWidget):
    """`print_wanted()`. Lines are never changed."""

    print_wanted = Signal()

    def __init__(self, kit: Kit, office: OpenOffice, names: Mapping[int, str]) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office, self._names = office, names
        self._model: RowModel[Reading] = RowModel(self._columns(), lambda each: each.id)
        self.table = kit.table(self._model, "열람대장", two_lines=False)
        self.table.setObjectName("holdings.readings")
        self.print_button = kit.button("열람대장 인쇄", icon="printer", key="F7")
        empty = kit.empty(
            "book-open", "열어 본 기록이 없습니다.", "분리보관한 것을 열면 한 줄씩 적힙니다."
        )
        self._full, self._none = full_card(self.table), card(empty)
        self._pile = Pile([self._none, self._full])
        body = column(row(None, self.print_button), self._pile, gap=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.print_button.clicked.connect(self.print_wanted)

    def show_readings(self, readings: tuple[Reading, ...]) -> None:
        """Show every opening, newest first."""
        self._model.show(readings)
        self._pile.show_only(self._full if readings else self._none)

    def _columns(self) -> tuple[Column[Reading], ...]:
        return (
            Column("일시", lambda each: Cell(f"{each.read_at:%Y-%m-%d %H:%M}"), width=170),
            Column("관리번호", lambda each: Cell(each.person_number, strong=True), width=130),
            Column("무엇을", self._what),
            Column("목적", lambda each: Cell(purpose_words(each.purpose)), width=230),
            Column("누가", self._who, width=140),
        )

    def _what(self, reading: Reading) -> Cell:
        return Cell(self._office.catalogue.group(reading.group).label)

    def _who(self, reading: Reading) -> Cell:
        return Cell(self._names.get(reading.account_id, ""))
