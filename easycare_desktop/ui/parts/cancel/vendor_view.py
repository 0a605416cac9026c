"""Relation A: this office cancels its program: form, sent, answer filed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.requests import RequestLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.cancel.form_step import FormStep
from easycare_desktop.ui.parts.cancel.summary_step import SummaryStep
from easycare_desktop.ui.parts.cancel.vendor_steps import AnswerStep, SendStep
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, card, column, holder

_STEPS = ("신청서", "보내기", "답변 받기", "마침")
_STEP_OF = {RequestState.TAKEN: 1, RequestState.SENT: 2}
_MAIN = ("다음: 보내기", "보냄으로 적기", "답변 적고 마치기", "")
_NOTES = (
    "칸을 다 채우지 않아도 임시 보관됩니다.",
    "보낸 날을 적어 두면 답변이 늦을 때 알려 드립니다.",
    "확인서를 받지 못했으면 아직 누르지 마세요.",
    "업체의 답변을 적어 두고 마쳤습니다.",
)


class VendorView(QWidget):
    """Signals as those of a case."""

    left = Signal()
    changed = Signal()
    paper_wanted = Signal(str, object)

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self._services, self._messages = services, messages
        self._request: Request | None = None
        self._person_id: int | None = None
        days = DayReader(services.office)
        self.progress = kit.steps(_STEPS)
        self.form = FormStep(kit, days, of_office=True)
        self.send = SendStep(kit, days)
        self.answer = AnswerStep(kit, days, messages)
        self.summary = SummaryStep(kit)
        self._keeper = DraftKeeper(services.drafts, "cancel.vendor", self.form.typed)
        self.form.edited.connect(self._keeper.touch)
        self._by_step = (self.form, self.send, self.answer, self.summary)
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self._pile = Pile(self._by_step)
        self.next = kit.button("다음", "primary")
        self.next.setObjectName("cancel.vendor_next")
        self.back = kit.button("목록으로", "quiet", "arrow-left", key="Esc")
        self.foot = kit.foot(self.next, quiet=[self.back])
        bar = card(self.progress, margins=(20, 2, 20, 2))
        body = kit.scroll(holder(column(self._pile, margins=(0, 0, 4, 4))))
        top = column(bar, body, margins=(24, 0, 24, 10), gap=10)
        top.setStretch(1, 1)
        page = column(top, self.foot, gap=0)
        page.setStretch(0, 1)
        self.setLayout(page)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._leave)
        self.send.print_wanted.connect(self._print)

    @property
    def person_id(self) -> int | None:
        """The number of this office as a customer."""
        return self._person_id

    @property
    def request(self) -> Request | None:
        """The request that is shown, once it was taken in."""
        return self._request

    def start(self, subject: PersonCard) -> None:
        """Begin a new form of this office."""
        self._request, self._person_id = None, subject.person.id
        self.form.begin(subject, (), self._keeper.begin(subject.person.id))
        self._show(0)

    def open(self, line: RequestLine) -> None:
        """Go on with a request where it waits."""
        self._person_id = line.person.id
        self._turn_to(line.request)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.flush()
        super().hideEvent(event)

    def _turn_to(self, request: Request) -> None:
        self._request = request
        step = _STEP_OF.get(request.state, 3)
        try:
            self.summary.show_details(self._services.requests.details(request.id))
        except Refusal as refusal:
            tell(self._messages, "접수를 열지 못했습니다", refusal)
        self.send.begin()
        self.answer.begin()
        self._show(step)

    def _show(self, step: int) -> None:
        self.progress.go(step)
        self._pile.show_only(self._by_step[step])
        self.next.setVisible(bool(_MAIN[step]))
        self.next.say(_MAIN[step])
        self.foot.say(_NOTES[step])

    @Slot()
    def _go_on(self) -> None:
        try:
            done = self._act()
        except Refusal as refusal:
            if not self.form.show_refusal(refusal):
                tell(self._messages, "아직 다음으로 갈 수 없습니다", refusal)
            return
        if done is not None:
            self.changed.emit()
            self._turn_to(done)

    def _act(self) -> Request | None:
        if self._request is None:
            intake = self.form.read()
            if intake is None:
                return None
            taken = self._services.requests.take(intake, self.form.signed)
            self._keeper.drop()
            return taken
        if self._request.state is RequestState.TAKEN:
            day = self.send.read()
            return None if day is None else self._services.vendor.send(self._request.id, day)
        answer = self.answer.read()
        return None if answer is None else self._services.vendor.answer(self._request.id, answer)

    @Slot()
    def _leave(self) -> None:
        self._keeper.end()
        self.left.emit()

    @Slot()
    def _print(self) -> None:
        self.paper_wanted.emit("cancellation_form", self._person_id)
