"""A new case: first whose. B: somebody in 기초자료; A: this office as a customer."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.requests import Relation
from easycare_desktop.services.people import PeopleService
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card
from easycare_desktop.ui.wording.labels import label

_KINDS = ((Relation.B, "급여계약 해지·동의철회"), (Relation.A, "우리가 쓰는 프로그램 이용취소"))

_MAY_ASK = {PersonState.ACTIVE, PersonState.ENDING}


class StartView(QWidget):
    """`person_chosen(person id)`, or `office_chosen()`; `left()` goes back to the list."""

    person_chosen = Signal(object)
    office_chosen = Signal()
    left = Signal()

    def __init__(self, kit: Kit, people: PeopleService) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._people = people
        self.kind = kit.choice(_KINDS, Relation.B)
        self.kind.setObjectName("cancel.relation_kind")
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.setObjectName("cancel.search")
        self._model: RowModel[PersonLine] = RowModel(_columns(), lambda line: line.id)
        self.table = kit.table(self._model, "찾은 사람")
        self.table.setObjectName("cancel.found")
        self.next = kit.button("이 분으로 접수하기", "primary")
        self.next.setObjectName("cancel.start")
        self.back = kit.button("목록으로", "quiet", "arrow-left", key="Esc")
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        found = full_card(self.table)
        by_name = column(self.search, found, gap=10)
        by_name.setStretch(1, 1)
        self._by_name = QWidget()
        self._by_name.setProperty("part", "inside")
        self._by_name.setLayout(by_name)
        self._office = card(
            kit.text("프로그램 업체에 낼 신청서입니다", "lead"),
            kit.text("우리 기관이 업체의 고객으로서 이용을 그만두는 일입니다.", wrap=True),
            kit.text("수급자와 직원의 자료는 그대로 있습니다.", wrap=True),
            kit.text("업체의 파기확인서를 받아 두는 것까지 여기서 챙깁니다.", wrap=True),
            None,
        )
        self._pile = Pile([self._by_name, self._office])
        top = column(self.kind, self._pile, margins=(24, 0, 24, 10), gap=10)
        top.setStretch(1, 1)
        self._foot = kit.foot(self.next, quiet=[self.back], note="당사자를 골라 주세요.")
        page = column(top, self._foot, gap=0)
        page.setStretch(0, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        self.kind.chosen.connect(self._show_kind)
        self.search.live_text_changed.connect(self._find)
        self.table.chosen.connect(self._show_choice)
        self.table.opened.connect(self._choose)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self.left)

    def begin(self) -> None:
        """Start anew with an empty search."""
        self.search.clear()
        self._find("")
        self.kind.choose(Relation.B)
        self.search.setFocus()

    @Slot(str)
    def _find(self, typed: str) -> None:
        found = self._people.find(typed)
        self._model.show([line for line in found if line.person.state in _MAY_ASK])
        if self._model.rows and typed:
            self.table.choose_first()
        self._show_choice()

    @Slot()
    def _show_kind(self) -> None:
        office = self.kind.value() is Relation.A
        self._pile.show_only(self._office if office else self._by_name)
        self.next.say("우리 기관으로 접수하기" if office else "이 분으로 접수하기")
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        chosen = self.table.current_row()
        if self.kind.value() is Relation.A:
            self.next.setEnabled(True)
            self._foot.say("기관 정보는 설정에서 고칠 수 있습니다.")
            return
        self.next.setEnabled(chosen is not None)
        self._foot.say(f"{chosen.name} 님으로 접수합니다." if chosen else "당사자를 골라 주세요.")

    @Slot()
    def _go_on(self) -> None:
        if self.kind.value() is Relation.A:
            self.office_chosen.emit()
            return
        chosen = self.table.current_row()
        if chosen is not None:
            self._choose(chosen)

    @Slot(object)
    def _choose(self, line: PersonLine) -> None:
        self.person_chosen.emit(line.id)


def _columns() -> tuple[Column[PersonLine], ...]:
    return (
        Column(
            "성명",
            lambda line: Cell(
                line.name, f"{label(line.person.kind)} · {line.person.number}", strong=True
            ),
        ),
        Column("생년월일", lambda line: Cell(line.birth), width=130),
        Column("연락처", lambda line: Cell(line.phone), width=160),
        Column("인정번호", lambda line: Cell(line.ltc_number), width=170),
    )
