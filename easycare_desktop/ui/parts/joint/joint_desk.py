"""Several plans together: picked, approved, carried out, told of, and their certificates asked."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.joint_approval import Way
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.joint_approval import WaitingPlan
from easycare_desktop.services.joint_run import JointResult
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.alone_dialog import AloneDialog, AloneWords
from easycare_desktop.ui.parts.destruction.plan_work import PlanWork
from easycare_desktop.ui.parts.joint.approve_dialog import ApproveDialog
from easycare_desktop.ui.parts.joint.picker_dialog import PickerDialog
from easycare_desktop.ui.parts.joint.plan_cells import PlanCells, plan_id
from easycare_desktop.ui.parts.joint.plan_list import PlanList
from easycare_desktop.ui.parts.joint.words import (
    last_question_of,
    one_by_one_words,
    outcome_words,
    printing_question,
)
from easycare_desktop.ui.parts.shared.dialog_place import DialogPlace
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.widgets import Kit

_NONE = "지금 함께 승인할 계획이 없습니다"
_WHY_NONE = (
    "요청한 분이 아닌 책임자가 승인합니다.",
    "혼자 사유를 적은 계획은 다음 날부터 승인합니다.",
)


class JointDesk(DialogPlace):
    """`ended(plan id)` after a run; `certificates_wanted(plan ids)` where they shall be printed."""

    ended = Signal(object)
    certificates_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        work: PlanWork,
        window: QWidget,
    ) -> None:
        super().__init__()
        self._kit, self._services, self._work = kit, services, work
        self._messages, self._background = messages, background
        self._window = window
        self._cells = PlanCells(services)
        work.all_ended.connect(self._tell)

    @Slot()
    def begin(self) -> None:
        """Ask which plans."""
        self._cells = PlanCells(self._services)
        try:
            waiting = self._services.joint_approval.waiting()
        except Refusal as refusal:
            tell(self._messages, "파기 계획을 열지 못했습니다", refusal)
            return
        if not waiting.plans:
            alone = waiting.one_by_one
            more = (one_by_one_words(alone),) if alone else ()
            self._messages.inform(_NONE, *_WHY_NONE, *more)
            return
        dialog = PickerDialog(self._kit, waiting, self._cells, self._window)
        dialog.picked.connect(self._go_on)
        self.show(dialog)

    @Slot(object)
    def _go_on(self, plans: tuple[WaitingPlan, ...]) -> None:
        way = plans[0].way
        if way is Way.NOTE:
            self._note(plans)
            return
        self._background.run(self._services.papers.get_ready, self._is_ready)
        if way is not Way.CARRY_OUT:
            self._approve(plans)
        elif self._messages.confirm(last_question_of(plans)):
            self._run([each.id for each in plans])

    def _approve(self, plans: tuple[WaitingPlan, ...]) -> None:
        dialog = ApproveDialog(
            self._kit,
            self._services,
            plans,
            self._cells,
            self._messages,
            self._background,
            self._window,
        )
        dialog.approved.connect(self._approved)
        self.show(dialog)

    def _note(self, plans: tuple[WaitingPlan, ...]) -> None:
        joint = self._services.joint_approval
        words = AloneWords(
            f"{len(plans):,}건을 내일 파기할까요?",
            "예: 상담만 하신 분들이고, 더 남길 자료가 없습니다.",
            "고른 계획마다 똑같이 남습니다. 이름은 적지 마세요.",
        )
        shown = PlanList(self._kit, plans, self._cells)
        write = partial(joint.note_alone, tuple(map(plan_id, plans)))
        dialog = AloneDialog(self._kit, words, shown, write, self._messages, self._window)
        dialog.noted.connect(self._say_noted)
        self.show(dialog)

    @Slot(object)
    def _is_ready(self, _nothing: None) -> None:
        """Nothing more is to be done."""

    @Slot(object, object)
    def _approved(self, ids: Sequence[int], outside: Mapping[OutsidePlace, OutsideState]) -> None:
        if not outside:
            self._run(ids)
            return
        work = partial(self._services.joint_approval.tick, ids, outside)
        self._background.run(work, self._ticked, self._not_ticked)

    def _ticked(self, plans: Sequence[Plan]) -> None:
        self._run([each.id for each in plans])

    def _not_ticked(self, error: Exception) -> None:
        self.closed.emit()
        tell_error(self._messages, "승인했지만 밖의 사본은 적지 못했습니다", error)

    def _run(self, ids: Sequence[int]) -> None:
        self.closed.emit()
        self._work.run_together(tuple(ids))

    @Slot(object)
    def _tell(self, result: JointResult) -> None:
        """Say what came of all of them, and offer the certificates of what was destroyed."""
        if result.results:
            self.ended.emit(result.results[-1].plan.id)
        numbers = {line.id: line.number for line in self._services.destruction.all()}
        lines = outcome_words(result, lambda plan_id: numbers.get(plan_id, ""))
        whole = not result.failed and not result.unreached
        title = "모두 마쳤습니다" if whole else "모두 하지는 못했습니다"
        certified = [each.plan.id for each in result.results if _has_certificate(each.plan, result)]
        if certified:
            question = printing_question(title, lines, len(certified))
            if self._messages.confirm(question):
                self.certificates_wanted.emit(certified)
        else:
            self._messages.inform(title, *lines)
        for error in result.failed.values():
            if not isinstance(error, Refusal):
                raise error

    @Slot(object)
    def _say_noted(self, plans: Sequence[Plan]) -> None:
        self._messages.toast(f"{len(plans):,}건의 사유를 적었습니다. 내일부터 파기할 수 있습니다.")
        self.closed.emit()


def _has_certificate(plan: Plan, result: JointResult) -> bool:
    """Of what is finished, and destroyed something: what was only moved apart has none."""
    return plan.id in result.done and bool(plan.doomed)
