"""여러 분 한꺼번에: persons of one kind whose relation ended, chosen from a list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import ENDINGS_OF_KIND, PersonKind, PersonState
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row
from easycare_desktop.ui.wording.labels import label

_KINDS = (PersonKind.ENQUIRER, PersonKind.JOBSEEKER, PersonKind.STAFF, PersonKind.GUARDIAN)


class SeveralDialog(HouseDialog):
    """`planned(plan id)` once approval was asked for; nothing is destroyed by it."""

    planned = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "여러 분 함께 정리", parent, width=760)
        self.setObjectName("several")
        self._kit, self._services, self._messages = kit, services, messages
        self._chosen: set[int] = set()
        known = [each for each in _KINDS if each in services.people.kinds()]
        self.kind = kit.field(
            "누구를 정리할까요?", kit.choice([(k, label(k)) for k in known], known[0])
        )
        self._model: RowModel[PersonLine] = RowModel(
            (
                Column("", self._mark, width=96),
                Column("이름", lambda line: Cell(f"{line.name} 님", strong=True)),
                Column("번호", lambda line: Cell(line.person.number), width=120),
                Column("등록한 날", lambda line: Cell(f"{line.person.registered_on}"), width=140),
            ),
            lambda line: line.id,
        )
        self.table = kit.table(self._model, "정리할 분", two_lines=False, rows_shown=5)
        reader = DayReader(services.office)
        self.ended = kit.date_field("관계가 끝난 날", reader.read, required=True)
        self.ended.set_day(services.office.today())
        self.why = kit.field(
            "왜 정리하는지 적어 주세요",
            kit.line_edit("", "예: 상담 뒤 여섯 달이 지남"),
            "이름처럼 사람을 알 수 있는 말은 적지 마세요.",
            required=True,
        )
        self._build(kit)
        self._refill()

    def _build(self, kit: Kit) -> None:
        self.kind.control.setObjectName("several.kind")
        self.table.setObjectName("several.list")
        self.ended.control.setObjectName("several.ended")
        self.why.control.setObjectName("several.why")
        self.pick = kit.button("고르기 / 빼기", key="F3", fit="row")
        self.pick_all = kit.button("모두 고르기", fit="row")
        self.pick.setObjectName("several.pick")
        self.pick_all.setObjectName("several.pick_all")
        self.count = kit.text("", "strong")
        days = kit.form(2)
        days.add(self.ended, self.why)
        body = column(
            kit.text("관계가 끝난 여러 분을 한 번에 계획합니다", "title", wrap=True),
            self.kind,
            self.table,
            row(self.pick, self.pick_all, None, self.count, gap=8),
            days,
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.ask = kit.button("파기 승인 요청하기", "primary", key="F4")
        self.ask.setObjectName("several.ask")
        note = "법이 남기라고 한 것은 분리보관합니다."
        foot = kit.foot(self.ask, others=[self.cancel], note=note)
        self.kind.control.chosen.connect(self._refill)
        self.table.opened.connect(self._toggle)
        self.pick.clicked.connect(self._toggle_current)
        self.pick_all.clicked.connect(self._all)
        self.cancel.clicked.connect(self.reject)
        self.ask.clicked.connect(self._ask)
        self.assemble(holder(body), foot, self.cancel)

    def _mark(self, line: PersonLine) -> Cell:
        return Cell(mark=Mark("고름", "go")) if line.id in self._chosen else Cell()

    @Slot()
    def _refill(self) -> None:
        kind = self.kind.control.value()
        found = self._services.people.find("", kind)
        self._chosen.clear()
        self._show([line for line in found if line.person.state is PersonState.ACTIVE])

    def _show(self, lines: list[PersonLine]) -> None:
        self._model.show([])
        self._model.show(lines)
        self.count.setText(f"{len(self._chosen)}명 골랐습니다")
        self.ask.setEnabled(bool(self._chosen))

    @Slot(object)
    def _toggle(self, line: PersonLine) -> None:
        self._chosen ^= {line.id}
        self._show(list(self._model.rows))
        self.table.choose(line.id)

    @Slot()
    def _toggle_current(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._toggle(line)

    @Slot()
    def _all(self) -> None:
        self._chosen = {line.id for line in self._model.rows}
        self._show(list(self._model.rows))

    @Slot()
    def _ask(self) -> None:
        for control in (self.ended.control, self.why.control):
            control.commit()
        kind, ended = self.kind.control.value(), self.ended.day()
        if ended is None or kind is None:
            self.ended.set_error("끝난 날을 적어 주세요.")
            return
        try:
            plan = self._services.selection.plan_people(
                self._chosen, ENDINGS_OF_KIND[kind][0], ended, self.why.control.text()
            )
        except InputRefusal as refusal:
            self.why.set_error(understood(refusal))
            self.why.control.setFocus()
            self.fit()
            return
        except Refusal as refusal:
            self.reject()
            tell(self._messages, "계획하지 못했습니다", refusal)
            return
        self.accept()
        self.planned.emit(plan.id)
