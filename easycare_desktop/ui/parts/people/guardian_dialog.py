"""등록된 보호자 연결하기: somebody who is here as a guardian is found and tied to a recipient."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.people import PeopleService, PersonCard
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, full_card, holder

_TITLE = "등록된 보호자 연결하기"
_TOLD = "관계와 대리 자격은 그 보호자에 적힌 것을 따릅니다."
_NONE = ("이을 보호자가 없습니다.", "처음 오신 분은 「보호자 추가하기」로 등록합니다.")
_ROWS = 5


class GuardianDialog(HouseDialog):
    """`chosen(guardian id)`. Guardians in use are offered, but those of this recipient."""

    chosen = Signal(object)

    def __init__(
        self, kit: Kit, people: PeopleService, card: PersonCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("tie_guardian")
        self._people = people
        self._tied = frozenset(each.id for each in card.guardians)
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.setObjectName("tie_guardian.search")
        self.model: RowModel[PersonLine] = RowModel(_COLUMNS, _id, self)
        self.table = kit.table(self.model, "찾은 보호자", rows_shown=_ROWS)
        self.table.setObjectName("tie_guardian.found")
        self.none = kit.empty("users", *_NONE)
        self.none.setMinimumHeight(self.table.sizeHint().height())
        self._pile = Pile([self.table, self.none])
        self.go = kit.button("보호자로 연결하기", "primary", key="F4")
        self.go.setObjectName("tie_guardian.go")
        self.cancel = kit.button("취소", key="Esc")
        self._build(kit, card.name)
        self._find("")

    def _build(self, kit: Kit, recipient: str) -> None:
        title = kit.text(f"{recipient} 님의 보호자를 고릅니다", "title", wrap=True)
        parts = (title, kit.text(_TOLD, wrap=True), self.search, full_card(self._pile))
        body = column(*parts, margins=(28, 24, 28, 18), gap=12)
        self.search.live_text_changed.connect(self._find)
        self.table.chosen.connect(self._offer)
        self.table.opened.connect(self._go)
        self.go.clicked.connect(self._go)
        self.cancel.clicked.connect(self.reject)
        self.foot = kit.foot(self.go, others=[self.cancel])
        self.assemble(holder(body), self.foot, self.search)

    @Slot(str)
    def _find(self, typed: str) -> None:
        found = [
            line
            for line in self._people.find(typed, PersonKind.GUARDIAN)
            if line.person.state is PersonState.ACTIVE and line.id not in self._tied
        ]
        self.model.show(found)
        self._pile.show_only(self.table if found else self.none)
        if typed.strip() and len(found) == 1:
            self.table.choose_first()
        self._offer()

    @Slot()
    def _offer(self) -> None:
        chosen = self.table.current_row() is not None
        self.go.setEnabled(chosen)
        self.foot.say("" if chosen or not self.model.rows else "보호자를 골라 주세요.")

    @Slot()
    def _go(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.accept()
            self.chosen.emit(line.id)


def _id(line: PersonLine) -> int:
    return line.id


def _who(line: PersonLine) -> Cell:
    return Cell(line.name, second_line(line), strong=True)


_COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("보호자", _who),
    Column("연락처", lambda line: Cell(line.phone), width=200),
)
