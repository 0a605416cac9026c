"""The dialogs around a plan: approving, noting, sending back, dropping, choosing people."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.alone_dialog import AloneDialog, AloneWords
from easycare_desktop.ui.parts.destruction.destroy_dialog import DestroyDialog
from easycare_desktop.ui.parts.destruction.questions import CANCEL_PLAN, last_question
from easycare_desktop.ui.parts.destruction.wells import wells
from easycare_desktop.ui.parts.destruction.words import mistake_words, whose
from easycare_desktop.ui.parts.endings.ended_together import EndedTogether
from easycare_desktop.ui.parts.endings.endings_dialog import EndingsDialog
from easycare_desktop.ui.parts.endings.several_dialog import SeveralDialog
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.parts.shared.sides import plan_sides
from easycare_desktop.ui.widgets import Kit

_OF_MISTAKE = "예: 계약서를 다시 보니 다른 분의 계약입니다."
_OF_OTHERS = "예: 급여계약이 끝났고 법정 기간이 없는 자료입니다."


class PlanDialogs(DialogPlace):
    """`approved(Plan)`, `noted(Plan)`, `planned(plan id)`; `closed()`, also after joint endings."""

    approved = Signal(object)
    noted = Signal(object)
    planned = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._parent: QWidget | None = None
        self.endings = EndedTogether(services, messages, background, self)
        self.endings.changed.connect(self._tell_ended)

    def open(self, view: PlanView, parent: QWidget) -> None:
        """Open the dialog above `parent`."""
        office, plan = self._services.office, view.plan
        own = plan.requested_by == office.actor.account_id
        alone = own and not office.others_approve(plan.requested_by)
        if alone and plan.state is PlanState.AWAITING:
            self.show(self._note(view, parent))
        else:
            self._get_ready()
            self.show(self._approval(view, parent))

    def sure(self, view: PlanView) -> bool:
        """Ask for the last time before a plan is carried out."""
        self._get_ready()
        return self._messages.confirm(last_question(len(view.plan.doomed)))

    def _get_ready(self) -> None:
        """Load what makes the certificate while somebody reads and types."""
        self._background.run(self._services.papers.get_ready, self._is_ready)

    @Slot(object)
    def _is_ready(self, _nothing: None) -> None:
        """Nothing more is to be done."""

    def send_back(self, view: PlanView) -> None:
        """Ask the officer why, and send a plan back."""
        reason = self._messages.ask_text(
            "파기 계획 돌려보내기", "왜 돌려보내나요?", hint="예: 정산이 아직 끝나지 않았습니다"
        )
        if not reason:
            return
        try:
            self._services.approvals.reject(view.plan.id, reason)
        except Refusal as refusal:
            tell(self._messages, "돌려보내지 못했습니다", refusal)
            return
        self._messages.toast("돌려보냈습니다. 아무것도 지우지 않았습니다.")
        self.closed.emit()

    @Slot()
    def plan_due(self) -> None:
        """Plan everything whose time is over."""
        try:
            plan = self._services.destruction.propose_due()
        except Refusal as refusal:
            tell(self._messages, "계획하지 못했습니다", refusal)
            return
        if plan is None:
            self._messages.toast("보유기간이 끝난 것이 없습니다.")
            return
        self.planned.emit(plan.id)
        self._messages.toast(f"{len(plan.items)}건의 파기를 계획했습니다.")

    def drop(self, view: PlanView) -> None:
        """Ask once more, and drop a plan."""
        if not self._messages.confirm(CANCEL_PLAN):
            return
        try:
            self._services.destruction.cancel(view.plan.id)
        except Refusal as refusal:
            tell(self._messages, "취소하지 못했습니다", refusal)
        self.closed.emit()

    def tick(self, view: PlanView, outside: Mapping[OutsidePlace, OutsideState]) -> None:
        """Record what somebody ticked for other places."""
        try:
            self._services.destruction.tick(view.plan.id, outside)
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
        self.closed.emit()

    def several(self, parent: QWidget) -> None:
        """Pick several persons whose relation ended; then ask why and when."""
        self._parent = parent
        dialog = SeveralDialog(self._kit, self._services, parent)
        dialog.picked.connect(self._end)
        self.show(dialog)

    @Slot(object)
    def _end(self, lines: Sequence[PersonLine]) -> None:
        dialog = EndingsDialog(
            self._kit, self._services, lines, self._messages, self._background, self._parent
        )
        dialog.ended.connect(self.endings.note)
        self.show(dialog)

    @Slot(str)
    def _tell_ended(self, words: str) -> None:
        if words and self.endings.whole:
            undo = self.endings.take_back if self.endings.can_take_back else None
            self._messages.toast(words, undo)
        elif words:
            self._messages.inform("모두 하지는 못했습니다", words)
        self.closed.emit()

    def _note(self, view: PlanView, parent: QWidget) -> AloneDialog:
        office = self._services.office
        rules = office.law.rules_on(office.today())
        sides = plan_sides(view.plan, view.persons, office.catalogue, rules)
        words = AloneWords(
            f"{whose(view)}의 자료를 내일 파기할까요?",
            _OF_MISTAKE if mistake_words(view) else _OF_OTHERS,
        )
        write = partial(self._services.destruction.note_alone, view.plan.id)
        dialog = AloneDialog(
            self._kit, words, wells(self._kit, sides), write, self._messages, parent
        )
        dialog.noted.connect(self._say_noted)
        return dialog

    def _approval(self, view: PlanView, parent: QWidget) -> DestroyDialog:
        dialog = DestroyDialog(
            self._kit, self._services, view, self._messages, self._background, parent
        )
        dialog.approved.connect(self.approved)
        dialog.rejected.connect(self.closed)
        return dialog

    @Slot(object)
    def _say_noted(self, plan: object) -> None:
        self._messages.toast("사유를 적었습니다. 내일부터 파기할 수 있습니다.")
        self.noted.emit(plan)
