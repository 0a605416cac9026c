"""How many people a list shows, and what was typed: new words with every stroke."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.widgets import Kit

_GAP, _LEAST = 8, 64
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CountWords(QWidget):
    """Drawn, not set as labels: other words there would lay out the whole page with each stroke."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._count = self._typed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        kit.changed.connect(self._grow)

    def text(self) -> str:
        """Return how many there are, in words."""
        return self._count

    def say(self, count: str, typed: str) -> None:
        """Change the words."""
        if (count, typed) != (self._count, self._typed):
            self._count, self._typed = count, typed
            self.setAccessibleName(f"{count} {typed}".strip())
            self.update()

    @override
    def sizeHint(self) -> QSize:
        high = self._kit.theme.metrics("body", "semibold").height()
        return QSize(self._kit.theme.px(_LEAST), high)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        wide = theme.metrics("body", "semibold").horizontalAdvance(self._count)
        painter.setFont(theme.font("body", "semibold"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(self.rect(), _LEFT, self._count)
        rest = self.rect().adjusted(wide + _GAP, 0, 0, 0)
        small = theme.metrics("caption")
        words = small.elidedText(self._typed, Qt.TextElideMode.ElideRight, rest.width())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(rest, _LEFT, words)
        painter.end()

    @Slot()
    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
