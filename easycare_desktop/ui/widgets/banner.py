"""Banners and empty states: soft boxes with an icon, a bold line and at most one button."""

from collections.abc import Sequence
from typing import Literal

from PySide6 import QtCore
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import beside, column, hide_unless, repolish, row

_ROUND = 24
BannerTone = Literal["info", "warn", "danger", "ok", "stay"]
_ICONS = {
    "danger": "octagon-x",
    "warn": "triangle-alert",
    "ok": "circle-check",
    "info": "info",
    "stay": "folder-lock",
}


class Banner(QFrame):
    """A bold first line, at most two more, at most one button. At most two on a page."""

    def __init__(
        self,
        appearance: Appearance,
        tone: BannerTone,
        title: str,
        *lines: str,
        action: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", tone)
        self._icon = Picture(appearance, "info", "accent_text", 24)
        self._title = Text("", "strong", wrap=True)
        self._lines = [Text("", wrap=True) for _ in range(2)]
        words = column(self._title, *self._lines, gap=2)
        self._beside = beside(self._icon, middle=True)
        box = row(self._beside, margins=(14, 10, 12, 10), gap=12)
        box.addLayout(words, 1)
        if action is not None:
            box.addWidget(action, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.say(tone, title, *lines)

    def say(self, tone: BannerTone, title: str, *lines: str) -> None:
        """Change tone and words."""
        colour = "accent_text" if tone == "info" else f"{tone}_text"
        self._icon.show_icon(_ICONS[tone], colour)
        self._title.say(title, "" if tone == "info" else tone)
        for label, words in zip(self._lines, (*lines, "", "")[:2], strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self._beside.setStretch(0, 0 if any(lines) else 1)
        self.setAccessibleName(", ".join((title, *lines)))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class Empty(QWidget):
    """Nothing is here: an icon, one sentence, when it will fill, one secondary button."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        sentence: str,
        when: str = "",
        actions: Sequence[QWidget] = (),
        colour: str = "muted",
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        middle = QtCore.Qt.AlignmentFlag.AlignHCenter
        self._picture = Picture(appearance, icon, colour, 48)
        self._words = title, note = Text(sentence, "lead", wrap=True), Text(when, wrap=True)
        for label in (title, note):
            label.setAlignment(middle)
        hide_unless(note, bool(when))
        box = column(None, margins=(_ROUND, _ROUND, _ROUND, _ROUND), gap=8)
        box.addWidget(self._picture, 0, middle)
        box.addWidget(title)
        box.addWidget(note)
        for action in actions:
            box.addSpacing(8)
            box.addWidget(action, 0, middle)
        box.addStretch(1)
        self.setLayout(box)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the picture where it would lie over the words."""
        super().resizeEvent(event)
        wide = self.width() - 2 * _ROUND
        words = sum(each.heightForWidth(wide) for each in self._words if each.text())
        needed = self._picture.sizeHint().height() + words + 2 * _ROUND
        self._picture.setVisible(self.height() >= needed)
