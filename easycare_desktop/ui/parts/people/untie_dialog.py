"""보호자 관계 끝내기: when and why; what becomes of the data of a guardian of nobody else."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder
from easycare_desktop.ui.wording.labels import label

_TITLE = "보호자 관계 끝내기"
_NOTE = "눌러도 아직 아무것도 지워지지 않습니다."


class UntieDialog(HouseDialog):
    """`untied(Untied)` once the tie has ended."""

    untied = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        card: PersonCard,
        guardian: PersonLine,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent)
        self.setObjectName("untie")
        self._relations, self._messages = services.relations, messages
        self._recipient_id, self._guardian = card.person.id, guardian
        self._last = self._relations.is_last(card.person.id, guardian.id)
        days = DayReader(services.office)
        self.reason = kit.field(
            "왜 끝나나요?", kit.combo([(None, "골라 주세요"), *_REASONS]), required=True
        )
        self.ended = kit.date_field("끝난 날", days.read, required=True)
        self.ended.set_day(days.read("+0"))
        self.data = kit.field("이분의 보호자 자료", kit.choice(_DATA, True))
        self._build(kit, card)

    def _build(self, kit: Kit, card: PersonCard) -> None:
        self.reason.control.setObjectName("untie.reason")
        self.ended.control.setObjectName("untie.ended")
        self.data.control.setObjectName("untie.data")
        self.cancel = kit.button("취소")
        self.end = kit.button("관계 끝내기", "primary")
        self.end.setObjectName("untie.end")
        form = kit.form(2)
        form.add(self.reason, self.ended)
        body = column(
            kit.text(_TITLE, "title"),
            kit.text(f"{self._guardian.name} 님은 {card.name} 님의 보호자입니다.", wrap=True),
            form,
            self.data,
            None,
            margins=(24, 20, 24, 16),
            gap=12,
        )
        hide_unless(self.data, self._last)
        self.data.control.chosen.connect(self._say_where)
        self._say_where(True)
        self.cancel.clicked.connect(self.reject)
        self.end.clicked.connect(self._end)
        self.reason.control.chosen.connect(self._explain)
        foot = kit.foot(self.end, others=[self.cancel], note=_NOTE)
        self.assemble(holder(body), foot, self.reason.control)

    @Slot(object)
    def _explain(self, reason: LinkEnding | None) -> None:
        """Whoever was tied by mistake may belong to somebody else."""
        self.reason.clear()
        if reason is not None:
            self.data.control.choose(reason is not LinkEnding.MISTAKE)
            self._say_where(self.data.control.value())

    @Slot(object)
    def _say_where(self, ends: object) -> None:
        waits = "자료는 파기 승인을 기다리게 됩니다."
        told = waits if ends else "자료는 그대로 남습니다."
        self.data.set_hint(f"맡은 다른 수급자가 없습니다. {told}")

    @Slot()
    def _end(self) -> None:
        self.ended.control.commit()
        reason, day = self.reason.control.value(), self.ended.day()
        if reason is None:
            self.reason.set_error("사유를 하나 골라 주세요.")
        if day is None:
            self.ended.set_error("끝난 날을 적어 주세요.")
        if reason is None or day is None:
            return
        with_data = self._last and bool(self.data.control.value())
        try:
            untied = self._relations.end(
                self._recipient_id, self._guardian.id, day, reason, with_data=with_data
            )
        except InputRefusal as refusal:
            self.ended.set_error(understood(refusal))
            return
        except Refusal as refusal:
            tell(self._messages, "관계를 끝내지 못했습니다", refusal)
            return
        self.accept()
        self.untied.emit(untied)


_REASONS: tuple[tuple[LinkEnding | None, str], ...] = tuple(
    (each, label(each)) for each in LinkEnding
)
_DATA = ((True, "함께 끝냅니다"), (False, "다른 분에게 연결할 것입니다"))
