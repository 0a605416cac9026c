"""항목 골라 파기: the whole item group, or single items of it, with the reason."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.selection import Choosable
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder
from easycare_desktop.ui.wording.particles import the_object


class ChoiceDialog(HouseDialog):
    """`planned(plan id)` once approval was asked for; nothing is destroyed by it."""

    planned = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        subject: Subject,
        choosable: Choosable,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "항목 골라 파기", parent, width=760)
        self.setObjectName("choose")
        self._services, self._subject, self._messages = services, subject, messages
        self._group = choosable.group
        fields = [self._group.field(code) for code in choosable.filled]
        whole = [(True, "항목군 전체"), (False, "그 가운데 일부만")]
        self.scope = kit.field("무엇을 파기할까요?", kit.choice(whole, value=True))
        self.ticks = {field.code: kit.check(field.label) for field in fields if not field.required}
        self._kept = [field.label for field in fields if field.required]
        self.why = kit.field(
            "왜 파기하는지 적어 주세요",
            kit.text_edit("", "예: 본인이 11월 20일에 지워 달라고 하심", 2),
            "이름처럼 사람을 알 수 있는 말은 적지 마세요.",
            required=True,
        )
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.scope.control.setObjectName("choose.scope")
        self.why.control.setObjectName("choose.why")
        for code, tick in self.ticks.items():
            tick.setObjectName(f"choose.{code}")
        self._missing = kit.text("", "caption", "danger", wrap=True)
        self._missing.hide()
        kept = f"꼭 있어야 하는 칸은 남습니다: {', '.join(self._kept)}" if self._kept else ""
        self._parts = holder(
            column(
                *self.ticks.values(),
                kit.text(kept, "caption", wrap=True) if kept else 0,
                kit.text(
                    "남는 내용은 새 열쇠로 옮깁니다. 고친 이력도 없어집니다.", "caption", wrap=True
                ),
                gap=4,
            )
        )
        self._parts.hide()
        hide_unless(self.scope, bool(self.ticks))
        body = column(
            kit.text(f"{the_object(self._subject.what)} 파기할까요?", "title", wrap=True),
            kit.text(self._subject.who, wrap=True),
            self.scope,
            self._parts,
            self._missing,
            self.why,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.ask = kit.button("파기 승인 요청하기", "primary", key="F4")
        self.ask.setObjectName("choose.ask")
        self.cancel.clicked.connect(self.reject)
        self.ask.clicked.connect(self._ask)
        self.scope.control.chosen.connect(self._turn)
        note = "눌러도 아직 아무것도 지워지지 않습니다."
        foot = kit.foot(self.ask, others=[self.cancel], note=note)
        self.assemble(holder(body), foot, self.cancel)

    @Slot()
    def _turn(self) -> None:
        self._parts.setVisible(not self.scope.control.value())
        self._missing.hide()
        self.fit()

    @Slot()
    def _ask(self) -> None:
        self.why.control.commit()
        chosen = [code for code, tick in self.ticks.items() if tick.isChecked()]
        whole = bool(self.scope.control.value())
        if not whole and not chosen:
            self._missing.setText("지울 칸을 하나 이상 골라 주세요.")
            self._missing.show()
            return
        try:
            plan = self._plan(chosen, whole=whole)
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

    def _plan(self, chosen: list[str], *, whole: bool) -> Plan:
        selection, why = self._services.selection, self.why.control.text()
        if whole:
            return selection.plan_holdings([self._subject.holding_id], why)
        return selection.plan_fields(self._subject.holding_id, chosen, why)
