"""여러 분 함께 정리: persons of one kind whose relation ended, picked from all in use."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Cell, Column
from easycare_desktop.ui.parts.shared.row_picker import RowPicker
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row
from easycare_desktop.ui.wording.labels import label

_KINDS = (PersonKind.ENQUIRER, PersonKind.JOBSEEKER, PersonKind.STAFF, PersonKind.GUARDIAN)


class SeveralDialog(HouseDialog):
    """`picked(lines)`: with whom the relation ended; why and when is asked after this."""

    picked = Signal(object)

    def __init__(self, kit: Kit, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(kit.appearance, "여러 분 함께 정리", parent, width=760)
        self.setObjectName("several")
        self._services = services
        known = [each for each in _KINDS if each in services.people.kinds()]
        self.kind = kit.field(
            "누구를 정리할까요?", kit.choice([(k, label(k)) for k in known], known[0])
        )
        self.people = RowPicker(kit, _COLUMNS, "정리할 분", self, rows_shown=5)
        self._build(kit)
        self.people.changed.connect(self._count)
        self._refill()

    def _build(self, kit: Kit) -> None:
        people = self.people
        self.kind.control.setObjectName("several.kind")
        people.table.setObjectName("several.list")
        people.pick.setObjectName("several.pick")
        self.pick_all = kit.button("모두 고르기", fit="row")
        self.pick_all.setObjectName("several.pick_all")
        self.pick_all.clicked.connect(people.pick_all)
        self.count = kit.text("", "strong")
        body = column(
            kit.text("관계가 끝난 여러 분을 고릅니다", "title", wrap=True),
            self.kind,
            people.table,
            row(people.pick, self.pick_all, None, self.count, gap=8),
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.go_on = kit.button("끝난 날 적기", "primary", key="F4")
        self.go_on.setObjectName("several.go_on")
        note = "무엇을 파기하고 남기는지 다음에 한 분씩 보입니다."
        foot = kit.foot(self.go_on, others=[self.cancel], note=note)
        self.kind.control.chosen.connect(self._refill)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)
        self.assemble(holder(body), foot, self.cancel)

    @Slot()
    def _refill(self) -> None:
        found = self._services.people.find("", self.kind.control.value())
        self.people.show_rows([line for line in found if line.person.state is PersonState.ACTIVE])

    @Slot()
    def _count(self) -> None:
        count = len(self.people.picked())
        self.count.setText(f"{count:,}명 골랐습니다")
        self.go_on.setEnabled(bool(count))

    @Slot()
    def _go_on(self) -> None:
        lines = self.people.picked()
        self.accept()
        self.picked.emit(lines)


def _name(line: PersonLine) -> Cell:
    return Cell(f"{line.name} 님", strong=True)


def _number(line: PersonLine) -> Cell:
    return Cell(line.person.number)


def _since(line: PersonLine) -> Cell:
    return Cell(f"{line.person.registered_on}")


_COLUMNS: tuple[Column[PersonLine], ...] = (
    Column("이름", _name),
    Column("번호", _number, width=120),
    Column("등록한 날", _since, width=140),
)
