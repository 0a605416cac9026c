"""두 PC에서 번갈아 쓰기: the office goes to another PC with the stick of the keys."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.lease import LeaseService, LeaseView
from easycare_desktop.ui.background import Background, Reporter
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, row

_WHAT = (
    "사무실 PC와 집 PC처럼 두 대에서 씁니다. 적는 PC는 언제나 한 대이고, 다른 PC는 보기만 합니다."
)
_FIRST = "처음 쓰는 PC에서는 첫 화면의 「다른 PC에서 옮겨 오기」에서 비상 열쇠 종이로 가져옵니다."
_KNOWN = "비밀번호만으로 가져올 수 있는 PC: {names}"
_ABSENT = ("꽂혀 있는 열쇠 보관처가 없습니다", "금고의 USB를 꽂고 다시 눌러 주세요.")
_DONE = (
    "다른 PC로 넘겼습니다",
    "이 PC에서는 이제 보기만 할 수 있습니다.",
    "USB를 빼서 다른 PC에 꽂고, 그 PC에서 가져와 주세요.",
)
_OFFICER = "넘기는 것은 책임자만 할 수 있습니다."
_GIVEN = "이미 다른 PC로 넘겼습니다."
_FAILED = "넘기지 못했습니다"


class LeaseCard(QFrame):
    """`handed()`: whether this PC writes has changed."""

    handed = Signal()

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._services, self._messages, self._background = services, messages, background
        self._lease = LeaseService(services.office, services.backup_targets, services.backup)
        self.setProperty("part", "card")
        self.give = kit.button("다른 PC로 넘기기", "secondary", "external-link", writes=True)
        self.give.setObjectName("keys.give")
        self.give.clicked.connect(self._begin)
        self.known = kit.text(_FIRST, "caption", wrap=True)
        self.why = kit.text("", "caption", wrap=True)
        self.why.hide()
        self.state = kit.progress()
        self.state.hide()
        title = kit.text("두 PC에서 번갈아 쓰기", "lead")
        inside = (title, kit.text(_WHAT, wrap=True), self.known, row(self.give, None))
        self.setLayout(column(*inside, self.why, self.state, margins=(20, 16, 20, 16), gap=10))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look which PC writes."""
        self._background.run(self._lease.state, self._show, self._failed)

    def _show(self, view: LeaseView) -> None:
        may = self._services.office.actor.may(Right.RESTORE)
        why = _GIVEN if view.given_at is not None else "" if may else _OFFICER
        self.give.setEnabled(not why)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.known.setText(_KNOWN.format(names=", ".join(view.pcs)) if view.pcs else _FIRST)

    @Slot()
    def _begin(self) -> None:
        self.give.setEnabled(False)
        self._background.run(self._services.key_places.states, self._choose, self._failed)

    def _choose(self, places: list[KeyPlaceView]) -> None:
        self.refresh()
        at_hand = [each for each in places if each.state.is_here]
        if not at_hand:
            self._messages.inform(*_ABSENT)
            return
        chosen: int | None = at_hand[0].id
        if len(at_hand) > 1:
            choices = [(each.id, f"{each.label} · {each.folder}") for each in at_hand]
            chosen = self._messages.ask_choice("다른 PC로 넘기기", "무엇으로 넘길까요", choices)
        label = next((each.label for each in at_hand if each.id == chosen), "")
        if chosen is not None and self._messages.confirm(_question(label)):
            self._run(chosen)

    def _run(self, place_id: int) -> None:
        self.give.setEnabled(False)
        self.state.say("백업하고 넘기고 있습니다. USB를 빼지 마세요.", 0, 1)
        self.state.show()
        work = partial(_give, self._lease, place_id)
        self._background.run_steps(work, self._given, self._tell, self._failed)

    def _tell(self, done: int, total: int) -> None:
        self.state.say(self.state.words, done, total)

    def _given(self, _view: LeaseView) -> None:
        self._end()
        self._messages.inform(*_DONE)

    def _failed(self, error: Exception) -> None:
        self._end()
        tell_error(self._messages, _FAILED, error)

    def _end(self) -> None:
        if not self.state.isHidden():
            self.state.hide()
            self.handed.emit()
            self.refresh()


def _give(lease: LeaseService, place_id: int, reporter: Reporter) -> LeaseView:
    return lease.give(place_id, reporter.step)


def _question(label: str) -> Question:
    lines = (
        f"「{label}」에 백업하고, 그 USB로 넘깁니다.",
        "이 PC에서는 그때부터 보기만 할 수 있습니다.",
        "아무도 가져가지 않았다면 언제든 다시 가져올 수 있습니다.",
    )
    return Question("이 사무실을 다른 PC로 넘길까요?", lines, yes="넘기기")
