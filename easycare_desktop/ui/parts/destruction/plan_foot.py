"""The buttons of a plan: each state has its one next press."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OPEN_PLANS, Plan, PlanState
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.widgets import Kit, column, holder, row

_NOTES = {
    PlanState.AWAITING: "승인에는 요청한 분이 아닌 두 번째 분이 있어야 합니다.",
    PlanState.WAITING_DAY: "적어 둔 사유는 파기확인서에 남습니다.",
    PlanState.APPROVED: "「파기하기」를 누르면 되돌릴 수 없습니다.",
    PlanState.RUNNING: "파기하고 있습니다. 프로그램을 끄지 마세요.",
    PlanState.PARTIAL: "남은 것을 마치고 「다시 확인」을 눌러 주세요.",
    PlanState.DONE: "파기확인서를 인쇄할 수 있습니다.",
}


class PlanFoot(QWidget):
    """Buttons are public; the page connects them. `paper_wanted(kind, plan id)` for its papers."""

    paper_wanted = Signal(str, object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.approve = kit.button("승인하기", "primary")
        self.last_press = kit.button("파기하기", "danger")
        self.again = kit.button("다시 확인", "primary", "rotate-cw")
        self.certificate = kit.button("파기확인서(보관용) 인쇄", icon="printer", key="F7")
        self.person_copy = kit.button("파기확인서(교부용) 인쇄", icon="printer")
        self.person_copy.setObjectName("destroy.person_copy")
        self.request = kit.button("파기 요청서", icon="printer")
        self.request.setObjectName("destroy.request_paper")
        self.request.clicked.connect(self._print_request)
        self.certificate.clicked.connect(self._print)
        self.person_copy.clicked.connect(self._print_for_person)
        self._plan: Plan | None = None
        self.cancel = kit.button("계획 취소하기")
        self.send_back = kit.button("돌려보내기", icon="arrow-left")
        for name in ("send_back", "approve", "last_press", "again", "certificate", "cancel"):
            getattr(self, name).setObjectName(f"destroy.{name}")
        self.again.setObjectName("destroy.check_again")
        last = (self.certificate, self.approve, self.again, self.last_press)
        others = [self.cancel, self.send_back, self.request, self.person_copy]
        self.bar = kit.foot(holder(row(*last, gap=24)), others=others)
        self.setLayout(column(self.bar, gap=0))

    def show_plan(
        self, plan: Plan | None, office: OpenOffice, *, busy: bool, failed: bool = False
    ) -> None:
        """Offer what the state allows; a failed attempt has its certificate, too."""
        self._plan = plan
        state = plan.state if plan is not None else None
        waiting = state in {PlanState.AWAITING, PlanState.WAITING_DAY}
        too_early = (
            plan is not None and plan.wait_until is not None and office.today() < plan.wait_until
        )
        waiting = waiting and plan is not None and bool(plan.items)
        self.approve.setVisible(waiting)
        self.approve.setEnabled(not busy and not (too_early and state is PlanState.WAITING_DAY))
        self.last_press.setVisible(state is PlanState.APPROVED)
        self.again.setVisible(state is PlanState.PARTIAL)
        self.cancel.setVisible(state in OPEN_PLANS)
        self.request.setVisible(state in OPEN_PLANS and plan is not None and bool(plan.items))
        self.send_back.setVisible(state is PlanState.AWAITING and _is_asked(plan, office))
        over = state in {PlanState.PARTIAL, PlanState.DONE}
        self.certificate.setVisible(over or failed)
        self.person_copy.setVisible(over and plan is not None and plan.request_id is not None)
        papers = (self.request, self.person_copy, self.certificate)
        for button in (self.last_press, self.again, self.cancel, self.send_back, *papers):
            button.setEnabled(not busy)
        note = _NOTES.get(state, "") if state is not None else ""
        if state in OPEN_PLANS and plan is not None and not plan.items:
            note = "분쟁보존이 끝나면 여기서 승인합니다."
        elif self.send_back.isVisibleTo(self):
            note = "승인하거나, 사유를 적어 돌려보낼 수 있습니다."
        self.bar.say(_NOTES[PlanState.RUNNING] if busy else note)

    @Slot()
    def _print(self) -> None:
        if self._plan is not None:
            self.paper_wanted.emit("certificate", self._plan.id)

    @Slot()
    def _print_request(self) -> None:
        if self._plan is not None:
            self.paper_wanted.emit("destruction_request", self._plan.id)

    @Slot()
    def _print_for_person(self) -> None:
        if self._plan is not None:
            self.paper_wanted.emit("certificate_person", self._plan.id)


def _is_asked(plan: Plan | None, office: OpenOffice) -> bool:
    """Tell whether the signed-in officer is the one who may approve it."""
    actor = office.actor
    return plan is not None and actor.may(Right.APPROVE) and plan.requested_by != actor.account_id
