"""The key places, one line each, with what can be done there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from easycare_desktop.services.former_places import FormerPlace
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.ui.widgets import Kit, beside, column, hide_unless, holder, line, row
from easycare_desktop.ui.wording.places import (
    FORMER_ADVICE,
    FORMER_CHIP,
    breakable,
    former_label,
    former_note,
    place_advice,
    place_chip,
    place_note,
)


class _PlaceLine(QWidget):
    """One place: its name, folder, generation, state, and the button that strikes it off."""

    removed = Signal(object)

    def __init__(self, kit: Kit, place: KeyPlaceView, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._place = place
        word, tone = place_chip(place)
        picture, chip = kit.picture("usb", "muted", 24), kit.chip(word, tone)
        self.remove = kit.button(
            "빼기", "quiet", fit="row", name=f"{place.label} 빼기", writes=True
        )
        self.remove.setObjectName(f"keys.remove.{place.id}")
        hide_unless(self.remove, may_change)
        self.remove.clicked.connect(self._remove)
        words = column(
            kit.text(place.label, "strong", wrap=True),
            kit.text(f"{place_note(place)} · {breakable(place.folder)}", "caption", wrap=True),
            kit.text(place_advice(place), wrap=True),
            gap=2,
        )
        box = row(beside(picture), margins=(0, 6, 0, 6), gap=12)
        box.addLayout(words, 1)
        state = holder(row(chip, self.remove))
        box.addLayout(beside(state))
        self.setLayout(box)
        self.setAccessibleName(f"{place.label}, {word}, {place_advice(place)}")

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._place)


class _FormerLine(QWidget):
    """A place that was struck off: its name, since when, and the button that says it is no more."""

    gone = Signal(object)

    def __init__(self, kit: Kit, place: FormerPlace, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._place = place
        label = former_label(place)
        self.tick = kit.button("없앴음", "quiet", fit="row", name=f"{label} 없앴음", writes=True)
        self.tick.setObjectName(f"keys.gone.{place.id}")
        hide_unless(self.tick, may_change)
        self.tick.clicked.connect(self._gone)
        words = column(
            kit.text(label, "strong", wrap=True),
            kit.text(former_note(place), "caption", wrap=True),
            kit.text(FORMER_ADVICE, wrap=True),
            gap=2,
        )
        box = row(beside(kit.picture("usb", "muted", 24)), margins=(0, 6, 0, 6), gap=12)
        box.addLayout(words, 1)
        box.addLayout(beside(holder(row(kit.chip(FORMER_CHIP, "warn"), self.tick))))
        self.setLayout(box)
        self.setAccessibleName(f"{label}, {FORMER_CHIP}, {FORMER_ADVICE}")

    @Slot()
    def _gone(self) -> None:
        self.gone.emit(self._place)


class PlaceCard(QFrame):
    """`removed(KeyPlaceView)`, `gone(FormerPlace)`.

    「보관처 추가하기」 and 「지금 갱신하기」 are its buttons.
    """

    removed = Signal(object)
    gone = Signal(object)

    def __init__(self, kit: Kit, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("keys.places")
        self._kit, self._may_change = kit, may_change
        self._shown: list[QWidget] = []
        self.lines: list[_PlaceLine] = []
        self.former: list[_FormerLine] = []
        self._empty = kit.empty(
            "usb",
            "열쇠 보관처가 아직 없습니다.",
            "USB를 꽂고 「보관처 추가하기」를 눌러 주세요. 두 곳까지 둘 수 있습니다.",
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(20, 14, 20, 14)
        self._box.setSpacing(4)
        self._box.addWidget(kit.text("열쇠 보관처", "lead"))
        self._box.addWidget(self._empty)
        self._box.addStretch(1)

    def show_places(
        self, places: Sequence[KeyPlaceView], former: Sequence[FormerPlace] = ()
    ) -> None:
        """Show how the places stand, and what was struck off and may still hold keys."""
        for widget in self._shown:
            widget.setParent(None)
            widget.deleteLater()
        self._shown, self.lines, self.former = [], [], []
        for place in places:
            if self._shown:
                self._shown.append(line())
            made = _PlaceLine(self._kit, place, may_change=self._may_change)
            made.removed.connect(self.removed)
            self.lines.append(made)
            self._shown.append(made)
        for gone in former:
            if self._shown:
                self._shown.append(line())
            told = _FormerLine(self._kit, gone, may_change=self._may_change)
            told.gone.connect(self.gone)
            self.former.append(told)
            self._shown.append(told)
        for number, widget in enumerate(self._shown):
            self._box.insertWidget(2 + number, widget)
        self._empty.setVisible(not places)
