"""Above the tabs of a card: who may be the same person, and a merge that can still be undone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.merging import Merge
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.merge_views import MergeView
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.last_asked import LastAsked
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.merge_dialog import MergeDialog
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, column

_MOST = 12


class MergeBar(QWidget):
    """`merged(person id)`: that person's card is to be shown; `parted()`: the card changed."""

    merged = Signal(object)
    parted = Signal()

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._services, self._messages = kit, services, messages
        self._question = LastAsked(background, self)
        self._card: PersonCard | None = None
        self._twins: Sequence[PersonLine] = ()
        self._merge: MergeView | None = None
        self.look = kit.button("나란히 보기", "secondary", fit="row")
        self.look.setObjectName("people.merge")
        self.look.clicked.connect(self._begin)
        self.undo = kit.button("합치기 되돌리기", "secondary", "undo-2", fit="row", writes=True)
        self.undo.setObjectName("people.part")
        self.undo.clicked.connect(self._part)
        self.twins = kit.banner("warn", "", action=self.look)
        self.done = kit.banner("info", "", action=self.undo)
        self.setLayout(column(self.twins, self.done, margins=(16, 10, 16, 10), gap=8))

    def show_card(self, card: PersonCard) -> None:
        """Show what there is to know; stay away where there is nothing.

        Everybody is looked through for a twin beside the screen.
        """
        same = self._card is not None and self._card.person.id == card.person.id
        self._card = card
        may = self._services.office.actor.may(Right.ENTER)
        self._merge = next((each for each in card.merges if each.open), None) if may else None
        if self._merge is not None:
            until = f"{self._merge.merge.until:%Y-%m-%d}까지 되돌릴 수 있습니다."
            self.done.say("info", f"{self._merge.gone_number} 번호를 이 번호로 합쳤습니다.", until)
        self.done.setVisible(self._merge is not None)
        sought = may and card.person.state is PersonState.ACTIVE
        self._question.forget()
        self._show_twin(self._twins if same and sought else [])
        if sought:
            look = partial(self._services.search.twins_of, card.person.id)
            self._question.ask(look, self._show_twin)

    def _show_twin(self, found: Sequence[PersonLine]) -> None:
        self._twins = found
        if found:
            told = f"{found[0].name} · {second_line(found[0])}"
            self.twins.say("warn", "두 번 등록된 분일 수 있습니다.", told)
        self.twins.setVisible(bool(found))
        self.setVisible(bool(found) or self._merge is not None)

    @Slot()
    def choose(self) -> None:
        """Merge with somebody who is looked for by name or number."""
        card = self._card
        if card is None:
            return
        typed = self._messages.ask_text(
            "같은 분과 합치기", "그분의 다른 번호나 이름", hint="예: P-00012"
        )
        if typed is None:
            return
        found = [
            (each.id, f"{each.name} · {second_line(each)}")
            for each in self._services.search.find(typed, (card.person.kind,))
            if each.id != card.person.id
        ]
        if not found:
            self._messages.inform("찾는 분이 없습니다", "이름이나 번호를 다시 보아 주세요.")
            return
        chosen = self._messages.ask_choice(
            "같은 분과 합치기", f"{card.name} 님과 같은 분은 누구인가요?", found[:_MOST]
        )
        if chosen is not None:
            self.open_with(chosen)

    @Slot()
    def _begin(self) -> None:
        if self._twins:
            self.open_with(self._twins[0].id)

    def open_with(self, other_id: int) -> None:
        """Show both side by side."""
        card = self._card
        if card is None:
            return
        try:
            preview = self._services.merging.preview(card.person.id, other_id)
        except Refusal as refusal:
            tell(self._messages, "합칠 수 없습니다", refusal)
            return
        self.dialog = MergeDialog(self._kit, self._services, preview, self._messages, self.window())
        self.dialog.merged.connect(self._done)
        self.dialog.open()

    @Slot(object)
    def _done(self, merge: Merge) -> None:
        self._messages.toast(f"한 번호로 합쳤습니다. {merge.until:%Y-%m-%d}까지 되돌릴 수 있습니다")
        self.merged.emit(merge.keeper_id)

    @Slot()
    def _part(self) -> None:
        view = self._merge
        if view is None:
            return
        reason = self._messages.ask_text(
            "합치기 되돌리기",
            f"{view.gone_number} 번호를 다시 나누는 사유",
            hint="합친 뒤에 고친 값은 그대로 남습니다.",
        )
        if reason is None:
            return
        try:
            self._services.merging.undo(view.merge.id, reason)
        except Refusal as refusal:
            tell(self._messages, "되돌리지 못했습니다", refusal)
        else:
            self._messages.toast(f"{view.gone_number} 번호를 다시 나누었습니다")
        self.parted.emit()
