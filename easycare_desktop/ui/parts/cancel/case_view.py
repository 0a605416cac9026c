"""One case: from the signed form to the result, five steps with one main button."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import Person
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.requests import RequestLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.cancel import case_words
from easycare_desktop.ui.parts.cancel.case_acts import CaseActs, show_result
from easycare_desktop.ui.parts.cancel.case_correcting import CaseCorrecting
from easycare_desktop.ui.parts.cancel.case_foot import CaseFoot
from easycare_desktop.ui.parts.cancel.case_head import (
    FORM,
    JUDGE,
    RESULT,
    SETTLE,
    VERIFY,
    CaseHead,
    is_decided,
    step_of,
)
from easycare_desktop.ui.parts.cancel.case_steps import CaseSteps
from easycare_desktop.ui.parts.cancel.supplement_dialog import SupplementDialog
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.parts.shared.sides import sides_of
from easycare_desktop.ui.widgets import Kit, column, holder


class CaseView(QWidget):
    """`left()` asks for the list; `changed()` tells that a request has moved on."""

    left = Signal()
    changed = Signal()
    paper_wanted = Signal(str, object)
    open_plan = Signal(object)

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self._kit, self._services, self._messages = kit, services, messages
        self.dialog: SupplementDialog | None = None
        self._person: Person | None = None
        self._request: Request | None = None
        self._name, self._shown = "", FORM
        self.head = CaseHead(kit, services.office)
        self.steps = CaseSteps(kit, services)
        self.foot = CaseFoot(kit)
        self._correcting: int | None = None
        self._acts = CaseActs(services, messages, self.steps)
        self._corrector = CaseCorrecting(services, messages, self.steps)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        body = holder(column(self.steps, margins=(0, 0, 4, 4)))
        top = column(self.head, kit.scroll(body), margins=(24, 0, 24, 10), gap=10)
        top.setStretch(1, 1)
        page = column(top, self.foot, gap=0)
        page.setStretch(0, 1)
        self.setLayout(page)
        self.foot.next.clicked.connect(self._go_on)
        self.foot.previous.clicked.connect(self._go_back)
        self.foot.give_up.clicked.connect(self._take_back)
        self.foot.correct.clicked.connect(self._correct)
        self.foot.back.clicked.connect(self._leave)
        self.steps.kept.connect(self._say_kept)
        self.steps.verify.supplement_wanted.connect(self._ask_for_more)
        self.steps.result.paper_wanted.connect(self.paper_wanted)
        self.steps.result.plan_wanted.connect(self._open_plan)

    def start(self, person_id: int) -> bool:
        """Begin a new form for a person; return whether that is possible."""
        try:
            subject = self._services.people.open(person_id)
            consents = self._services.consents.status_of(person_id)
        except Refusal as refusal:
            tell(self._messages, "신청서를 열지 못했습니다", refusal)
            return False
        self._person, self._name, self._request = subject.person, subject.name, None
        self.steps.form.begin(subject, consents, self.steps.draft(FORM, person_id))
        self._show(FORM)
        return True

    def open(self, line: RequestLine) -> None:
        """Go on with a request where it waits."""
        self._person, self._name, self._request = line.person, line.name, line.request
        self._prepare(step_of(line.request))

    @property
    def person_id(self) -> int | None:
        """Whose case is shown."""
        return self._person.id if self._person else None

    @property
    def request(self) -> Request | None:
        """The request that is shown, once it was taken in."""
        return self._request

    def _prepare(self, step: int) -> None:
        """Fill the step that a request waits at, and show it."""
        request, services = self._request, self._services
        if request is None:
            return
        try:
            details = services.requests.details(request.id)
            self.steps.summary.show_details(details)
            if step == VERIFY:
                self.steps.verify.begin(details, self.steps.draft(VERIFY, request.id))
            elif step == SETTLE:
                self.steps.settle.begin(details, self.steps.draft(SETTLE, request.id))
            elif step == JUDGE:
                judgement = services.decisions.of_request(request.id)
                sides = sides_of(judgement, request.person_id)
                press = case_words.press_of(judgement, self._person)
                self.steps.judge.show_sides(sides, press=press)
            elif request.destruction_id is not None:
                show_result(services, self.steps, request, request.destruction_id)
            elif request.carried_out_on is not None:
                self.steps.result.show_without_plan(request)
        except Refusal as refusal:
            tell(self._messages, "접수를 열지 못했습니다", refusal)
        self._show(step)

    def _show(self, step: int) -> None:
        self._shown, self._correcting = step, None
        now, request = step_of(self._request), self._request
        closed_early = request is not None and now == RESULT and not is_decided(request)
        self.steps.show_step(FORM if closed_early else step, read_only=step < now or closed_early)
        self.head.steps.go(step)
        if self._person is not None:
            self.head.show_case(self._person, self._name, request)
        today, press = self._services.office.today(), self.steps.judge.press
        self.foot.show_step(step, now, request, today, press=press)

    @Slot()
    def _go_on(self) -> None:
        if self._correcting is not None:
            self._write_correction()
            return
        if self._shown < step_of(self._request):
            self._show(self._shown + 1)
            return
        request = self._request
        if self._shown == RESULT and request and request.state is RequestState.DECIDED:
            self._open_plan()
            return
        try:
            done = self._acts.do(self._shown, request)
        except Refusal as refusal:
            if not self.steps.form.show_refusal(refusal):
                tell(self._messages, "아직 다음으로 갈 수 없습니다", refusal)
            return
        if done is not None:
            self._moved(done, self._shown)
        elif self._shown == FORM:
            self.foot.bar.say("빨간 칸을 고쳐 주세요. 적은 것은 임시 보관했습니다.")

    def _moved(self, request: Request, done: int) -> None:
        if done in {FORM, VERIFY, SETTLE}:
            self.steps.saved(done)
        self._request = request
        self.changed.emit()
        self._prepare(step_of(request))

    @Slot()
    def _go_back(self) -> None:
        if self._correcting is not None:
            self._show(self._shown)
        else:
            self._show(max(FORM, self._shown - 1))

    @Slot()
    def _correct(self) -> None:
        if self._request is None:
            return
        try:
            self._corrector.begin(self._request, self._shown)
        except Refusal as refusal:
            tell(self._messages, "고칠 것을 열지 못했습니다", refusal)
            return
        self._correcting = self._shown
        self.steps.show_step(self._shown, read_only=False)
        self.foot.show_correcting()

    def _write_correction(self) -> None:
        if self._request is None or self._correcting is None:
            return
        try:
            done = self._corrector.write(self._request, self._correcting)
        except Refusal as refusal:
            if not self.steps.form.show_refusal(refusal):
                tell(self._messages, "고치지 못했습니다", refusal)
            return
        if done is not None:
            self._request = done
            self.changed.emit()
            self._prepare(step_of(done))
            self._messages.toast("고쳐 적었습니다. 이전 값은 이력에 남았습니다.")

    @Slot()
    def _take_back(self) -> None:
        request = self._request
        if request is None:
            self._drop_form()
            return
        if not self._messages.confirm(case_words.TAKE_BACK):
            return
        try:
            taken_back = self._services.requests.take_back(request.id)
        except Refusal as refusal:
            tell(self._messages, "신청을 취소하지 못했습니다", refusal)
            return
        self._moved(taken_back, RESULT)
        self._messages.toast("신청을 취소했습니다. 지운 것은 없습니다.")

    def _drop_form(self) -> None:
        if self._messages.confirm(case_words.DROP_FORM):
            self.steps.saved(FORM)
            self.left.emit()

    @Slot()
    def _ask_for_more(self) -> None:
        if self._request is not None:
            details = self._services.requests.details(self._request.id)
            self.dialog = SupplementDialog(
                self._kit, self._services, self._messages, details, self.window()
            )
            self.dialog.asked.connect(self._print_supplement)
            self.dialog.open()

    @Slot(object)
    def _print_supplement(self, request_id: int) -> None:
        self.paper_wanted.emit("supplement_request", request_id)

    @Slot()
    def _leave(self) -> None:
        self.steps.leave()
        self.left.emit()

    @Slot()
    def _say_kept(self) -> None:
        now = self._services.office.clock.now()
        self.foot.bar.say(f"임시 보관했습니다 {now:%H:%M}")

    @Slot()
    def _open_plan(self) -> None:
        if self._request is not None and self._request.destruction_id is not None:
            self.open_plan.emit(self._request.destruction_id)
