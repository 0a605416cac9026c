"""Whom a plan owes word that what the law kept is gone, too: the paper, and how it was given."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.services.second_notices import NotTold, SecondNotice, Telling
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.labels import label

_TITLE = "보관 종료·파기 알리기"


class NoticesCard(QFrame):
    """Hidden where nobody is owed one. `paper_wanted(kind, person id)`; `settled()` afterwards."""

    paper_wanted = Signal(str, object)
    settled = Signal()

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._services, self._messages = services, messages
        self._plan: Plan | None = None
        self._notices: list[SecondNotice] = []
        self.words = kit.text("", wrap=True)
        self.paper = kit.button("통지서", "secondary", "printer", fit="row")
        self.told = kit.button("알렸습니다", "secondary", "check", fit="row")
        self.not_told = kit.button("알리지 못했습니다", "quiet", fit="row")
        self.paper.setObjectName("destroy.notice_paper")
        self.told.setObjectName("destroy.notice_told")
        self.not_told.setObjectName("destroy.notice_not_told")
        self.paper.clicked.connect(self._paper)
        self.told.clicked.connect(self._told)
        self.not_told.clicked.connect(self._not_told)
        self.setLayout(
            column(
                kit.text(_TITLE, "lead"),
                kit.text("보관 기한이 끝나 마저 파기했다고 본인께 알려 주세요.", wrap=True),
                self.words,
                row(self.paper, self.told, self.not_told, None),
                margins=(20, 16, 20, 16),
                gap=8,
            )
        )

    def show_plan(self, plan: Plan) -> None:
        """Show the notices of one plan."""
        self._plan = plan
        self._notices = self._services.second_notices.of_plan(plan.id)
        self.words.setText("\n".join(map(_line, self._notices)))
        is_open = any(each.how is None for each in self._notices)
        for button in (self.told, self.not_told):
            button.setVisible(is_open)
        self.paper.setVisible(any(each.name for each in self._notices))
        self.setVisible(bool(self._notices))

    @Slot()
    def _paper(self) -> None:
        chosen = self._one([each for each in self._notices if each.name])
        if chosen is not None:
            self.paper_wanted.emit(PaperKind.SECOND_NOTICE.code, chosen.person_id)

    @Slot()
    def _told(self) -> None:
        chosen = self._one([each for each in self._notices if each.how is None])
        if chosen is not None:
            ways = [(each, label(each)) for each in Telling]
            self._settle(chosen, self._messages.ask_choice(_TITLE, "어떻게 알렸나요?", ways))

    @Slot()
    def _not_told(self) -> None:
        chosen = self._one([each for each in self._notices if each.how is None])
        if chosen is not None:
            whys = [(each, label(each)) for each in NotTold]
            self._settle(chosen, self._messages.ask_choice(_TITLE, "왜 알리지 못했나요?", whys))

    def _one(self, notices: list[SecondNotice]) -> SecondNotice | None:
        if not notices[1:]:
            return notices[0] if notices else None
        choices = [(each, _who(each)) for each in notices]
        return self._messages.ask_choice(_TITLE, "어느 분인가요?", choices)

    def _settle(self, notice: SecondNotice, how: Telling | NotTold | None) -> None:
        if how is None:
            return
        try:
            self._services.second_notices.settle(notice.plan_id, notice.person_id, how)
        except Refusal as refusal:
            tell(self._messages, "적지 못했습니다", refusal)
            return
        self.settled.emit()


def _line(notice: SecondNotice) -> str:
    if notice.how is None:
        return f"{_who(notice)}: 아직 알리지 않았습니다."
    return f"{_who(notice)}: {label(notice.how)} {notice.on:%Y-%m-%d}"


def _who(notice: SecondNotice) -> str:
    return f"{notice.name} 님 ({notice.person_number})" if notice.name else notice.person_number
