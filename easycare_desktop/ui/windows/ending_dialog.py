"""급여 종료·퇴사: an ending without a form; what goes and stays is seen at once."""

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import ENDINGS_OF_KIND, EndingReason, PersonKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.leaver_account import LeaverAccount
from easycare_desktop.ui.parts.shared.ending_words import (
    LAST_DAY_MISSING,
    REASON_MISSING,
    ending_titles,
)
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.parts.shared.sides import sides_of
from easycare_desktop.ui.widgets import GoesStays, HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_ASK, _NOTE = "파기 승인 요청하기", "눌러도 아직 아무것도 지워지지 않습니다."
_ANNOUNCE, _UNTIL_THEN = "끝날 날 적어 두기", "그날까지 그대로 씁니다. 그날 「오늘」에 나타납니다."


class EndingDialog(HouseDialog):
    """`decided(plan id)` once approval was asked for; nothing is destroyed by it.

    `announced(person id)` where the day is still to come.
    """

    decided = Signal(object)
    announced = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        subject: PersonCard,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        person = subject.person
        title, ended, last = ending_titles(person.kind)
        super().__init__(kit.appearance, title, parent, width=760)
        self._kit, self._services, self._messages = kit, services, messages
        self._subject = subject
        self._days = DayReader(services.office)
        self._shown: GoesStays | None = None
        endings = [(each, label(each)) for each in ENDINGS_OF_KIND[person.kind]]
        only = endings[0][0] if len(endings) == 1 else subject.known_end.reason
        self.reason = kit.field("왜 끝났나요?", kit.choice(endings, only), required=True)
        self.last = kit.date_field(last, self._days.read, required=self._needs_last)
        self.ended = kit.date_field(ended, self._days.read, required=True)
        self.account = (
            LeaverAccount(kit, services.leavers, messages, subject.name)
            if person.kind is PersonKind.STAFF
            else None
        )
        self._build(kit, title)
        self._begin()

    @property
    def _needs_last(self) -> bool:
        return self._subject.person.kind is PersonKind.RECIPIENT

    def _build(self, kit: Kit, title: str) -> None:
        self.reason.control.setObjectName("ending.reason")
        self.last.control.setObjectName("ending.last")
        self.ended.control.setObjectName("ending.ended")
        person = self._subject.person
        days = kit.form(2)
        days.add(self.last, self.ended)
        self._sides_box = column(gap=0)
        self._missing = kit.text("두 날짜를 적으면 무엇이 남는지 보입니다.", wrap=True)
        body = column(
            kit.text(f"{self._subject.name} 님 · {title}", "title", wrap=True),
            kit.text(f"{label(person.kind)} · {person.number}"),
            self.reason,
            days,
            *((self.account,) if self.account is not None else ()),
            self._missing,
            holder(self._sides_box),
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        self.cancel = kit.button("취소")
        self.ask = kit.button(_ASK, "primary")
        self.cancel.setObjectName("ending.cancel")
        self.ask.setObjectName("ending.ask")
        self.foot = kit.foot(self.ask, others=[self.cancel], note=_NOTE)
        self.cancel.clicked.connect(self.reject)
        self.ask.clicked.connect(self._decide)
        self.reason.control.chosen.connect(self.reason.clear)
        for field in (self.last, self.ended):
            field.picked.connect(self._show_sides)
        self.assemble(holder(body), self.foot, self.last.control)

    def _begin(self) -> None:
        known = self._subject.last_service_on
        if known is not None:
            self.last.set_day(known)
        self.ended.set_day(self._subject.known_end.on or self._days.read("+0"))
        self._show_sides()

    @Slot()
    def _show_sides(self) -> None:
        ended, last = self.ended.day(), self.last.day()
        self._word_the_press(ended, last)
        ready = ended is not None and (last is not None or not self._needs_last)
        self._missing.setVisible(not ready)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if not ready or ended is None:
            return
        try:
            sides = self._preview(ended, last)
        except Refusal as refusal:
            self._missing.setText(understood(refusal))
            self._missing.show()
            return
        self._shown = sides
        self._sides_box.addWidget(sides)
        QTimer.singleShot(0, self.fit)

    def _word_the_press(self, ended: date | None, last: date | None) -> None:
        """Say what the button does: a day still to come is noted, and all stays in use."""
        days = EndingDays(None, ended, last) if ended is not None else None
        ahead = days is not None and self._services.several_endings.is_ahead(days)
        self.ask.say(_ANNOUNCE if ahead else _ASK)
        self.foot.say(_UNTIL_THEN if ahead else _NOTE)

    def _preview(self, ended: date, last: date | None) -> GoesStays:
        person_id = self._subject.person.id
        judgement = self._services.decisions.preview(
            person_id, ended_on=ended, last_service_on=last, ending=self.reason.control.value()
        )
        sides = sides_of(judgement, person_id)
        return self._kit.goes_stays(
            sides.goes,
            sides.stays,
            goes_chip=sides.goes_chip,
            stays_chip=sides.stays_chip,
            wells=True,
        )

    @Slot()
    def _decide(self) -> None:
        for field in (self.last, self.ended):
            field.control.commit()
        reason, ended, last = self.reason.control.value(), self.ended.day(), self.last.day()
        if not self._show_errors() or reason is None or ended is None:
            return
        days = EndingDays(reason, ended, last)
        try:
            self._end(reason, days)
        except InputRefusal as refusal:
            field = self.last if refusal.field == "last_service_on" else self.ended
            field.set_error(understood(refusal))
            return
        except Refusal as refusal:
            tell(self._messages, "종료를 처리하지 못했습니다", refusal)
            return
        self.accept()
        if self.account is not None:
            today = self._services.office.today()
            self.account.settle(self._subject.person.id, ended, today)

    def _end(self, reason: EndingReason, days: EndingDays) -> None:
        endings, person_id = self._services.several_endings, self._subject.person.id
        if endings.is_ahead(days):
            endings.announce(person_id, reason, days)
            self._messages.toast(f"{days.ends_on:%Y-%m-%d}에 「오늘」에서 알려 드립니다.")
            self.announced.emit(person_id)
        else:
            self.decided.emit(endings.end_one(person_id, reason, days).request.destruction_id)

    def _show_errors(self) -> bool:
        """Show what is missing; return whether nothing is."""
        reason = self.reason.control.value() is not None
        ended = self.ended.day() is not None
        last = self.last.day() is not None or not self._needs_last
        if not reason:
            self.reason.set_error(REASON_MISSING)
        if not ended:
            self.ended.set_error("끝난 날을 적어 주세요.")
        if not last:
            self.last.set_error(LAST_DAY_MISSING)
        return reason and ended and last
