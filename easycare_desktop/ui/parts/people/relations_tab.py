"""The tab 관계: guardians in their order of contact, or the recipients of a guardian."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.people import PeopleService, PersonCard
from easycare_desktop.services.people_index import PersonLine
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.widgets import Kit, Scroll, column, frame, holder, row


class _Relative(QFrame):
    """One line with its buttons: `opened(id)`, and `called_first(id)` where that can be chosen."""

    opened = Signal(object)
    called_first = Signal(object)

    def __init__(
        self, kit: Kit, place: str, person: PersonLine, *, pays: bool, movable: bool
    ) -> None:
        super().__init__()
        self._person_id = person.id
        self.setProperty("part", "row")
        second = " · ".join(part for part in (second_line(person), person.phone) if part)
        words = column(kit.text(person.name, "strong"), kit.text(second, "caption"), gap=2)
        button = kit.button("보기", "secondary", fit="row", name=f"{person.name} 보기")
        button.clicked.connect(self._open)
        box = row(kit.chip(place, width=74), margins=(16, 6, 12, 6), gap=14)
        box.addLayout(words, 1)
        if pays:
            box.addWidget(kit.chip("본인부담금 납부", "info"))
        self.first = kit.button("먼저 연락", "quiet", fit="row", name=f"{person.name} 먼저 연락")
        self.first.setObjectName(f"people.call_first.{person.id}")
        self.first.clicked.connect(self._call_first)
        self.first.setVisible(movable)
        box.addWidget(self.first)
        box.addWidget(button)
        self.setLayout(box)

    @Slot()
    def _call_first(self) -> None:
        self.called_first.emit(self._person_id)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._person_id)


class RelationsTab(QWidget):
    """`person_wanted(id)` opens a relative; `guardian_wanted()` adds one; `merge_wanted()`.

    `reordered()` after a guardian was put first in the order of contact.
    """

    person_wanted = Signal(object)
    reordered = Signal()
    guardian_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, kit: Kit, people: PeopleService) -> None:
        super().__init__()
        self._kit, self._people, self._shown = kit, people, 0
        self.setProperty("part", "inside")
        self.add = kit.button("보호자 더하기", "secondary", "user-plus", fit="row")
        self.add.setObjectName("people.add_guardian")
        self.add.clicked.connect(self.guardian_wanted)
        self._title = kit.text("", "lead")
        self.merge = kit.button("같은 분과 합치기", "quiet", fit="row")
        self.merge.setObjectName("people.merge_with")
        self.merge.clicked.connect(self.merge_wanted)
        head = row(self._title, None, self.merge, self.add, margins=(20, 10, 16, 6))
        self._scroll: Scroll = kit.scroll(QWidget())
        box = column(head, self._scroll, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_card(self, card: PersonCard) -> None:
        """Show the relatives of one person."""
        self._shown = card.person.id
        recipient = card.person.kind is PersonKind.RECIPIENT
        people = card.guardians if recipient else card.recipients
        self._title.setText("보호자" if recipient else "맡고 있는 수급자")
        active = card.person.state is PersonState.ACTIVE
        self.merge.setVisible(active)
        self.add.setVisible(recipient and active)
        lines = self._lines(people, card.payers, ordered=recipient, active=active)
        self._scroll.setWidget(holder(lines))

    def _lines(
        self,
        people: Sequence[PersonLine],
        payers: Collection[int],
        *,
        ordered: bool,
        active: bool,
    ) -> QVBoxLayout:
        box = column(gap=0)
        for number, person in enumerate(people, start=1):
            place = f"{number}순위" if ordered else "수급자"
            movable = ordered and active and number > 1
            pays = person.id in payers
            relative = _Relative(self._kit, place, person, pays=pays, movable=movable)
            relative.opened.connect(self.person_wanted)
            relative.called_first.connect(self._call_first)
            box.addWidget(relative)
        if not people:
            box.addWidget(frame("row", row(None)))
            box.addWidget(self._kit.empty("users", "이어진 분이 없습니다."))
        box.addStretch(1)
        return box

    @Slot(object)
    def _call_first(self, guardian_id: int) -> None:
        self._people.call_first(self._shown, guardian_id)
        self.reordered.emit()
