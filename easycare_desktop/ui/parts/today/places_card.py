"""열쇠와 백업: whether the office is protected, and how each key place stands."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.protection import Protection
from easycare_desktop.ui.widgets import Kit, column, holder, line, row
from easycare_desktop.ui.wording.backup import LOOKS, protection_words
from easycare_desktop.ui.wording.places import breakable, place_chip, place_note


class PlacesCard(QFrame):
    """One line a place; without any it says what a key place is for."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("today.places")
        self._kit = kit
        self._shown: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(20, 14, 20, 14)
        self._box.setSpacing(9)
        self.state = kit.chip("")
        self.lack = kit.text("", "caption", wrap=True)
        self._box.addWidget(holder(row(kit.text("열쇠와 백업", "lead"), None, self.state)))
        self._box.addWidget(self.lack)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_places(self, places: Sequence[KeyPlaceView]) -> None:
        """Show how the places stand."""
        for widget in self._shown:
            widget.setParent(None)
            widget.deleteLater()
        self._shown = [self._none()] if not places else []
        labels = [place.label for place in places]
        for number, place in enumerate(places):
            if number:
                self._shown.append(line())
            apart = f" · {breakable(place.folder)}" if labels.count(place.label) > 1 else ""
            self._shown.append(self._place(place, place_note(place) + apart))
        for widget in self._shown:
            self._box.addWidget(widget)

    def show_protection(self, found: Protection, today: date, *, looks: bool = False) -> None:
        """Say whether the office is protected; if not, the first thing that is missing."""
        if looks:
            self.state.say("보기만 함", "info")
            self.lack.setText(LOOKS[1][0])
            return
        _, lines = protection_words(found, today)
        self.state.say(
            "보호됨" if found.protected else "보호 안 됨", "ok" if found.protected else "warn"
        )
        self.lack.setText(lines[-1] if found.protected else lines[0])

    def _place(self, place: KeyPlaceView, note: str) -> QWidget:
        kit = self._kit
        word, tone = place_chip(place)
        words = column(
            kit.text(place.label, "strong", wrap=True),
            kit.text(note, "caption", wrap=True),
            gap=0,
        )
        box = row(kit.picture("usb", "muted"), gap=12)
        box.addLayout(words, 1)
        box.addWidget(kit.chip(word, tone))
        shown = holder(box)
        shown.setAccessibleName(f"{place.label}, {note}, {word}")
        return shown

    def _none(self) -> QWidget:
        kit = self._kit
        words = column(
            kit.text("열쇠 보관처가 아직 없습니다.", "strong", wrap=True),
            kit.text("열쇠 파일이 깨지면 자료를 열 수 없습니다.", "caption", wrap=True),
            gap=0,
        )
        box = row(kit.picture("triangle-alert", "warn_text"), gap=12)
        box.addLayout(words, 1)
        return holder(box)
