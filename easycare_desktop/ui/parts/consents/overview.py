"""The overview of 동의: who lacks a required one, whose ends soon, who has given."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.hangul import NameKey, NameQuery
from easycare_desktop.services.consents import ConsentService, ConsentsOverview
from easycare_desktop.services.people_search import found_pieces
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.widgets import Kit, column, full_card, row
from easycare_desktop.ui.wording.labels import label

_SOON = timedelta(days=30)
MOST_FORMS = 300


class Standing(Enum):
    """How somebody stands, the most pressing first."""

    MISSING = 0
    ENDING = 1
    GIVEN = 2
    NONE = 3


_MARKS: dict[Standing, tuple[str, CellTone]] = {
    Standing.MISSING: ("필수 빠짐", "danger"),
    Standing.ENDING: ("곧 끝남", "warn"),
    Standing.GIVEN: ("받음", "ok"),
    Standing.NONE: ("해당 없음", ""),
}
_FILTERS: tuple[tuple[tuple[Standing, ...], str], ...] = (
    (tuple(Standing), "모두"),
    ((Standing.MISSING,), "필수 빠짐"),
    ((Standing.ENDING,), "곧 끝남"),
    ((Standing.GIVEN,), "받음"),
)
_MARK = re.compile(r"^\[[^\]]*\]\s*")


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One person of the overview."""

    id: int
    name: str
    key: NameKey
    second: str
    what: str
    also: str
    given: int
    ends: date | None
    standing: Standing


class OverviewReader:
    """Reads everybody, for the background; while nobody changed the rows are the same list."""

    def __init__(self, consents: ConsentService) -> None:
        self._consents = consents
        self._read: tuple[object, date] = (None, date.min)
        self._rows: list[OverviewRow] = []

    def rows(self, today: date) -> list[OverviewRow]:
        """Return how everybody stands today, the most pressing first."""
        overview = self._consents.overview()
        if self._read[0] is not overview or self._read[1] != today:
            rows = [_overview_row(each, today + _SOON) for each in overview]
            rows.sort(key=_urgency)
            self._rows, self._read = rows, (overview, today)
        return self._rows


def _overview_row(entry: ConsentsOverview, soon: date) -> OverviewRow:
    what = [_MARK.sub("", purpose.label) for purpose in entry.missing]
    if what:
        standing = Standing.MISSING
    elif entry.ends_next is not None and entry.ends_next <= soon:
        standing = Standing.ENDING
    else:
        standing = Standing.GIVEN if entry.given else Standing.NONE
    return OverviewRow(
        id=entry.person.id,
        name=entry.name,
        key=entry.key,
        second=f"{label(entry.person.kind)} · {entry.person.number}",
        what=what[0] if what else "",
        also=", ".join(what[1:]),
        given=entry.given,
        ends=entry.ends_next,
        standing=standing,
    )


def _row_id(entry: OverviewRow) -> int:
    return entry.id


def _missing(entry: OverviewRow) -> Cell:
    return Cell(entry.what, entry.also) if entry.what else Cell("없음")


def _given(entry: OverviewRow) -> Cell:
    ends = f"{entry.ends:%Y-%m-%d}까지" if entry.ends else ""
    return Cell(f"{entry.given}가지", ends)


def _state(entry: OverviewRow) -> Cell:
    return Cell(mark=Mark(*_MARKS[entry.standing]))


def _urgency(entry: OverviewRow) -> tuple[int, date]:
    """Return what they are sorted by; they come in order of name."""
    return entry.standing.value, entry.ends or date.max


class Overview(QWidget):
    """`opened(person id)`. Search and filter work in memory.

    `forms_wanted(person ids)`: the forms of everybody who is shown.
    """

    opened = Signal(object)
    forms_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._all: list[OverviewRow] = []
        self._typed = ""
        self._model: RowModel[OverviewRow] = RowModel(
            (
                Column("누구", self._who, width=230),
                Column("빠진 필수 동의", _missing),
                Column("받은 동의", _given, width=150),
                Column("상태", _state, width=120),
            ),
            _row_id,
            self,
        )
        self.search = kit.search_edit("이름이나 초성으로 찾기")
        self.search.setObjectName("consents.search")
        self.filter = kit.choice(_FILTERS, tuple(Standing))
        self.filter.setObjectName("consents.filter")
        self.filter.setAccessibleName("무엇을 볼까요")
        self.table = kit.table(self._model, "동의 현황")
        self.table.setObjectName("consents.list")
        self.count = kit.text("", "strong")
        self.hint = kit.text(
            "종료 처리 중인 분은 뺐습니다. 한 분을 누르면 동의를 적습니다.", "caption"
        )
        self.forms = kit.button("보이는 분들 동의서 인쇄", "secondary", "printer", fit="row")
        self.forms.setObjectName("consents.forms")
        self._build()
        self._listen()

    def _build(self) -> None:
        tools = row(gap=12)
        tools.addWidget(self.search, 2)
        tools.addWidget(self.filter, 3)
        counted = row(self.count, self.hint, None, self.forms, margins=(18, 6, 14, 6))
        listing = full_card(counted, self.table, gap=0)
        box = column(tools, listing, margins=(24, 0, 24, 14), gap=12)
        box.setStretch(1, 1)
        self.setLayout(box)

    def _listen(self) -> None:
        self.search.submits = True
        self.search.live_text_changed.connect(self._find)
        self.search.submitted.connect(self._open_first)
        self.filter.chosen.connect(self._filter)
        self.forms.clicked.connect(self._want_forms)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._click)

    @property
    def model(self) -> RowModel[OverviewRow]:
        """What is shown."""
        return self._model

    def show_rows(self, rows: list[OverviewRow]) -> None:
        """Show everybody in this order; the list that is shown needs nothing more."""
        if rows is self._all:
            return
        self._all = rows
        self._show()

    def missing(self) -> int:
        """Return how many people lack a required consent."""
        return sum(entry.standing is Standing.MISSING for entry in self._all)

    def _show(self) -> None:
        query, wanted = NameQuery.of(self._typed), self.filter.value() or ()
        found = [
            entry
            for entry in self._all
            if entry.standing in wanted
            and (not self._typed or query.fits(entry.key) or self._typed in entry.second)
        ]
        self._model.show(found)
        self.table.viewport().update()
        self.count.setText(f"{len(found):,}명")
        self.forms.setEnabled(0 < len(found) <= MOST_FORMS)

    def _who(self, entry: OverviewRow) -> Cell:
        matched = found_pieces(entry.name, self._typed)
        return Cell(entry.name, entry.second, strong=True, matched=matched)

    @Slot(str)
    def _find(self, live: str) -> None:
        self._typed = live.strip()
        self._show()

    @Slot(object)
    def _filter(self, _standing: object) -> None:
        self._show()

    @Slot()
    def _want_forms(self) -> None:
        self.forms_wanted.emit([entry.id for entry in self._model.rows])

    @Slot(object)
    def _open(self, entry: OverviewRow) -> None:
        self.opened.emit(entry.id)

    @Slot()
    def _click(self) -> None:
        entry = self.table.current_row()
        if entry is not None:
            self.opened.emit(entry.id)

    @Slot()
    def _open_first(self) -> None:
        if self._model.rows:
            self.opened.emit(self._model.rows[0].id)
