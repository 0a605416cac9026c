"""The buttons below a list of item groups: hold, suspend, choose what goes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import CORRECTABLE, HOLDABLE, SUSPENDABLE, MeasureKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.measures.answer_dialog import AnswerDialog
from easycare_desktop.ui.parts.measures.choice_dialog import ChoiceDialog
from easycare_desktop.ui.parts.measures.measure_dialog import MeasureDialog
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, row
from easycare_desktop.ui.wording.labels import label

_BUTTONS = (
    *("ask", "answered", "hold", "suspend", "lift_hold"),
    *("tell", "lift_suspension", "choose"),
)
_GOES_ON = "보유기간과 파기를 다시 그대로 셉니다."
_LIFT = {
    MeasureKind.HOLD: ("분쟁보존을 풀까요?", _GOES_ON, "분쟁보존 풀기"),
    MeasureKind.SUSPENSION: ("처리정지를 풀까요?", _GOES_ON, "처리정지 풀기"),
}


class MeasureBar(QWidget):
    """`changed()` after a measure was set or lifted; `planned(plan id)` after something was chosen.

    `paper_wanted(PaperKind, person id)`: a person is to be told what became of what they asked.

    `choosing`: whether single item groups may be chosen here too.
    """

    changed = Signal()
    planned = Signal(object)
    paper_wanted = Signal(object, object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, *, choosing: bool = True
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._services, self._messages = kit, services, messages
        actor = services.office.actor
        self._may_enter = choosing and actor.may(Right.ENTER)
        self._may_order = actor.may(Right.DECIDE)
        self._may_choose = choosing and actor.may(Right.DESTROY)
        self._subject: Subject | None = None
        self.dialogs = DialogPlace(self)
        self.hold = kit.button("분쟁보존 걸기", icon="lock-keyhole", fit="row", writes=True)
        self.suspend = kit.button("처리정지 걸기", fit="row", writes=True)
        self.lift_hold = kit.button("분쟁보존 풀기", fit="row", writes=True)
        self.lift_suspension = kit.button("처리정지 풀기", fit="row", writes=True)
        self.ask = kit.button("정정 요구 받음", icon="pencil", fit="row")
        self.answered = kit.button(
            "정정 요구에 답하기", icon="circle-check", fit="row", writes=True
        )
        self.tell = kit.button("처리정지 요구에 답하기", fit="row", writes=True)
        self.choose = kit.button("골라서 파기하기", icon="file-x", fit="row", writes=True)
        parts = [getattr(self, name) for name in _BUTTONS]
        for name, part in zip(_BUTTONS, parts, strict=True):
            part.setObjectName(f"measures.{name}")
        self.setLayout(row(*parts, None, gap=8))
        self.ask.clicked.connect(self._ask)
        self.answered.clicked.connect(self._answered)
        self.tell.clicked.connect(self._tell)
        self.hold.clicked.connect(self._hold)
        self.suspend.clicked.connect(self._suspend)
        self.lift_hold.clicked.connect(self._lift_hold)
        self.lift_suspension.clicked.connect(self._lift_suspension)
        self.choose.clicked.connect(self._choose)
        self.show_subject(None)

    def show_subject(self, subject: Subject | None) -> None:
        """Offer what can be done with an item group, or nothing."""
        self._subject = subject
        state = subject.state if subject else None
        order = self._may_order
        enter = self._may_enter
        self.ask.setVisible(enter and state in CORRECTABLE)
        self.answered.setVisible(enter and state is HoldingState.CORRECTING)
        self.hold.setVisible(order and state in HOLDABLE)
        self.suspend.setVisible(order and state in SUSPENDABLE)
        self.lift_hold.setVisible(order and state is HoldingState.HELD)
        self.lift_suspension.setVisible(order and state is HoldingState.SUSPENDED)
        self.tell.setVisible(order and state is HoldingState.SUSPENDED and self._waits())
        self.choose.setVisible(self._may_choose and state in SUSPENDABLE)
        self.setVisible(subject is not None and (order or enter or self._may_choose))

    @Slot()
    def _ask(self) -> None:
        self._order(MeasureKind.CORRECTION)

    @Slot()
    def _answered(self) -> None:
        self._answer(MeasureKind.CORRECTION)

    @Slot()
    def _tell(self) -> None:
        self._answer(MeasureKind.SUSPENSION)

    def _waits(self) -> bool:
        """Tell whether a stop that was asked waits for its answer."""
        subject = self._subject
        return subject is not None and self._services.measures.waits(subject.holding_id)

    @Slot()
    def _hold(self) -> None:
        self._order(MeasureKind.HOLD)

    @Slot()
    def _suspend(self) -> None:
        self._order(MeasureKind.SUSPENSION)

    @Slot()
    def _lift_hold(self) -> None:
        self._lift(MeasureKind.HOLD)

    @Slot()
    def _lift_suspension(self) -> None:
        self._lift(MeasureKind.SUSPENSION)

    def _order(self, kind: MeasureKind) -> None:
        if self._subject is None:
            return
        dialog = MeasureDialog(
            self._kit, self._services, self._subject, kind, self._messages, self.window()
        )
        dialog.ordered.connect(self._ordered)
        self.dialogs.show(dialog)

    def _answer(self, kind: MeasureKind) -> None:
        if self._subject is None:
            return
        dialog = AnswerDialog(
            self._kit, self._services, self._subject, kind, self._messages, self.window()
        )
        dialog.answered.connect(self._was_answered)
        self.dialogs.show(dialog)

    @Slot(object)
    def _was_answered(self, state: HoldingState) -> None:
        self._messages.toast(f"답변을 적었습니다. 지금은 「{label(state)}」입니다.")
        person_id = self._subject.person_id if self._subject else 0
        self.changed.emit()
        self.paper_wanted.emit(PaperKind.RIGHTS_NOTICE, person_id)

    def _lift(self, kind: MeasureKind) -> None:
        subject = self._subject
        if subject is None:
            return
        title, after, yes = _LIFT[kind]
        lines = (f"{subject.what} · {subject.who}", after)
        if not self._messages.confirm(Question(title, lines, yes)):
            return
        try:
            state = self._services.measures.lift(subject.holding_id, kind)
        except Refusal as refusal:
            tell(self._messages, "풀지 못했습니다", refusal)
            return
        self._messages.toast(f"풀었습니다. 지금은 「{label(state)}」입니다.")
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        subject = self._subject
        if subject is None:
            return
        try:
            found = self._services.selection.choosable(subject.person_id)
        except Refusal as refusal:
            tell(self._messages, "열지 못했습니다", refusal)
            return
        chosen = next((each for each in found if each.holding.id == subject.holding_id), None)
        if chosen is None:
            return
        against = chosen.refusal
        if against is not None and self._may_order:
            against = chosen.as_mistake
        if against is not None:
            tell(self._messages, "따로 파기할 수 없습니다", against)
            return
        dialog = ChoiceDialog(
            self._kit, self._services, subject, chosen, self._messages, self.window()
        )
        dialog.planned.connect(self.planned)
        self.dialogs.show(dialog)

    @Slot(int)
    def _ordered(self, plans: int) -> None:
        words = (
            "걸었습니다." if not plans else "걸었습니다. 파기 계획에서 뺐으니 다시 승인받으세요."
        )
        self._messages.toast(words)
        self.changed.emit()
