"""항목 골라 파기: the whole item group, or single items of it, with the reason.

An officer takes out here, too, what law would keep, had it ever been true.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import Right
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.selection import Choosable
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder
from easycare_desktop.ui.wording.particles import the_object

_NEVER = "실제로 없었던 일을 잘못 적은 것만 지웁니다."
_ON_RECORD = "지운 것은 확인서와 파기관리대장에 「잘못 적음」으로 남습니다."
_WHY_ASKED = "예: 본인이 11월 20일에 지워 달라고 하심"
_WHY_WRONG = "예: 다른 분의 계약을 이분에게 적음"


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
        mistake = services.office.actor.may(Right.DECIDE) and choosable.as_mistake is None
        self._only_mistake = choosable.refusal is not None
        self._kept = _kept_words(choosable.refusal)
        causes = [(False, "지우기로 함"), (True, "잘못 적음")]
        self.cause = kit.field("사유", kit.choice(causes, value=self._only_mistake))
        hide_unless(self.cause, mistake and not self._only_mistake)
        self.never = kit.banner("warn", _NEVER, *filter(None, (self._kept, _ON_RECORD)))
        self.sure = kit.check("실제로 없었던 일이 적힌 것을 확인했습니다.")
        whole = [(True, "항목군 전체"), (False, "그 가운데 일부만")]
        self.scope = kit.field("얼마나", kit.choice(whole, value=True))
        self.ticks = {field.code: kit.check(field.label) for field in fields if not field.required}
        self._required = [field.label for field in fields if field.required]
        self.why = kit.field(
            "왜 파기하는지 적어 주세요",
            kit.text_edit("", _WHY_WRONG if self._only_mistake else _WHY_ASKED, 2),
            "이름처럼 사람을 알 수 있는 말은 적지 마세요.",
            required=True,
        )
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.scope.control.setObjectName("choose.scope")
        self.why.control.setObjectName("choose.why")
        self.cause.control.setObjectName("choose.cause")
        self.sure.setObjectName("choose.sure")
        self._missing = kit.text("", "caption", "danger", wrap=True)
        self._missing.hide()
        self._parts = self._build_parts(kit)
        self._parts.hide()
        hide_unless(self.scope, bool(self.ticks))
        body = column(
            kit.text(_title(self._subject.what, parts=bool(self.ticks)), "title", wrap=True),
            kit.text(self._subject.who, wrap=True),
            self.cause,
            self.never,
            self.scope,
            self._parts,
            self.why,
            self.sure,
            self._missing,
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
        self.cause.control.chosen.connect(self._turn)
        for part in (self.never, self.sure):
            hide_unless(part, self._is_mistake())
        note = "눌러도 아직 아무것도 지워지지 않습니다."
        foot = kit.foot(self.ask, others=[self.cancel], note=note)
        self.assemble(holder(body), foot, self.cancel)

    def _build_parts(self, kit: Kit) -> QWidget:
        for code, tick in self.ticks.items():
            tick.setObjectName(f"choose.{code}")
        names = ", ".join(self._required)
        kept = f"꼭 있어야 하는 칸은 남습니다: {names}" if names else ""
        moved = "남는 내용은 새 열쇠로 옮깁니다. 고친 이력도 없어집니다."
        return holder(
            column(
                *self.ticks.values(),
                kit.text(kept, "caption", wrap=True) if kept else 0,
                kit.text(moved, "caption", wrap=True),
                gap=4,
            )
        )

    def _is_mistake(self) -> bool:
        return bool(self.cause.control.value())

    @Slot()
    def _turn(self) -> None:
        for part in (self.never, self.sure):
            part.setVisible(self._is_mistake())
        self.why.control.setPlaceholderText(_WHY_WRONG if self._is_mistake() else _WHY_ASKED)
        self._parts.setVisible(not self.scope.control.value())
        self._missing.hide()
        self.fit()

    @Slot()
    def _ask(self) -> None:
        self.why.control.commit()
        chosen = [code for code, tick in self.ticks.items() if tick.isChecked()]
        whole = bool(self.scope.control.value())
        if not whole and not chosen:
            self._miss("지울 칸을 하나 이상 골라 주세요.")
            return
        if self._is_mistake() and not self.sure.isChecked():
            self._miss("없었던 일인지 확인한 뒤 표시해 주세요.")
            self.sure.setFocus()
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

    def _miss(self, words: str) -> None:
        self._missing.setText(words)
        self._missing.show()
        self.fit()

    def _plan(self, chosen: list[str], *, whole: bool) -> Plan:
        selection, why = self._services.selection, self.why.control.text()
        if self._is_mistake():
            fields = () if whole else chosen
            return selection.plan_mistake(self._subject.holding_id, fields, why)
        if whole:
            return selection.plan_holdings([self._subject.holding_id], why)
        return selection.plan_fields(self._subject.holding_id, chosen, why)


def _title(what: str, *, parts: bool) -> str:
    return f"{what}에서 무엇을 파기할까요?" if parts else f"{the_object(what)} 파기할까요?"


def _kept_words(refusal: Refusal | None) -> str:
    if not isinstance(refusal, RetentionNotExpiredError):
        return ""
    return f"있었던 일이면 {long_day(refusal.until)}까지 보관해야 합니다."
