"""One note for several plans, where nobody else may approve them; all wait until the next day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.joint_approval import JointApprovalService, WaitingPlan
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.models import RowModel
from easycare_desktop.ui.parts.joint.plan_cells import PlanCells, plan_id
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_ROWS = 4


class NoteDialog(HouseDialog):
    """`noted(how many)` once the note is written."""

    noted = Signal(int)

    def __init__(
        self,
        kit: Kit,
        joint: JointApprovalService,
        plans: Sequence[WaitingPlan],
        cells: PlanCells,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "혼자 하는 파기", parent, width=760)
        self.setObjectName("joint.noting")
        self._joint, self._plans, self._messages = joint, plans, messages
        self.model: RowModel[WaitingPlan] = RowModel(cells.to_confirm, plan_id)
        self.table = kit.table(self.model, "파기할 것", rows_shown=min(len(plans), _ROWS))
        self.full = kit.cut_words(self.table)
        self.note = kit.field(
            "왜 파기하는지 적어 주세요",
            kit.text_edit(hint="예: 상담만 하신 분들이고, 더 남길 자료가 없습니다."),
            "고른 계획마다 똑같이 남습니다. 이름은 적지 마세요.",
            required=True,
        )
        self._build(kit)
        self.model.show(plans)
        self.table.choose_first()

    def _build(self, kit: Kit) -> None:
        self.note.control.setObjectName("joint.note")
        body = column(
            kit.text(f"{len(self._plans):,}건을 내일 파기할까요?", "title", wrap=True),
            self.table,
            self.full,
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
        self.wait.setObjectName("joint.wait")
        self.cancel.clicked.connect(self.reject)
        self.wait.clicked.connect(self._note)
        foot = kit.foot(self.wait, others=[self.cancel], note="오늘은 아무것도 지워지지 않습니다.")
        self.assemble(holder(body), foot, self.note.control)

    @Slot()
    def _note(self) -> None:
        self.note.control.commit()
        try:
            plans = self._joint.note_alone(map(plan_id, self._plans), self.note.control.text())
        except InputRefusal as refusal:
            self.note.set_error(understood(refusal))
            self.fit()
            return
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
            return
        self.accept()
        self.noted.emit(len(plans))
