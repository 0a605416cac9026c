"""파기 승인: the object named, name and day typed, a second person in place, 취소 first."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import (
    ClockNotTrustedError,
    Plan,
    PlanChangedError,
    PlanEmptyError,
    PlanStepError,
    WaitForNextDayError,
)
from easycare_desktop.domain.people import EndAheadError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.services.mistakes import WorkOnRecordError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.approval_fields import ApprovalFields, name_to_type
from easycare_desktop.ui.parts.destruction.wells import wells
from easycare_desktop.ui.parts.destruction.words import mistake_words, whose
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.sides import plan_sides
from easycare_desktop.ui.widgets import (
    HouseDialog,
    Kit,
    column,
    hide_unless,
    holder,
    line,
    row,
)

_OWN = "요청한 분이 따로 있어, 책임자인 지금 계정으로 승인합니다"
_LEFT = {1: "한 칸이 남았습니다.", 2: "두 칸이 남았습니다.", 3: "세 칸이 남았습니다."}
_OF_PLAN = (
    ClockNotTrustedError,
    EndAheadError,
    PlanChangedError,
    PlanEmptyError,
    PlanStepError,
    WaitForNextDayError,
    WorkOnRecordError,
)


class DestroyDialog(HouseDialog):
    """`approved(Plan)` once the second person has approved; nothing is destroyed by it alone."""

    approved = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        view: PlanView,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "파기 승인", parent, width=760)
        self._services, self._view = services, view
        self._messages, self._background = messages, background
        self.busy = False
        office = services.office
        requester = services.accounts.names().get(view.plan.requested_by, "")
        actor = office.actor
        self._own = actor.may(Right.APPROVE) and view.plan.requested_by != actor.account_id
        # Whoever is alone may approve on the next day what they asked for themselves.
        barred = requester if office.others_approve(view.plan.requested_by) else ""
        self.fields = ApprovalFields(
            kit, name_to_type(view), barred, office.today(), DayReader(office), own=self._own
        )
        self._build(kit, requester)
        self._show_missing()

    def _build(self, kit: Kit, requester: str) -> None:
        office, plan = self._services.office, self._view.plan
        rules, keys = office.law.rules_on(office.today()), len(plan.doomed)
        sides = plan_sides(plan, self._view.persons, office.catalogue, rules)
        title = f"{whose(self._view)}의 {len(sides.goes)}가지를 파기할까요?"
        words = column(
            kit.text(title, "title", wrap=True), kit.text(self._under(requester), wrap=True), gap=2
        )
        head = row(kit.picture("file-x", "danger_text", 32), gap=14)
        head.addLayout(words, 1)
        warning = kit.banner(
            "danger",
            "이 프로그램에서는 되돌릴 수 없습니다.",
            f"열쇠 {keys}개를 없앱니다. 열쇠 보관처까지 바꾸면 예전 백업도 열리지 않습니다.",
        )
        body = column(
            head,
            wells(kit, sides),
            self._mistake(kit),
            warning,
            line(),
            kit.text(_OWN if self._own else "두 사람이 함께 확인합니다", "lead", wrap=True),
            self.fields,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소")
        self.last_press = kit.button("파기하기", "danger")
        self.later = kit.button("승인함에 두기", "quiet", "inbox")
        for name in ("cancel", "last_press", "later"):
            getattr(self, name).setObjectName(f"destroy.{name}")
        self.foot = kit.foot(self.last_press, others=[self.cancel], quiet=[self.later])
        self.cancel.clicked.connect(self.reject)
        self.later.clicked.connect(self._put_off)
        self.last_press.clicked.connect(self._approve)
        self.fields.changed.connect(self._show_missing)
        self.fields.finished.connect(self._offer_last_press)
        self.finished.connect(self._forget)
        self.assemble(holder(body), self.foot, self.cancel)

    def _mistake(self, kit: Kit) -> QWidget:
        wrong, why = mistake_words(self._view), f"적은 사유: {self._view.why}"
        self.mistake = kit.banner("warn", "「잘못 적음」으로 파기합니다.", why, wrong)
        hide_unless(self.mistake, bool(wrong))
        return self.mistake

    def _under(self, requester: str) -> str:
        view = self._view
        person = view.persons[0].number if len(view.persons) == 1 else f"{len(view.persons)}명"
        request = f"접수번호 {view.request_number}" if view.request_number else view.plan.number
        return " · ".join(filter(None, (person, request, f"요청한 사람 {requester}")))

    @Slot()
    def _show_missing(self) -> None:
        missing = self.fields.missing()
        self.last_press.setEnabled(not missing and not self.busy)
        self.foot.say(_LEFT.get(missing, "네 칸이 남았습니다.") if missing else "모두 적었습니다.")

    @Slot()
    def _offer_last_press(self) -> None:
        if self.last_press.isEnabled():
            self.last_press.setFocus()

    @Slot()
    def _approve(self) -> None:
        if self.fields.missing() or self.busy:
            return
        self._set_busy(True)
        self.foot.say("확인하고 있습니다.")
        destruction, plan_id, typed = (
            self._services.destruction,
            self._view.plan.id,
            self.fields.read(),
        )
        if self._own:
            work = partial(destruction.approve, plan_id, typed.typed_name, typed.typed_date)
        else:
            work = partial(destruction.approve_in_place, plan_id, typed)
        self._background.run(work, self._done, self._failed)

    def _done(self, plan: Plan) -> None:
        self._set_busy(False)
        self.approved.emit(plan)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, Refusal) and not isinstance(error, _OF_PLAN):
            self.fields.show_refusal(error)
            self._show_missing()
            return
        self.reject()
        tell_error(self._messages, "승인하지 못했습니다", error)

    @Slot()
    def _put_off(self) -> None:
        self._messages.toast("승인함에 두었습니다. 아직 아무것도 지우지 않았습니다.")
        self.reject()

    @Slot()
    def _forget(self) -> None:
        self.fields.forget()

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, not an option
        self.busy = busy
        for button in (self.last_press, self.cancel, self.later):
            button.setEnabled(not busy)
