"""분쟁보존 or 처리정지 for one item group: why, until when, and what it is about."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.measures import CAUSES_OF, MeasureCause, MeasureKind, Order
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.particles import the_object

_TOLD = {
    MeasureKind.HOLD: (
        "그날까지 파기하지 않습니다.",
        "이미 잡힌 파기 계획에서는 이 항목만 빠집니다.",
        "끝나는 날이 지나면 보유기간을 다시 셉니다.",
    ),
    MeasureKind.SUSPENSION: (
        "풀 때까지 고치거나 다른 일에 쓰지 않습니다.",
        "보유기간은 그대로 셉니다. 열흘 안에 결과를 알려야 합니다.",
    ),
    MeasureKind.CORRECTION: (
        "마칠 때까지 이 항목을 인쇄하거나 내보내지 않습니다.",
        "고치는 일은 할 수 있습니다. 열흘 안에 결과를 알려야 합니다.",
    ),
}


class MeasureDialog(HouseDialog):
    """`ordered(plans)` once the measure stands; it carries how many plans lost the item."""

    ordered = Signal(int)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        subject: Subject,
        kind: MeasureKind,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, label(kind), parent, width=760)
        self.setObjectName("measure")
        self._services, self._subject, self._kind = services, subject, kind
        self._messages = messages
        causes = [(each, label(each)) for each in CAUSES_OF[kind]]
        self.cause = kit.field("왜 하나요?", kit.choice(causes, causes[0][0]), required=True)
        reader = DayReader(services.office)
        asked = kind is not MeasureKind.HOLD
        when = "언제 요구하셨나요?" if asked else "언제까지 보존하나요?"
        self.until = kit.date_field(when, reader.read, required=True)
        self.reason = kit.field(
            "어떤 일인지 적어 주세요",
            kit.text_edit("", "예: 사건번호, 요구받은 날과 방법", 2),
            "이 항목과 함께 잠가 두고, 항목이 없어지면 함께 없어집니다.",
            required=True,
        )
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.cause.control.setObjectName("measure.cause")
        self.until.control.setObjectName("measure.until")
        self.reason.control.setObjectName("measure.reason")
        what = f"{self._subject.what}에 {label(self._kind)}를 겁니다"
        if self._kind is MeasureKind.CORRECTION:
            what = f"{self._subject.what}의 정정 요구를 적습니다"
        if self._kind is not MeasureKind.HOLD:
            self.until.set_day(self._services.office.today())
        if self._kind is MeasureKind.HOLD:
            what = f"{the_object(self._subject.what)} 분쟁보존합니다"
        body = column(
            kit.text(what, "title", wrap=True),
            kit.text(self._subject.who, wrap=True),
            kit.banner("info", *_TOLD[self._kind]),
            self.cause,
            self.until,
            self.reason,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소", key="Esc")
        asked = self._kind is MeasureKind.CORRECTION
        verb = "적기" if asked else "걸기"
        self.set = kit.button(f"{label(self._kind)} {verb}", "primary", key="F4")
        self.set.setObjectName("measure.set")
        self.cancel.clicked.connect(self.reject)
        self.set.clicked.connect(self._order)
        self.until.picked.connect(self._make_room)
        foot = kit.foot(
            self.set, others=[self.cancel], note="" if asked else "책임자의 기록으로 남습니다."
        )
        self.assemble(holder(body), foot, self.cancel)

    @Slot()
    def _make_room(self) -> None:
        self.fit()

    @Slot()
    def _order(self) -> None:
        self.reason.control.commit()
        self.until.control.commit()
        cause = self.cause.control.value()
        if cause is None:
            return
        try:
            plans = self._set(cause, self.reason.control.text())
        except InputRefusal as refusal:
            field = self.until if refusal.field == "until" else self.reason
            field.set_error(understood(refusal))
            field.control.setFocus()
            self.fit()
            return
        except Refusal as refusal:
            self.reject()
            tell(self._messages, f"{label(self._kind)}를 적지 못했습니다", refusal)
            return
        self.accept()
        self.ordered.emit(plans)

    def _set(self, cause: MeasureCause, reason: str) -> int:
        measures, day = self._services.measures, self.until.day()
        if self._kind is not MeasureKind.HOLD:
            if day is None:
                raise RequiredMissingError("until")
            stops = self._kind is MeasureKind.SUSPENSION
            ask = measures.ask_stop if stops else measures.ask_correction
            ask(self._subject.holding_id, cause, reason, day)
            return 0
        return measures.order([self._subject.holding_id], Order(self._kind, cause, reason, day))
