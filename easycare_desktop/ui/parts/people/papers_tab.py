"""The tab 문서: papers made for the person, and scans and photos that were taken in."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_papers import PersonPaper, Scan
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.people.scan_moving import ScanMoving
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, column, holder, line, row
from easycare_desktop.ui.wording.papers import file_words, left_words, paper_title

_NONE = ("이분의 문서가 아직 없습니다.", "인쇄한 문서와 붙인 스캔이 여기에 모입니다.")
_NOTE = "나간 문서와 스캔을 골라 열어 볼 수 있습니다. 이분의 자료를 파기하면 함께 닫힙니다."
_Row = PersonPaper | Scan


class PapersTab(QWidget):
    """`scan_wanted(file id)` opens a scan; `scan_offered()` takes one in.

    `again_wanted(paper id)` opens a paper that left, as it was.
    """

    scan_wanted = Signal(object)
    again_wanted = Signal(object)
    scan_offered = Signal()

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services = services
        self._card: PersonCard | None = None
        self.moving = ScanMoving(services, messages, self)
        self.moving.changed.connect(self._reload)
        self.model: RowModel[_Row] = RowModel(_COLUMNS, _id, self)
        self.table = kit.table(self.model, "이분의 문서")
        self.table.setObjectName("people.papers")
        self.open = kit.button("열어 보기", "secondary", "eye", fit="row")
        self.open.setObjectName("people.scan_open")
        self.add = kit.button("스캔 붙이기", "secondary", "file-plus", fit="row")
        self.add.setObjectName("people.scan_add")
        note = kit.text(_NOTE, "caption", wrap=True)
        head = row(margins=(20, 8, 16, 8), gap=10)
        head.addWidget(note, 1)
        head.addWidget(self.open)
        head.addWidget(self.add)
        self._pile = Pile([self.table, kit.empty("file-text", *_NONE)])
        self._none = self._pile.widgets[1]
        self._foot = self._foot_of(kit)
        box = column(head, line(), self._pile, self._foot, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.table.chosen.connect(self._show_choice)
        self.table.opened.connect(self._open_row)
        self.open.clicked.connect(self._open)
        self.add.clicked.connect(self.scan_offered)

    def _foot_of(self, kit: Kit) -> QWidget:
        note = kit.text(
            "다른 분이나 다른 항목에 붙였으면 고른 스캔을 옮깁니다.", "caption", wrap=True
        )
        self.move_scan = kit.button("옮기기", "secondary", "arrow-right", fit="row", writes=True)
        self.move_scan.setObjectName("people.scan_move")
        self.take_out = kit.button("빼기", "danger", "trash-2", fit="row", writes=True)
        self.take_out.setObjectName("people.scan_out")
        self.move_scan.clicked.connect(self._move)
        self.take_out.clicked.connect(self._take_out)
        foot = row(margins=(20, 8, 16, 8), gap=10)
        foot.addWidget(note, 1)
        foot.addWidget(self.move_scan)
        foot.addWidget(self.take_out)
        return holder(foot)

    def show_card(self, card: PersonCard) -> None:
        """Show the papers of a person, both kinds, the newest first."""
        self._card = card
        papers = self._services.person_papers.of_person(card.person.id)
        active = card.person.state is PersonState.ACTIVE
        may_add = active and self._services.office.actor.may(Right.ENTER)
        rows: list[_Row] = [*papers.papers, *papers.scans]
        self.model.show(sorted(rows, key=_when_of, reverse=True))
        self._pile.show_only(self.table if rows else self._none)
        self.add.setVisible(may_add)
        self._foot.setVisible(may_add and bool(papers.scans))
        self._show_choice()

    @Slot()
    def _reload(self) -> None:
        if self._card is not None:
            self.show_card(self._card)

    @Slot()
    def _move(self) -> None:
        scan = self.table.current_row()
        if self._card is not None and isinstance(scan, Scan):
            self.moving.move(self._card, scan)

    @Slot()
    def _take_out(self) -> None:
        scan = self.table.current_row()
        if self._card is not None and isinstance(scan, Scan):
            self.moving.take_out(self._card, scan)

    @Slot()
    def _show_choice(self) -> None:
        each = self.table.current_row()
        left = isinstance(each, PersonPaper) and bool(each.copies or each.saved)
        is_scan = isinstance(each, Scan)
        self.open.setEnabled(left or is_scan)
        self.move_scan.setEnabled(is_scan)
        self.take_out.setEnabled(is_scan)

    @Slot()
    def _open(self) -> None:
        self._open_row(self.table.current_row())

    @Slot(object)
    def _open_row(self, each: _Row | None) -> None:
        if isinstance(each, Scan):
            self.scan_wanted.emit(each.id)
        elif each is not None:
            self.again_wanted.emit(each.id)


def _id(each: _Row) -> tuple[bool, int]:
    return isinstance(each, Scan), each.id


def _when_of(each: _Row) -> datetime:
    return each.added_at if isinstance(each, Scan) else each.made_at


def _what(each: _Row) -> Cell:
    if isinstance(each, Scan):
        return Cell(f"{each.label} 스캔", file_words(each.media, each.size), strong=True)
    return Cell(paper_title(each.kind), f"{each.number} · {each.purpose}", strong=True)


def _when(each: _Row) -> Cell:
    by = each.added_by if isinstance(each, Scan) else each.made_by
    return Cell(f"{_when_of(each):%Y-%m-%d %H:%M}", by)


def _state(each: _Row) -> Cell:
    if isinstance(each, Scan):
        return Cell(mark=Mark("받은 것", "ok"))
    return Cell(mark=Mark(*left_words(each.copies, saved=each.saved)))


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("문서 · 번호 · 용도", _what),
    Column("일시 · 사람", _when, width=164),
    Column("구분", _state, width=124),
)
