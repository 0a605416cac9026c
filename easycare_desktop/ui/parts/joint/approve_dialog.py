"""여러 건 파기 승인: all that goes by name, copies elsewhere told once, one second person."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from easycare_desktop.domain.destruction import (
    ClockNotTrustedError,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanChangedError,
    PlanEmptyError,
    PlanNotFoundError,
    PlanStepError,
    SameApproverError,
    WaitForNextDayError,
)
from easycare_desktop.domain.joint_approval import Way
from easycare_desktop.domain.people import EndAheadError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.joint_approval import WaitingPlan
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.approval_fields import ApprovalFields, count_to_type
from easycare_desktop.ui.parts.destruction.outside_ticks import OutsideTicks
from easycare_desktop.ui.parts.joint.plan_cells import PlanCells, plan_id
from easycare_desktop.ui.parts.joint.plan_list import PlanList
from easycare_desktop.ui.parts.joint.words import keys_of
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, line, row

_OWN = "요청한 분이 따로 있어, 책임자인 지금 계정으로 승인합니다"
_OUTSIDE = "고른 {count:,}건에 똑같이 적습니다. 다른 것이 있으면 「아직」으로 두세요."
_OF_PLANS = (
    ClockNotTrustedError,
    EndAheadError,
    PlanChangedError,
    PlanEmptyError,
    PlanNotFoundError,
    PlanStepError,
    WaitForNextDayError,
)


class ApproveDialog(HouseDialog):
    """`approved(plans, outside)` once all are; `outside`: what was told of copies elsewhere."""

    approved = Signal(object, object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        plans: tuple[WaitingPlan, ...],
        cells: PlanCells,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "여러 건 파기 승인", parent, width=760)
        self.setObjectName("joint.approval")
        self._joint, self._plans = services.joint_approval, plans
        self._messages, self._background = messages, background
        self._own = plans[0].way is Way.OWN
        office, requesters = services.office, cells.requesters(plans)
        others = any(office.others_approve(each.plan.requested_by) for each in plans)
        self.fields = ApprovalFields(
            kit,
            count_to_type(len(plans)),
            requesters if others else "",
            office.today(),
            DayReader(office),
            own=self._own,
        )
        self._papers = self._joint.papers_left(map(plan_id, plans))
        self._before = _agreed(plans)
        self._outside = dict(self._before)
        self.outside = OutsideTicks(kit)
        self.list = PlanList(kit, plans, cells)
        self._build(kit, requesters)
        self._show_outside()
        self._show_missing()

    def _head(self, kit: Kit, requesters: str) -> QHBoxLayout:
        people = len({person.id for each in self._plans for person in each.persons})
        keys = keys_of(self._plans)
        under = f"{people:,}명 · 열쇠 {keys:,}개 · 요청한 사람 {requesters}"
        title = f"{len(self._plans):,}건을 함께 파기할까요?"
        words = column(kit.text(title, "title", wrap=True), kit.text(under, wrap=True), gap=2)
        head = row(kit.picture("file-x", "danger_text", 32), gap=14)
        head.addLayout(words, 1)
        return head

    def _build(self, kit: Kit, requesters: str) -> None:
        count, keys = len(self._plans), keys_of(self._plans)
        warning = kit.banner(
            "danger",
            "이 프로그램에서는 되돌릴 수 없습니다.",
            f"열쇠 {keys:,}개를 없앱니다. 열쇠 보관처까지 바꾸면 예전 백업도 열리지 않습니다.",
        )
        body = column(
            self._head(kit, requesters),
            self.list,
            warning,
            line(),
            kit.text("프로그램 밖의 사본", "lead"),
            kit.text(_OUTSIDE.format(count=count), wrap=True),
            self.outside,
            line(),
            kit.text(_OWN if self._own else "승인하는 분이 확인합니다", "lead", wrap=True),
            self.fields,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소")
        self.last_press = kit.button("모두 파기하기", "danger")
        for name in ("cancel", "last_press"):
            getattr(self, name).setObjectName(f"joint.approval.{name}")
        self.foot = kit.foot(self.last_press, others=[self.cancel])
        self.cancel.clicked.connect(self.reject)
        self.last_press.clicked.connect(self._approve)
        self.outside.ticked.connect(self._tick)
        self.fields.changed.connect(self._show_missing)
        self.fields.finished.connect(self._offer_last_press)
        self.finished.connect(self._forget)
        self.assemble(holder(body), self.foot, self.cancel)

    @Slot(object)
    def _tick(self, outside: Mapping[OutsidePlace, OutsideState]) -> None:
        self._outside |= outside
        self._show_outside()

    def _show_outside(self) -> None:
        self.outside.show_places(self._outside, usable=True, papers=self._papers)

    @Slot()
    def _show_missing(self) -> None:
        missing = self.fields.missing()
        self.last_press.setEnabled(not missing and not self.busy)
        self.foot.say(f"{missing}칸이 남았습니다." if missing else "모두 적었습니다.")

    @Slot()
    def _offer_last_press(self) -> None:
        if self.last_press.isEnabled():
            self.last_press.setFocus()

    @Slot()
    def _approve(self) -> None:
        if self.fields.missing() or self.busy:
            return
        self._wait(on=True)
        self.foot.say("확인하고 있습니다.")
        approve = self._joint.approve if self._own else self._joint.approve_in_place
        ids = [each.id for each in self._plans]
        self._background.run(partial(approve, ids, self.fields.read()), self._done, self._failed)

    def _done(self, plans: list[Plan]) -> None:
        self._wait(on=False)
        changed = {
            place: state
            for place, state in self._outside.items()
            if state is not self._before[place]
        }
        self.accept()
        self.approved.emit([each.id for each in plans], changed)

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        self._show_missing()
        if isinstance(error, Refusal) and not isinstance(error, _OF_PLANS):
            number = f" ({error.number})" if isinstance(error, SameApproverError) else ""
            self.fields.show_refusal(error, number)
            QTimer.singleShot(0, self.fit)
            return
        self.reject()
        tell_error(self._messages, "승인하지 못했습니다", error)

    @Slot()
    def _forget(self) -> None:
        self.fields.forget()

    def _wait(self, *, on: bool) -> None:
        self.busy = on
        for button in (self.last_press, self.cancel):
            button.setEnabled(not on)


def _agreed(plans: tuple[WaitingPlan, ...]) -> dict[OutsidePlace, OutsideState]:
    """Return for each place what is ticked in all plans; 아직 where they differ."""
    found = {}
    for place in OutsidePlace:
        said = {each.plan.outside.get(place, OutsideState.OPEN) for each in plans}
        found[place] = said.pop() if len(said) == 1 else OutsideState.OPEN
    return found
