"""보완 요청: what the applicant still has to hand in, until when."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import RequestDetails
from easycare_desktop.domain.supplements import USUALLY_MISSING, MissingPaper, Supplement
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_DAYS = "+7"
_LONGEST = 200


class SupplementDialog(HouseDialog):
    """`asked(request id)` once it is recorded; the letter can be printed then."""

    asked = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        details: RequestDetails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "보완 요청", parent, width=760)
        self.setObjectName("supplement")
        self._services, self._messages, self._details = services, messages, details
        self._days = DayReader(services.office)
        self._build(kit)
        self._fill()

    def _build(self, kit: Kit) -> None:
        self.ticks = {each: kit.check(label(each)) for each in MissingPaper}
        papers = kit.form(2)
        for each, tick in self.ticks.items():
            tick.setObjectName(f"supplement.{each.value}")
            papers.add(tick)
        self.until = kit.date_field("언제까지", self._days.read, required=True)
        self.note = kit.text_field("덧붙이는 말", hint="예: 맡기신 날짜도 적어 주세요")
        self.until.control.setObjectName("supplement.until")
        self.note.control.setObjectName("supplement.note")
        self.note.control.setMaxLength(_LONGEST)
        self.complaint = kit.banner("danger", "", "")
        self.complaint.hide()
        last = kit.form(3)
        last.add(self.until)
        last.add(self.note, span=2)
        self.give_up = kit.button("취소", key="Esc")
        self.ask = kit.button("보완요청서 만들기", "primary", "file-text", key="F4")
        self.give_up.setObjectName("supplement.cancel")
        self.ask.setObjectName("supplement.ask")
        self.give_up.clicked.connect(self.reject)
        self.ask.clicked.connect(self._ask)
        body = column(
            kit.text("무엇을 더 받아야 하나요?", "title", wrap=True),
            kit.text("적은 것은 이 신청과 함께 잠가 두고, 보완요청서에 찍힙니다.", wrap=True),
            self.complaint,
            papers,
            last,
            None,
            margins=(24, 20, 24, 16),
            gap=12,
        )
        self.assemble(holder(body), kit.foot(self.ask, others=[self.give_up]), self.ask)

    def _fill(self) -> None:
        before = self._services.supplements.of(self._details.request.id)
        usual = USUALLY_MISSING[self._details.applicant.capacity]
        wanted = frozenset(before.missing) if before else usual
        for each, tick in self.ticks.items():
            tick.setChecked(each in wanted)
        last = before.until if before else self._days.read(_DAYS)
        self.until.control.setText(last.isoformat())
        self.note.control.setText(before.note if before else "")

    @Slot()
    def _ask(self) -> None:
        self.note.control.commit()
        try:
            self._services.supplements.ask(self._details.request.id, self._typed())
        except InputRefusal as refusal:
            self._complain(refusal)
        except Refusal as refusal:
            tell(self._messages, "보완 요청을 적지 못했습니다", refusal)
        else:
            self.accept()
            self.asked.emit(self._details.request.id)

    def _typed(self) -> Supplement:
        text = self.until.control.text().strip()
        if not text:
            raise RequiredMissingError("until")
        return Supplement(
            missing=tuple(each for each, tick in self.ticks.items() if tick.isChecked()),
            asked_on=self._services.office.today(),
            until=self._days.read(text),
            note=self.note.control.text().strip(),
        )

    def _complain(self, refusal: InputRefusal) -> None:
        nothing = refusal.field == "missing"
        self.complaint.setVisible(nothing)
        if nothing:
            self.complaint.say("danger", understood(refusal))
        else:
            self.until.set_error(understood(refusal))
            self.until.control.setFocus()
        self.fit()
