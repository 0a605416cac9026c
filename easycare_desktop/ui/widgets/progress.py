"""Long work under way: words above a bar, never a spinner."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.labels import Text
from easycare_desktop.ui.widgets.layouts import column

_HIGH = 12


class Progress(QWidget):
    """`say(words, done, total)`: what is being done, and how far it is."""

    def __init__(self, appearance: Appearance, words: str = "") -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._words = Text(words, "strong", wrap=True)
        self._bar = _Bar(appearance)
        self.setLayout(column(self._words, self._bar, gap=8))
        self.say(words, 0, 1)

    @property
    def words(self) -> str:
        """What is being done."""
        return self._words.text()

    def say(self, words: str, done: int, total: int) -> None:
        """Show step `done` of `total`."""
        self._words.setText(words)
        self._bar.go(done / total if total else 0.0)
        self.setAccessibleName(f"{words}, {total}단계 가운데 {done}단계")


class _Bar(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance, self._share = appearance, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)

    def go(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.update()

    @Slot()
    def _fit(self) -> None:
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.5, 0.5, self.width() - 1, _HIGH - 1)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(track, _HIGH / 2, _HIGH / 2)
        if self._share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            track.setWidth(max(float(_HIGH), track.width() * self._share))
            painter.drawRoundedRect(track, _HIGH / 2, _HIGH / 2)
        painter.end()
