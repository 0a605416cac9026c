"""The last step: what was done, and who is no longer in the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import ImportRun
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, frame, row


class EndStep(QWidget):
    """`undo_wanted()`; `ending_wanted(person id)` for somebody who left."""

    undo_wanted = Signal()
    ending_wanted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.undo = kit.button("방금 들인 것 되돌리기", "secondary", "undo-2")
        self.undo.setObjectName("lists.end.undo")
        self.undo.clicked.connect(self.undo_wanted)
        self.done = kit.text("", "lead", wrap=True)
        self.done.setObjectName("lists.done")
        self.note = kit.text("", wrap=True)
        told = row(column(self.done, self.note, gap=4), self.undo, margins=(20, 16, 20, 16), gap=16)
        told.setStretch(0, 1)
        self.model: RowModel[PersonLine] = RowModel(_COLUMNS, _line_id)
        self.table = kit.table(self.model, "목록에 없는 분")
        self.table.setObjectName("lists.missing")
        self.table.chosen.connect(self._chosen)
        self.end = kit.button("급여 종료·퇴사", "secondary", "user-x", fit="row")
        self.end.setObjectName("lists.end.person")
        self.end.clicked.connect(self._end)
        sentence = "이번 목록에 없거나 떠났다고 적힌 분입니다. 끝난 분이면 한 분씩 종료해 주세요."
        head = row(kit.text(sentence, "strong", wrap=True), None, self.end, margins=(14, 12, 14, 8))
        box = column(head, self.table, margins=(1, 1, 1, 1), gap=0)
        box.setStretch(1, 1)
        self._missing = frame("card", box)
        self._nobody = card(
            kit.empty("circle-check", "이용 중인 분이 모두 목록에 있습니다.", colour="ok_text")
        )
        self._pile = Pile([self._nobody, self._missing])
        page = column(frame("card", told), self._pile, gap=12)
        page.setStretch(1, 1)
        self.setLayout(page)
        self._chosen(None)

    def show_run(self, run: ImportRun, missing: Sequence[PersonLine]) -> None:
        """Say what a list did, and who is not in it."""
        self.done.setText(f"{run.added:,}명을 등록하고 {run.changed:,}명을 고쳤습니다.")
        self.note.setText(f"목록 번호 {run.number}. 고치기 이력에 목록에서 왔다고 적혔습니다.")
        self.model.show(missing)
        self._pile.show_only(self._missing if missing else self._nobody)
        self._chosen(self.table.current_row())

    @Slot(object)
    def _chosen(self, line: PersonLine | None) -> None:
        self.end.setEnabled(line is not None)

    @Slot()
    def _end(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.ending_wanted.emit(line.id)


def _line_id(line: PersonLine) -> int:
    return line.id


def _who(line: PersonLine) -> Cell:
    return Cell(line.name, line.person.number, strong=True)


def _born(line: PersonLine) -> Cell:
    return Cell(line.birth)


def _numbers(line: PersonLine) -> Cell:
    return Cell(line.ltc_number or line.phone)


_COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("성명", _who),
    Column("생년월일", _born, width=130),
    Column("인정번호·전화", _numbers, width=180),
)
