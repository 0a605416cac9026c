"""동의 철회: from which day, how it was said, and what rests on this consent."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import ConsentStatus
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.parts.shared.sides import sides_of
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_METHODS = (
    ConsentMethod.PAPER,
    ConsentMethod.IN_PERSON,
    ConsentMethod.PHONE,
    ConsentMethod.EMAIL,
    ConsentMethod.FAX,
    ConsentMethod.POST,
)
_ENDS = (
    "이 동의만으로 자료를 두고 있습니다.",
    "철회하시면 이분의 자료를 모두 정리합니다.",
)


class WithdrawDialog(HouseDialog):
    """Shows first, does then: nothing is destroyed here, it only waits for approval."""

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        person_id: int,
        status: ConsentStatus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "동의 철회하기", parent, 760)
        self._services, self._messages = services, messages
        self._person_id, self._status = person_id, status
        self._kit = kit
        self._build(kit)
        self._listen()
        self._say_due(services.office.today())

    def _build(self, kit: Kit) -> None:
        title = kit.text("이 동의를 철회하시나요?", "lead")
        name = kit.text(self._status.purpose.label, "strong", wrap=True)
        reader = DayReader(self._services.office)
        self.day = kit.date_field(
            "철회한 날", reader.read, "「오늘」이라고 쳐도 됩니다.", required=True
        )
        self.day.control.setObjectName("consents.withdraw.day")
        methods = [(None, "고르기"), *((method, label(method)) for method in _METHODS)]
        self.method = kit.field("어떻게 말씀하셨나요", kit.combo(methods), required=True)
        self.method.control.setObjectName("consents.withdraw.method")
        form = kit.form(2)
        form.add(self.day, self.method)
        self.due = kit.text("", "strong")
        parts = (title, name, form, self._sides(), self.due, None)
        body = holder(column(*parts, margins=(24, 18, 24, 16)))
        self.cancel = kit.button("그대로 두기")
        self.cancel.setObjectName("consents.withdraw.cancel")
        self.go = kit.button("동의 철회하기", "primary")
        self.go.setObjectName("consents.withdraw.go")
        note = "아직 아무것도 지워지지 않습니다. 파기는 승인을 받고 합니다."
        foot = kit.foot(self.go, others=[self.cancel], note=note)
        self.assemble(body, foot, self.day.control)

    def _listen(self) -> None:
        self.day.picked.connect(self._show_day)
        self.method.control.chosen.connect(self._clear_method)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._withdraw)

    def _sides(self) -> QWidget:
        judgement = self._preview(self._services.office.today())
        if not judgement.items:
            return self._kit.banner("info", "이 동의로 적어 둔 자료가 없습니다.")
        sides = sides_of(judgement, self._person_id)
        both = self._kit.goes_stays(
            sides.goes,
            sides.stays,
            goes_chip=sides.goes_chip,
            stays_chip=sides.stays_chip,
            wells=True,
        )
        if not self._status.purpose.sole:
            return both
        told = self._kit.banner("warn", *_ENDS)
        return holder(column(told, both, gap=10))

    def _preview(self, day: date) -> Judgement:
        return self._services.withdrawals.preview(self._person_id, self._status.purpose.code, day)

    @Slot(object)
    def _show_day(self, day: date | None) -> None:
        """Only words change: nothing may move under a finger that is about to press."""
        if day is not None and self.isVisible():
            self._say_due(day)

    def _say_due(self, day: date) -> None:
        judgement = self._preview(day)
        if judgement.items:
            self.due.setText(f"{long_day(judgement.due_on)}까지 파기해야 합니다.")

    @Slot(object)
    def _clear_method(self, _method: object) -> None:
        self.method.clear()

    @Slot()
    def _withdraw(self) -> None:
        day, method = self.day.day(), self.method.control.value()
        if day is None:
            self.day.set_error("철회한 날을 적어 주세요. 예: 오늘, 11/23")
        if method is None:
            self.method.set_error("어떻게 말씀하셨는지 골라 주세요.")
        if day is None or method is None:
            return
        try:
            withdrawn = self._services.withdrawals.withdraw(
                self._person_id, self._status.purpose.code, method, day
            )
        except Refusal as refusal:
            tell(self._messages, "동의를 철회하지 못했습니다", refusal)
            return
        waits = "파기 승인을 기다립니다" if withdrawn.plan else "지울 자료는 없습니다"
        self._messages.toast(f"동의를 철회했습니다. {waits}")
        self.accept()
