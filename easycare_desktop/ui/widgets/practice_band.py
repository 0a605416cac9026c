"""The band of a practice office: violet and striped, so that it is seen without colour too."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance, Scheme
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import row

_STRIPES = 56


class PracticeBand(QFrame):
    """Absent in real offices. `ended` is emitted by 「연습 끝내기」."""

    ended = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "band")
        self._note = Text(
            "여기 있는 사람은 모두 지어낸 사람입니다. 인쇄물에도 「연습용」이 찍힙니다.", "caption"
        )
        end = Button(appearance, "연습 끝내기", "band")
        end.clicked.connect(self.ended)
        cap = Picture(appearance, "graduation-cap", "on_practice")
        words = Text("연습용 사무실입니다", "strong")
        self.setLayout(row(cap, words, self._note, None, end, margins=(16, 0, 72, 0), gap=10))
        appearance.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = self._appearance.theme
        self.setFixedHeight(theme.size("band"))
        self._note.setVisible(theme.look.percent <= 125)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("practice"))
        dark = theme.look.scheme is Scheme.CONTRAST
        painter.setPen(QPen(QColor("#000000") if dark else QColor(255, 255, 255, 110), 7))
        high = self.height()
        for left in range(self.width() - _STRIPES, self.width() + 40, 18):
            painter.drawLine(left, high + 4, left + high + 8, -4)
        painter.end()
