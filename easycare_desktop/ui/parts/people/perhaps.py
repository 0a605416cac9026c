"""「혹시 이분?」: names that are nearly what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.widgets import Button, Kit, Text, column, holder, row

MOST = 3


class _Line(QWidget):
    opened = Signal(object)

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__()
        self._person_id = 0
        self.setProperty("part", "inside")
        self._name, self._second = kit.text("", "strong"), kit.text("", "caption", wrap=True)
        self.button: Button = kit.button("보기", "secondary", fit="row")
        self.button.setObjectName(f"people.perhaps.{number}")
        self.button.clicked.connect(self._open)
        words = column(self._name, self._second, gap=0)
        box = row()
        box.addLayout(words, 1)
        box.addWidget(self.button)
        self.setLayout(box)

    def show_person(self, person: PersonLine) -> None:
        self._person_id = person.id
        self._name.setText(person.name)
        self._second.setText(second_line(person))
        self.button.say("보기", f"{person.name} 보기")

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._person_id)


class Perhaps(QFrame):
    """At most three nearby names, each with one button; a word where there are none."""

    opened = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.setObjectName("people.perhaps")
        self._title: Text = kit.text("", "label")
        self.lines = [_Line(kit, number) for number in range(MOST)]
        for each in self.lines:
            each.opened.connect(self.opened)
        self._body = holder(column(self._title, *self.lines, margins=(16, 10, 14, 10), gap=4))
        self.setLayout(column(self._body, gap=0))

    def show_lines(self, near: Sequence[PersonLine], *, found: bool) -> None:
        """Show whom it might be; stays away where there is nobody and others were found."""
        self._title.setText("혹시 이분?" if near else "찾는 분이 없습니다. 이름을 다시 보세요.")
        for place, each in enumerate(self.lines):
            each.setVisible(place < len(near))
            if place < len(near):
                each.show_person(near[place])
        self.setVisible(bool(near) or not found)
