"""시계가 맞나요?: the clock of this PC went back, or far forward, since it was last seen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.system.jumped_clock import ClockJump, Direction
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.day_words import moment_words
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, well
from easycare_desktop.ui.widgets.foot import Foot

_TITLE = "시계가 맞나요?"
_HAPPENED = {
    Direction.BACKWARDS: "이 PC의 시계가 전에 본 때보다 뒤로 가 있습니다.",
    Direction.FORWARDS: "이 PC의 시계가 전에 본 때보다 많이 앞서 있습니다.",
}
_MEANWHILE = "시계를 확인할 때까지 파기하지 않고, 문서에는 그 사실을 적습니다."
_OFFICER = "벽시계와 달력을 보고 골라 주세요. 다르면 PC의 시계를 먼저 맞춰 주세요."
_OTHERS = "책임자에게 알려 주세요. 다른 일은 그대로 하실 수 있습니다."
_DONE = "지금 시계를 믿고 이어갑니다."
_NOT_DONE = "시계를 확인하지 못했습니다"


class ClockDialog(HouseDialog):
    """An officer may take the clock for right; everybody else is only told."""

    def __init__(
        self,
        office: OpenOffice,
        kit: Kit,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent)
        self.setObjectName("clock")
        self._office, self._messages, self._background = office, messages, background
        self._may_accept = office.actor.may(Right.RULES)
        self._build(kit, office.jump)

    def _build(self, kit: Kit, jump: ClockJump | None) -> None:
        happened = _HAPPENED[jump.direction] if jump else ""
        self.seen = kit.pair("전에 마지막으로 본 때", moment_words(jump.seen) if jump else "")
        self.now = kit.pair("지금 이 PC의 시계", moment_words(jump.now) if jump else "")
        body = column(
            kit.text(_TITLE, "title"),
            kit.text(happened, "leadtext", wrap=True),
            well(self.seen, self.now, gap=10),
            kit.text(_MEANWHILE, wrap=True),
            kit.text(_OFFICER if self._may_accept else _OTHERS, wrap=True),
            None,
            margins=(28, 24, 28, 18),
            gap=12,
        )
        self.later = kit.button("나중에" if self._may_accept else "닫기")
        self.later.setObjectName("clock.later")
        self.later.clicked.connect(self.reject)
        self.assemble(holder(body), self._foot_of(kit), self.later)

    def _foot_of(self, kit: Kit) -> Foot:
        if not self._may_accept:
            return kit.foot(self.later)
        self.right = kit.button("지금 시계가 맞습니다", "primary", "clock")
        self.right.setObjectName("clock.right")
        self.right.clicked.connect(self._accept_clock)
        return kit.foot(self.right, others=[self.later])

    @Slot()
    def _accept_clock(self) -> None:
        self.right.setEnabled(False)
        self._background.run(self._office.accept_clock, self._accepted, self._failed)

    def _accepted(self, _done: None) -> None:
        self._messages.toast(_DONE)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.right.setEnabled(True)
        tell_error(self._messages, _NOT_DONE, error)
