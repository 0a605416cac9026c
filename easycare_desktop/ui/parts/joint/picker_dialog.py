"""여러 건 함께 승인: which of the plans that wait shall be brought on together."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.joint_approval import Way
from easycare_desktop.services.joint_approval import Waiting, WaitingPlan
from easycare_desktop.ui.parts.joint.plan_cells import PlanCells
from easycare_desktop.ui.parts.joint.words import WAYS, one_by_one_words
from easycare_desktop.ui.parts.shared.row_picker import RowPicker
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder, row


class PickerDialog(HouseDialog):
    """`picked(plans)`: all of one way. Nothing is approved by it."""

    picked = Signal(object)

    def __init__(
        self, kit: Kit, waiting: Waiting, cells: PlanCells, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.appearance, "여러 건 함께 승인", parent, width=760)
        self.setObjectName("joint")
        self._waiting = waiting
        ways = [each for each in Way if any(plan.way is each for plan in waiting.plans)]
        choices = [(each, f"{WAYS[each]} {self._count_of(each):,}건") for each in ways]
        self.way = kit.field("어떻게 할까요?", kit.choice(choices, ways[0]))
        hide_unless(self.way, bool(ways[1:]))
        self.plans: RowPicker[WaitingPlan] = RowPicker(
            kit, cells.to_pick, "기다리는 파기 계획", self, rows_shown=5
        )
        self._build(kit)
        self.plans.changed.connect(self._count)
        self._refill()

    def _build(self, kit: Kit) -> None:
        plans = self.plans
        self.way.control.setObjectName("joint.way")
        plans.table.setObjectName("joint.list")
        plans.pick.setObjectName("joint.pick")
        self.pick_all = kit.button("모두 고르기", fit="row")
        self.pick_all.setObjectName("joint.pick_all")
        self.pick_all.clicked.connect(plans.pick_all)
        self.count = kit.text("", "strong")
        left = kit.text(
            f"오늘 이 자리에서 승인할 수 없는 {self._waiting.left_out:,}건은 뺐습니다.",
            "caption",
            wrap=True,
        )
        hide_unless(left, self._waiting.left_out > 0)
        alone = kit.text(one_by_one_words(self._waiting.one_by_one), "caption", wrap=True)
        hide_unless(alone, self._waiting.one_by_one > 0)
        body = column(
            kit.text("함께 처리할 파기 계획을 고릅니다", "title", wrap=True),
            self.way,
            plans.table,
            kit.cut_words(plans.table),
            row(plans.pick, self.pick_all, None, self.count, gap=8),
            left,
            alone,
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.go_on = kit.button("고른 것 확인하기", "primary", key="F4")
        self.cancel.setObjectName("joint.cancel")
        self.go_on.setObjectName("joint.go_on")
        note = "아직 아무것도 지우지 않습니다."
        foot = kit.foot(self.go_on, others=[self.cancel], note=note)
        self.way.control.chosen.connect(self._refill)
        self.cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)
        self.assemble(holder(body), foot, self.cancel)

    def _count_of(self, way: Way) -> int:
        return sum(each.way is way for each in self._waiting.plans)

    @Slot()
    def _refill(self) -> None:
        way = self.way.control.value()
        self.plans.show_rows([each for each in self._waiting.plans if each.way is way])

    @Slot()
    def _count(self) -> None:
        count = len(self.plans.picked())
        self.count.setText(f"{count:,}건 골랐습니다")
        self.go_on.setEnabled(bool(count))

    @Slot()
    def _go_on(self) -> None:
        plans = self.plans.picked()
        self.accept()
        self.picked.emit(plans)
