"""The head of a person's card: name, age, chips, and the two buttons of everyday."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.parts.people.end_bar import EndBar
from easycare_desktop.ui.parts.people.words import age, status
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.labels import label


class SheetHead(QWidget):
    """Buttons `print` and `edit`, and that of `end`; everything else is read."""

    def __init__(self, kit: Kit, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.setProperty("part", "inside")
        self.name = kit.text("", "title")
        self.name.setObjectName("people.name")
        self._age = kit.text("")
        self._kind, self._grade, self._status = (kit.chip("") for _ in range(3))
        self._number = kit.text("", "caption")
        self.print = kit.button("인쇄", "secondary", "printer", key="F7")
        self.print.setObjectName("people.print")
        self.edit = kit.button("고치기", "secondary", "pencil", key="F3")
        self.edit.setObjectName("people.edit")
        first = row(self.name, self._age, None, gap=10)
        second = row(self._kind, self._grade, self._status, self._number, None, gap=8)
        words = column(first, second, gap=4)
        box = row(gap=8)
        box.addLayout(words, 1)
        box.addWidget(self.print)
        box.addWidget(self.edit)
        self.end = EndBar(kit)
        self.setLayout(column(box, self.end, gap=4))

    def show_card(self, card: PersonCard, groups: dict[str, ItemGroup]) -> None:
        """Show one person."""
        person = card.person
        self.name.setText(card.name)
        identity = card.contents.get("identity")
        birth = identity.values.get("birth", "") if identity else ""
        self._age.setText(age(birth, self._today()))
        self._number.setText(person.number)
        self._kind.say(label(person.kind))
        entitlement = card.contents.get("entitlement")
        grade = entitlement.values.get("grade", "") if entitlement else ""
        self._grade.setVisible(bool(grade))
        if grade:
            self._grade.say(groups["entitlement"].field("grade").choice_label(grade))
        died = card.known_end.reason is EndingReason.DEATH
        self._status.say(*status(person, died=died))
        self.end.show_card(card, self._today())
        self.edit.setVisible(person.state is PersonState.ACTIVE)
