"""The tab 관계: guardians in their order of contact, or the recipients of a guardian."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.relations import Untied
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.guardian_dialog import GuardianDialog
from easycare_desktop.ui.parts.people.past_relatives import past_relatives
from easycare_desktop.ui.parts.people.tie_words import tie_words
from easycare_desktop.ui.parts.people.tying import tie_guardian
from easycare_desktop.ui.parts.people.undoing import UndoWork
from easycare_desktop.ui.parts.people.untie_dialog import UntieDialog
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, Scroll, column, frame, hide_unless, holder, row


class _Relative(QFrame):
    """One line: `opened(id)`; `called_first(id)` and `ended(id)` where those can be chosen.

    `tie`: in words, the relation and the capacity.
    """

    opened = Signal(object)
    called_first = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        kit: Kit,
        place: str,
        person: PersonLine,
        tie: str,
        *,
        pays: bool,
        movable: bool,
        ends: bool,
    ) -> None:
        super().__init__()
        self._person_id = person.id
        self.setProperty("part", "row")
        second = " · ".join(part for part in (second_line(person), person.phone) if part)
        self.first = kit.button("먼저 연락", "quiet", fit="row", name=f"{person.name} 먼저 연락")
        self.first.setObjectName(f"people.call_first.{person.id}")
        self.first.clicked.connect(self._call_first)
        hide_unless(self.first, movable)
        end = kit.button("관계 끝내기", "quiet", fit="row", name=f"{person.name} 관계 끝내기")
        end.setObjectName(f"people.untie.{person.id}")
        end.clicked.connect(self._end)
        hide_unless(end, ends)
        payer = kit.chip("본인부담금 납부", "info")
        hide_unless(payer, pays)
        name = row(kit.text(person.name, "strong"), payer, None, gap=8)
        told = kit.text(tie, wrap=True)
        hide_unless(told, tie)
        words = column(name, told, kit.text(second, "caption", wrap=True), gap=2)
        if ends:
            words.addLayout(row(self.first, end, None, gap=4))
        button = kit.button("보기", "secondary", fit="row", name=f"{person.name} 보기")
        button.clicked.connect(self._open)
        box = row(kit.chip(place, width=74), margins=(16, 8, 12, 8), gap=14)
        box.addLayout(words, 1)
        box.addWidget(button)
        self.setLayout(box)

    @Slot()
    def _call_first(self) -> None:
        self.called_first.emit(self._person_id)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._person_id)

    @Slot()
    def _end(self) -> None:
        self.ended.emit(self._person_id)


_TITLES = {PersonKind.RECIPIENT: "보호자", PersonKind.GUARDIAN: "맡고 있는 수급자"}


class RelationsTab(QWidget):
    """`person_wanted(id)` opens a relative; `guardian_wanted()` adds one; `merge_wanted()`.

    `changed()` after a guardian was put first in the order of contact, untied or tied again.
    """

    person_wanted = Signal(object)
    changed = Signal()
    guardian_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self._kit, self._services, self._messages = kit, services, messages
        self._card: PersonCard | None = None
        self.dialog: UntieDialog | GuardianDialog | None = None
        self.setProperty("part", "inside")
        self.add = kit.button("보호자 추가하기", "secondary", "user-plus", fit="row")
        self.add.setObjectName("people.add_guardian")
        self.add.clicked.connect(self.guardian_wanted)
        self.tie = kit.button("등록된 보호자 연결하기", "secondary", fit="row", writes=True)
        self.tie.setObjectName("people.tie_guardian")
        self.tie.clicked.connect(self._choose_guardian)
        self._title = kit.text("", "lead")
        self.merge = kit.button("같은 분과 합치기", "quiet", fit="row", writes=True)
        self.merge.setObjectName("people.merge_with")
        self.merge.clicked.connect(self.merge_wanted)
        head = row(self._title, None, self.tie, self.add, margins=(20, 10, 16, 6))
        twice = kit.text("두 번 등록된 분이면 하나로 합칩니다.", "caption")
        self._twice = holder(row(twice, None, self.merge, margins=(20, 4, 16, 6)))
        self._scroll: Scroll = kit.scroll(QWidget())
        box = column(head, self._scroll, self._twice, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_card(self, card: PersonCard) -> None:
        """Show the relatives of one person, and who was one."""
        self._card = card
        recipient = card.person.kind is PersonKind.RECIPIENT
        people = card.guardians if recipient else card.recipients
        self._title.setText(_TITLES.get(card.person.kind, "연결된 분"))
        active = card.person.state is PersonState.ACTIVE
        self._twice.setVisible(active)
        for button in (self.tie, self.add):
            button.setVisible(recipient and active)
        lines = self._lines(people, card, ordered=recipient, active=active)
        past = self._services.relations.ended(card.person.id)
        if past:
            lines.addWidget(past_relatives(self._kit, self._services.search, card, past))
        lines.addStretch(1)
        self._scroll.setWidget(holder(lines))

    def _lines(
        self,
        people: Sequence[PersonLine],
        card: PersonCard,
        *,
        ordered: bool,
        active: bool,
    ) -> QVBoxLayout:
        box = column(gap=0)
        changes = ordered and active
        for number, person in enumerate(people, start=1):
            place = f"{number}순위" if ordered else "수급자"
            relative = _Relative(
                self._kit,
                place,
                person,
                self._tie(card, person.id),
                pays=person.id in card.payers,
                movable=changes and number > 1,
                ends=changes,
            )
            relative.opened.connect(self.person_wanted)
            relative.called_first.connect(self._call_first)
            relative.ended.connect(self._untie)
            box.addWidget(relative)
        if not people:
            box.addWidget(frame("row", row(None)))
            box.addWidget(self._kit.empty("users", "연결된 분이 없습니다."))
        return box

    def _tie(self, card: PersonCard, person_id: int) -> str:
        """Say the tie of somebody shown; on a guardian's card it is that of the guardian."""
        office, identity = self._services.office, card.contents.get("identity")
        values = card.of_guardians.get(person_id)
        if values is None:
            values = identity.values if identity else {}
        return tie_words(office.catalogue.group("identity"), values, office.today())

    @Slot(object)
    def _call_first(self, guardian_id: int) -> None:
        if self._card is None:
            return
        try:
            self._services.people.call_first(self._card.person.id, guardian_id)
        except Refusal as refusal:
            tell(self._messages, "연락 순서를 바꾸지 못했습니다", refusal)
        self.changed.emit()

    @Slot()
    def _choose_guardian(self) -> None:
        if self._card is None:
            return
        self.dialog = GuardianDialog(self._kit, self._services.people, self._card, self.window())
        self.dialog.chosen.connect(self._link)
        self.dialog.open()

    @Slot(object)
    def _link(self, guardian_id: int) -> None:
        if self._card is None:
            return
        tie_guardian(self._services.people, self._messages, self._card.person.id, guardian_id)
        self.changed.emit()

    @Slot(object)
    def _untie(self, guardian_id: int) -> None:
        guardian = self._services.search.line(guardian_id)
        if self._card is None or guardian is None:
            return
        self.dialog = UntieDialog(
            self._kit, self._services, self._card, guardian, self._messages, self.window()
        )
        self.dialog.untied.connect(self._untied)
        self.dialog.open()

    @Slot(object)
    def _untied(self, untied: Untied) -> None:
        told = "보호자 관계를 끝냈습니다."
        if untied.plan_id:
            told = "관계를 끝냈습니다. 보호자 자료는 파기 승인을 기다립니다."
        work = partial(self._services.relations.undo, untied)
        self._messages.toast(told, UndoWork(work, self._messages, self.changed.emit))
        self.changed.emit()
