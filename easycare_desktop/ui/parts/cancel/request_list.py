"""The list of requests: open ones first, each with its state and the day it is due."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.request_days import ends_on, next_due, waits
from easycare_desktop.domain.requests import OPEN_STATES, RequestState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.requests import RequestLine
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.cancel.case_head import who
from easycare_desktop.ui.parts.shared.day_words import days_left, short_day
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, row
from easycare_desktop.ui.wording.labels import label

_TONES: dict[RequestState, CellTone] = {
    RequestState.DECIDED: "warn",
    RequestState.CARRIED_OUT: "warn",
    RequestState.CLOSED: "ok",
    RequestState.TAKEN_BACK: "",
}


class RequestList(QWidget):
    """`opened(RequestLine)` on Enter or a double click."""

    opened = Signal(object)

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._office = office
        self._lines: list[RequestLine] = []
        self._model: RowModel[RequestLine] = RowModel(self._columns(), lambda each: each.request.id)
        self.table = kit.table(self._model, "이용취소 접수 목록")
        self.table.setObjectName("cancel.list")
        self.filter = kit.choice([(True, "끝나지 않은 것"), (False, "모두")], True)
        self.filter.setObjectName("cancel.filter")
        self.open_button = kit.button("이어서 하기", "secondary", "arrow-right")
        self.open_button.setObjectName("cancel.open")
        empty = kit.empty(
            "inbox", "끝나지 않은 접수가 없습니다.", "「새로 접수」를 누르면 여기에 나타납니다."
        )
        self._empty = card(empty)
        self._full = full_card(self.table)
        self._pile = Pile([self._full, self._empty])
        bar = row(self.filter, None, self.open_button)
        body = column(bar, self._pile, margins=(24, 0, 24, 14), gap=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.table.opened.connect(self.opened)
        self.filter.chosen.connect(self._refill)
        self.open_button.clicked.connect(self._open)

    def show_lines(self, lines: list[RequestLine]) -> None:
        """Show the requests."""
        self._lines = sorted(
            lines,
            key=lambda each: (
                each.request.state not in OPEN_STATES,
                self._due_of(each)
                if each.request.state in OPEN_STATES
                else each.request.due_on.max,
                -each.request.id,
            ),
        )
        self._refill()

    @Slot()
    def _refill(self) -> None:
        only_open = self.filter.value()
        rows = [each for each in self._lines if not only_open or each.request.state in OPEN_STATES]
        self._model.show(rows)
        self._pile.show_only(self._full if rows else self._empty)
        self.open_button.setEnabled(bool(rows))
        if rows and self.table.current_row() is None:
            self.table.choose_first()

    @Slot()
    def _open(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.opened.emit(line)

    def _columns(self) -> tuple[Column[RequestLine], ...]:
        return (
            Column("기한", self._due_cell, width=134),
            Column("누구", self._who_cell),
            Column("무엇을", self._what_cell, width=300),
            Column("처리 기한", self._day_cell, width=130),
            Column("상태", self._state_cell, width=150),
        )

    def _due_of(self, line: RequestLine) -> date:
        return next_due(line.request, self._office.today(), served=_is_served(line))

    def _due_cell(self, line: RequestLine) -> Cell:
        if line.request.state not in OPEN_STATES:
            return Cell(mark=Mark("마침"))
        words, tone = days_left(self._office.calendar, self._office.today(), self._due_of(line))
        return Cell(mark=Mark(words, tone))

    def _who_cell(self, line: RequestLine) -> Cell:
        return Cell(
            who(line.person, line.name),
            f"{label(line.person.kind)} · {line.person.number}",
            strong=True,
        )

    def _what_cell(self, line: RequestLine) -> Cell:
        request = line.request
        what = label(request.relation) if request.with_form else "신청서 없는 종료"
        return Cell(
            f"{what} · {label(request.scope)}" if request.with_form else what,
            f"접수번호 {request.number} · 접수 {short_day(request.received_on)}",
        )

    def _day_cell(self, line: RequestLine) -> Cell:
        return Cell(short_day(self._due_of(line)))

    def _state_cell(self, line: RequestLine) -> Cell:
        request = line.request
        if waits(request, self._office.today(), served=_is_served(line)):
            return Cell(mark=Mark(f"{ends_on(request):%m-%d}부터 정함", "info"))
        return Cell(mark=Mark(label(request.state), _TONES.get(request.state, "info")))


def _is_served(line: RequestLine) -> bool:
    return line.person.state is PersonState.ACTIVE
