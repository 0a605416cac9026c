"""The status line: saved or not, facts of the office, and the keys that always work."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.labels import KeyCap, Picture, Text
from easycare_desktop.ui.widgets.layouts import row

_MARGINS = (16, 0, 16, 0)


class StatusLine(QFrame):
    """`say` changes the left side, `tell` the facts on the right (they give way to large text)."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "status")
        self._saved = Text("모두 저장됨", "caption")
        self._facts = Text("", "caption")
        self._size = Text("", "caption")
        self._lock = (Text("잠그기", "caption"), KeyCap("Ctrl+L"))
        self._folded = False
        tick = Picture(appearance, "check", "ok_text", 16)
        box = row(tick, self._saved, None, self._facts, *self._lock, margins=_MARGINS)
        for part in (self._size, KeyCap("Ctrl + / -"), Text("도움말", "caption"), KeyCap("F1")):
            box.addWidget(part)
        self.setLayout(box)
        appearance.changed.connect(self._fit)
        self._fit()

    def say(self, words: str) -> None:
        """Say what has been saved: 「모두 저장됨 · 임시 보관 10:32」."""
        self._saved.setText(words)

    def tell(self, facts: Sequence[str]) -> None:
        """Say short facts: 「열쇠 제42세대」, 「마지막 백업 11월 14일」."""
        self._facts.setText("".join(f"{fact}  ·  " for fact in facts))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = self._appearance.theme
        self.setFixedHeight(theme.size("status"))
        self._size.setText(f"글자 {theme.look.percent} %")
        self._facts.setVisible(theme.roomy)
        self._offer_lock()

    def offer_lock(self, *, folded: bool) -> None:
        """Offer to lock also where the list of pages, which does, is `folded` into a menu."""
        self._folded = folded
        self._offer_lock()

    def _offer_lock(self) -> None:
        for part in self._lock:
            part.setVisible(self._folded or not self._appearance.theme.roomy)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._facts.setVisible(self._appearance.theme.roomy and self.width() > 900)
