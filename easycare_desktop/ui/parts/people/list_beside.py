"""The list of people beside the card of one; one after the other from 125 % text."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, column, frame, row

_LIST_WIDTH = 384
_UNLIMITED = 16_777_215


class ListBeside(QWidget):
    """Until somebody is opened a sentence stands in place of the card."""

    def __init__(self, kit: Kit, people: PersonList) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._list = kit, people
        sentence = "왼쪽에서 한 분을 고르면 여기에 나타납니다."
        nobody = kit.empty("users", sentence, "이름이나 초성을 치고 Enter를 누르세요.")
        self._nobody = frame("card", column(None, nobody, None))
        self._right = Pile([self._nobody])
        sides = row(people, self._right, margins=(24, 0, 24, 14), gap=16)
        sides.setStretch(1, 1)
        self.setLayout(sides)

    def add_card(self, card: QWidget) -> None:
        """Put the card in; it is hidden until it is asked for."""
        self._right.add(card)

    def show_card(self, card: QWidget | None) -> None:
        """Show the card, or that nobody is open."""
        self._right.show_only(self._nobody if card is None else card)

    def fit(self, *, opened: bool) -> bool:
        """Arrange both for the text size; tell whether the card hides the list."""
        theme, alone = self._kit.theme, not self._kit.theme.roomy
        self._list.setVisible(not (alone and opened))
        self._right.setVisible(not alone or opened)
        self._list.setMinimumWidth(0 if alone else theme.px(_LIST_WIDTH))
        self._list.setMaximumWidth(_UNLIMITED if alone else theme.px(_LIST_WIDTH))
        return alone and opened
