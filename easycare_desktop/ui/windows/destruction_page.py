"""파기: plans by state, their approval, the run itself, and what is still open."""

from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import (
    OPEN_PLANS,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanState,
)
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanLine, PlanView
from easycare_desktop.services.destruction_run import RunResult
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.plan_body import PlanBody
from easycare_desktop.ui.parts.destruction.plan_dialogs import PlanDialogs
from easycare_desktop.ui.parts.destruction.plan_foot import PlanFoot
from easycare_desktop.ui.parts.destruction.plan_panel import PlanPanel
from easycare_desktop.ui.parts.destruction.plan_top import PlanTop
from easycare_desktop.ui.parts.destruction.plan_work import PlanWork
from easycare_desktop.ui.parts.joint.joint_desk import JointDesk
from easycare_desktop.ui.parts.shared.later import Later
from easycare_desktop.ui.parts.shared.place_watch import PlaceWatch
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.widgets import Kit, column


class DestructionPage(QWidget):
    """Plans, approval, run and check.

    `paper_wanted(kind of certificate, plan id)`; `finished(plan id)` after a run or a new check.
    """

    paper_wanted = Signal(str, object)
    finished = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._services, self._messages = services, messages
        self._view: PlanView | None = None
        self.work = PlanWork(services, background)
        self.places = PlaceWatch(services.key_places, messages, background)
        self.dialogs = PlanDialogs(kit, services, messages, background)
        self.joint = JointDesk(kit, services, messages, background, self.work, self)
        self.body = PlanBody(kit)
        self.foot, self.top = PlanFoot(kit), PlanTop(kit, self.work)
        self._kit, self._background = kit, background
        self._build()
        self._listen()
        self._later = Later(self, "panel")

    @cached_property
    def panel(self) -> PlanPanel:
        """What is told of the chosen plan; built once the list is painted."""
        panel = PlanPanel(self._kit, self._services, self._messages, self._background)
        panel.outside.ticked.connect(self._tick)
        panel.twins.recorded.connect(self.refresh)
        panel.closing.closed.connect(self._check_again)
        panel.notices.settled.connect(self.refresh)
        panel.notices.paper_wanted.connect(self.paper_wanted)
        self.work.stepped.connect(panel.show_stage)
        self.body.add_panel(panel)
        if self._view is not None:
            panel.show_plan(self._view, self.places.standing)
        return panel

    def _build(self) -> None:
        page = column(self.top, self.body, self.foot, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)

    def _listen(self) -> None:
        self.top.plan_due.clicked.connect(self.dialogs.plan_due)
        self.top.several.clicked.connect(self._several)
        self.body.together.clicked.connect(self.joint.begin)
        self.joint.closed.connect(self.refresh)
        self.joint.ended.connect(self.finished)
        self.body.chosen.connect(self._choose)
        self.places.seen.connect(self._show_plan)
        self.foot.approve.clicked.connect(self.approve)
        self.foot.last_press.clicked.connect(self._confirm_run)
        self.foot.again.clicked.connect(self._check_again)
        self.foot.cancel.clicked.connect(self._cancel)
        self.foot.send_back.clicked.connect(self._send_back)
        self.foot.paper_wanted.connect(self.paper_wanted)
        self.dialogs.approved.connect(self._run)
        self.dialogs.planned.connect(self.show_subject)
        self.dialogs.closed.connect(self.refresh)
        self.work.changed.connect(self._show_work)
        self.work.done.connect(self._ran)
        self.work.failed.connect(self._failed)

    @Slot()
    def refresh(self) -> None:
        """Read the plans again; the chosen one stays chosen."""
        if self.work.busy:
            return
        try:
            lines = self._services.destruction.all()
        except Refusal as refusal:
            tell(self._messages, "파기 계획을 열지 못했습니다", refusal)
            return
        waiting = sum(line.state in OPEN_PLANS for line in lines)
        self.top.say(waiting)
        self._choose(self.body.show_plans(lines))
        self._later.begin()
        self.places.look()

    @Slot(object)
    def show_subject(self, subject: object) -> None:
        """Choose the plan with this id."""
        self.refresh()
        self.body.choose(subject)

    @Slot()
    def approve(self) -> None:
        """Open the dialog of the chosen plan."""
        if self._view is not None:
            self.dialogs.open(self._view, self)

    @Slot(object)
    def _choose(self, line: PlanLine | None) -> None:
        """Read the plan of a line and show it."""
        self._view = None if line is None else self._services.destruction.view(line.id)
        self._show_plan()
        self._show_foot()

    @Slot()
    def _show_plan(self) -> None:
        if self._view is not None and not self.work.busy and "panel" in self.__dict__:
            self.panel.show_plan(self._view, self.places.standing)

    def _show_foot(self) -> None:
        plan = self._view.plan if self._view else None
        failed = self._view is not None and self._view.failed
        self.foot.show_plan(plan, self._services.office, busy=self.work.busy, failed=failed)

    @Slot()
    def _confirm_run(self) -> None:
        view = self._view
        if view is not None and self.dialogs.sure(view):
            self._run(view.plan)

    @Slot(object)
    def _run(self, plan: Plan) -> None:
        self.refresh()
        self.work.run(plan.id)

    @Slot()
    def _check_again(self) -> None:
        if self._view is not None:
            self.work.check_again(self._view.plan.id)

    @Slot()
    def _show_work(self) -> None:
        busy = self.work.busy
        self.body.allow(busy=busy)
        self.top.allow(busy=busy)
        self.panel.show_working(on=busy and not self.work.together)
        self.refresh()
        self._show_foot()

    @Slot(object)
    def _ran(self, result: RunResult) -> None:
        done = result.plan.state is PlanState.DONE
        self._messages.toast("파기를 마쳤습니다." if done else "일부 완료입니다. 남은 것을 보세요.")
        self.finished.emit(result.plan.id)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "파기를 마치지 못했습니다", error)

    @Slot(object)
    def _tick(self, outside: dict[OutsidePlace, OutsideState]) -> None:
        if self._view is not None:
            self.dialogs.tick(self._view, outside)

    @Slot()
    def _cancel(self) -> None:
        if self._view is not None:
            self.dialogs.drop(self._view)

    @Slot()
    def _send_back(self) -> None:
        if self._view is not None:
            self.dialogs.send_back(self._view)

    @Slot()
    def _several(self) -> None:
        self.dialogs.several(self)
