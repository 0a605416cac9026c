"""Words, chips, key caps and pictures. Words are never markup."""

from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QSizePolicy

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.first_picture import PLAIN_TEXT
from easycare_desktop.ui.widgets.layouts import repolish

Role = Literal["title", "lead", "leadtext", "body", "strong", "value", "number", "caption", "label"]
Tone = Literal["", "danger", "warn", "ok", "stay", "go", "accent", "muted"]
ChipTone = Literal["", "late", "warn", "info", "ok", "stay", "go", "danger"]


class Text(QLabel):
    """Plain words in a role; `wrap` breaks them over lines."""

    def __init__(
        self, words: str, role: Role = "body", tone: Tone = "", *, wrap: bool = False
    ) -> None:
        super().__init__(words)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def say(self, words: str, tone: Tone = "") -> None:
        """Change the words and their tone."""
        self.setText(words)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class Chip(QLabel):
    """A word in a soft box, never pressable. `width` (px at 100 %) lines up a column of chips."""

    def __init__(
        self, appearance: Appearance, words: str, tone: ChipTone = "", width: int | None = None
    ) -> None:
        super().__init__(words)
        self._appearance, self._width = appearance, width
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setProperty("part", "chip")
        self.setProperty("tone", tone)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if width is not None:
            appearance.changed.connect(self._fit)
            self._fit()

    def say(self, words: str, tone: ChipTone = "") -> None:
        """Change the word and its tone."""
        self.setText(words)
        self.setProperty("tone", tone)
        repolish(self)

    @Slot()
    def _fit(self) -> None:
        if self._width is not None:
            self.setFixedWidth(self._appearance.theme.px(self._width))


class KeyCap(QLabel):
    """The name of a key in a small box."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setProperty("part", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Picture(QLabel):
    """A tinted icon beside words that say the same; `px` is its size at 100 %."""

    def __init__(
        self, appearance: Appearance, name: str, colour: str = "muted", px: int = 20
    ) -> None:
        super().__init__()
        self._appearance, self._name, self._colour, self._px = appearance, name, colour, px
        appearance.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Change the icon."""
        self._name, self._colour = name, colour
        self._draw()

    @Slot()
    def _draw(self) -> None:
        px = self._appearance.theme.px(self._px)
        self.setPixmap(self._appearance.pixmap(self._name, self._colour, px))
        self.setFixedSize(px, px)
