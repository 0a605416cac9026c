"""누구의 무엇인가요: a person says whose paper it is, where no number can."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.returned import FormUse
from easycare_desktop.services.people import PeopleService
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, full_card, holder
from easycare_desktop.ui.wording.labels import label

_USES = (
    (FormUse.CONSENT, "동의서"),
    (FormUse.REQUEST, "이용취소 신청서"),
    (FormUse.PAPER, "그 밖의 서류"),
)


class OwnerDialog(HouseDialog):
    """`chosen(person id, FormUse, what it is)`. `use` is fixed where the number tells it."""

    chosen = Signal(object, object, str)

    def __init__(
        self,
        kit: Kit,
        people: PeopleService,
        use: FormUse | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "누구의 무엇인가요?", parent, width=760)
        self.setObjectName("returned.owner_dialog")
        self._people = people
        self.use = kit.choice(_USES, use)
        self.use.setObjectName("returned.owner.use")
        self.use.setEnabled(use is None)
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.setObjectName("returned.owner.search")
        self._model: RowModel[PersonLine] = RowModel(_COLUMNS, _id, self)
        self.table = kit.table(self._model, "찾은 사람", rows_shown=5)
        self.table.setObjectName("returned.owner.found")
        self.what = kit.text_field("어떤 서류인가요", hint="예: 위임장, 진단서")
        self.what.control.setObjectName("returned.owner.what")
        self.go = kit.button("이분의 것으로", "primary")
        self.go.setObjectName("returned.owner.go")
        self.cancel = kit.button("취소", key="Esc")
        self._build(kit)
        self._find("")
        self._offer()

    def _build(self, kit: Kit) -> None:
        told = "종이에 적힌 이름과 생년월일을 보고 고릅니다. 프로그램이 짐작하지 않습니다."
        found = full_card(self.table)
        body = column(
            kit.text(told, wrap=True), self.use, self.search, found, self.what, None,
            margins=(24, 18, 24, 14), gap=10,
        )  # fmt: skip
        self.search.live_text_changed.connect(self._find)
        self.table.chosen.connect(self._offer)
        self.use.chosen.connect(self._offer)
        self.go.clicked.connect(self._go)
        self.cancel.clicked.connect(self.reject)
        self.assemble(holder(body), kit.foot(self.go, others=[self.cancel]), self.search)

    @Slot(str)
    def _find(self, typed: str) -> None:
        found = self._people.find(typed)
        self._model.show([line for line in found if line.person.state is PersonState.ACTIVE])
        self._offer()

    @Slot()
    def _offer(self) -> None:
        use = self.use.value()
        self.what.setVisible(use is FormUse.PAPER)
        self.go.setEnabled(use is not None and self.table.current_row() is not None)

    @Slot()
    def _go(self) -> None:
        line, use = self.table.current_row(), self.use.value()
        if line is not None and use is not None:
            self.accept()
            self.chosen.emit(line.id, use, self.what.control.text().strip())


def _id(line: PersonLine) -> int:
    return line.id


def _who(line: PersonLine) -> Cell:
    return Cell(line.name, f"{label(line.person.kind)} · {line.person.number}", strong=True)


_COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("성명", _who),
    Column("생년월일", lambda line: Cell(line.birth), width=140),
    Column("연락처", lambda line: Cell(line.phone), width=170),
)
