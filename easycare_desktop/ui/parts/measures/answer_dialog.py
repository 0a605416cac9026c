"""What a person is told about a correction or a stop that they asked for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measure_answers import AnswerResult, MeasureAnswer
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_ASKED = {MeasureKind.CORRECTION: "정정", MeasureKind.SUSPENSION: "처리정지"}
_TOLD = {
    MeasureKind.CORRECTION: "적은 뒤에는 이 항목을 다시 인쇄하고 내보낼 수 있습니다.",
    MeasureKind.SUSPENSION: "거절하면 처리정지가 풀립니다. 따르면 풀 때까지 멈춥니다.",
}


class AnswerDialog(HouseDialog):
    """`answered(HoldingState)` once the answer is on record; the notice can be printed then."""

    answered = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        subject: Subject,
        kind: MeasureKind,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, f"{label(kind)} 결과", parent, width=760)
        self.setObjectName("answer")
        self._services, self._subject, self._kind = services, subject, kind
        self._messages = messages
        results = [(each, label(each)) for each in AnswerResult]
        choice = kit.choice(results, AnswerResult.GRANTED)
        choice.setObjectName("answer.result")
        self.result_of = kit.field("어떻게 하셨나요?", choice, required=True)
        self.on = kit.date_field("언제 알리시나요?", DayReader(services.office).read, required=True)
        self.on.control.setObjectName("answer.on")
        self.on.set_day(services.office.today())
        self.why = kit.field(
            "따르지 못한 사유",
            kit.text_edit("", "예: 법에 따라 5년 동안 보관해야 함", 2),
            "통지서에 나옵니다.",
            required=True,
        )
        self.why.hide()
        choice.chosen.connect(self._turn)
        self.why.control.setObjectName("answer.why")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        what = f"{self._subject.what}의 {_ASKED[self._kind]} 요구에 답합니다"
        body = column(
            kit.text(what, "title", wrap=True),
            kit.text(self._subject.who, wrap=True),
            kit.banner("info", _TOLD[self._kind], "이어서 결과 통지서를 인쇄합니다."),
            self.result_of,
            self.on,
            self.why,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.set = kit.button("답변 적고 인쇄하기", "primary", "printer", key="F4")
        self.set.setObjectName("answer.set")
        self.cancel.clicked.connect(self.reject)
        self.set.clicked.connect(self._answer)
        self.assemble(holder(body), kit.foot(self.set, others=[self.cancel]), self.cancel)

    def _grants(self) -> bool:
        return self.result_of.control.value() is AnswerResult.GRANTED

    @Slot()
    def _turn(self) -> None:
        """Ask for a reason where not all was done that was asked for."""
        self.why.setVisible(not self._grants())
        self.fit()

    @Slot()
    def _answer(self) -> None:
        self.why.control.commit()
        self.on.control.commit()
        result, day = self.result_of.control.value(), self.on.day()
        if result is None or day is None:
            self.on.say_missing("알리는 날을 적어 주세요.")
            self.fit()
            return
        why = "" if self._grants() else self.why.control.text()
        answer = MeasureAnswer(result, day, why)
        try:
            state = self._services.measures.answer(self._subject.holding_id, self._kind, answer)
        except InputRefusal as refusal:
            field = self.why if refusal.field == "why" else self.on
            field.set_error(understood(refusal))
            field.control.setFocus()
            self.fit()
            return
        except Refusal as refusal:
            self.reject()
            tell(self._messages, "답변을 적지 못했습니다", refusal)
            return
        self._end(state)

    def _end(self, state: HoldingState) -> None:
        self.accept()
        self.answered.emit(state)
