"""An office of one person writes why, and waits until the next day."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.wells import wells
from easycare_desktop.ui.parts.destruction.words import whose
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.parts.shared.sides import plan_sides
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder


class AloneDialog(HouseDialog):
    """`noted(Plan)` once the note is written."""

    noted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        view: PlanView,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "혼자 하는 파기", parent, width=760)
        self._services, self._view, self._messages = services, view, messages
        self.note = kit.field(
            "왜 파기하는지 적어 주세요",
            kit.text_edit(hint="예: 급여계약이 끝났고 법정 기간이 없는 자료입니다."),
            required=True,
        )
        self.note.control.setObjectName("destroy.note")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        office = self._services.office
        rules = office.law.rules_on(office.today())
        sides = plan_sides(self._view.plan, self._view.persons, office.catalogue, rules)
        body = column(
            kit.text(f"{whose(self._view)}의 자료를 내일 파기할까요?", "title", wrap=True),
            wells(kit, sides),
            kit.banner(
                "info",
                "혼자 일하시는 기관입니다.",
                "오늘 사유를 적고, 내일 한 번 더 확인한 뒤에 파기합니다.",
                "그때까지는 언제든 취소할 수 있습니다.",
            ),
            self.note,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소")
        self.wait = kit.button("사유 적고 내일까지 기다리기", "primary")
        self.wait.setObjectName("destroy.wait_button")
        self.cancel.clicked.connect(self.reject)
        self.wait.clicked.connect(self._note)
        foot = kit.foot(self.wait, others=[self.cancel], note="오늘은 아무것도 지워지지 않습니다.")
        self.assemble(holder(body), foot, self.note.control)

    @Slot()
    def _note(self) -> None:
        self.note.control.commit()
        try:
            plan = self._services.destruction.note_alone(
                self._view.plan.id, self.note.control.text()
            )
        except InputRefusal as refusal:
            self.note.set_error(understood(refusal))
            return
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
            return
        self.noted.emit(plan)
        self.accept()
