"""An officer answers for what a search could not settle, with a reason that is printed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_search import CLOSABLE
from easycare_desktop.services.plan_views import PlanView
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, row

_TITLE = "찾기 마무리"
_WHY = "직접 확인한 것을 적어 주세요. 파기확인서에 그대로 적힙니다."
_HINT = "예: USB의 파일을 열어 지웠음"


class SearchClosing(QWidget):
    """A button, hidden where nothing of the search is open; `closed()` once a reason was given."""

    closed = Signal()

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services, self._messages = services, messages
        self._plan_id = 0
        self.button = kit.button("사유 적고 찾기 마무리", "secondary", "check", fit="row")
        self.button.setObjectName("destroy.close_search")
        self.button.clicked.connect(self._close)
        self.setLayout(row(self.button, None))

    def show_plan(self, view: PlanView) -> None:
        """Offer it to who may approve, while a search is not settled."""
        self._plan_id = view.plan.id
        may = self._services.office.actor.may(Right.APPROVE)
        self.setVisible(may and bool(CLOSABLE & set(view.open_points)))

    @Slot()
    def _close(self) -> None:
        reason = self._messages.ask_text(_TITLE, _WHY, hint=_HINT)
        if reason is None:
            return
        try:
            self._services.destruction_search.close(self._plan_id, reason)
        except Refusal as refusal:
            tell(self._messages, "마무리하지 못했습니다", refusal)
            return
        self.closed.emit()
