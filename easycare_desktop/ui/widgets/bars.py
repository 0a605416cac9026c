"""Grouped bars, solid and hatched: they can be told apart on a black-and-white print."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance, Theme

_STEP = 6


class Bars(QWidget):
    """Two numbers a label: what went (solid) and what stays (hatched). No axis: numbers say it."""

    def __init__(
        self,
        appearance: Appearance,
        labels: Sequence[str],
        going: Sequence[int],
        staying: Sequence[int],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._labels, self._going, self._staying = (*labels,), (*going,), (*staying,)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        words = ", ".join(
            f"{label} 파기 {gone} 분리보관 {kept}"
            for label, gone, kept in zip(labels, going, staying, strict=True)
        )
        self.setAccessibleName(f"파기와 분리보관: {words}")
        appearance.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        scale = self._appearance.theme.scale
        return QSize(round(60 * scale) * len(self._labels), round(96 + 46 * scale))

    @override
    def minimumSizeHint(self) -> QSize:
        scale = self._appearance.theme.scale
        return QSize(round(44 * scale) * len(self._labels), round(96 + 46 * scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        line = painter.fontMetrics().height()
        area = QRectF(0, line + 4, self.width(), self.height() - 2 * line - 12)
        top = max((*self._going, *self._staying, 1))
        step = area.width() / max(1, len(self._labels))
        bar = min(22.0 * theme.scale, step * 0.34)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        for number, label in enumerate(self._labels):
            left = number * step + step / 2 - bar - 1
            for side, value in enumerate((self._going[number], self._staying[number])):
                high = area.height() * value / top
                box = QRectF(left + side * (bar + 2), area.bottom() - high, bar, high)
                paint_bar(painter, theme, box, hatched=side == 1)
                painter.setPen(theme.colour("text"))
                above = QRectF(box.left() - 8, box.top() - line - 4, bar + 16, line + 4)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(value))
            painter.setPen(theme.colour("muted"))
            below = QRectF(number * step, area.bottom() + 4, step, line + 4)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()


class Swatch(QWidget):
    """The legend mark of a bar, with its pattern."""

    def __init__(self, appearance: Appearance, *, hatched: bool) -> None:
        super().__init__()
        self._appearance, self._hatched = appearance, hatched
        self.setFixedSize(16, 16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, 14, 14)
        paint_bar(painter, self._appearance.theme, box, hatched=self._hatched)
        painter.end()


def paint_bar(painter: QPainter, theme: Theme, box: QRectF, *, hatched: bool) -> None:
    """Fill a bar, solid slate or hatched teal."""
    if not hatched:
        painter.fillRect(box, theme.colour("go"))
        return
    painter.save()
    painter.fillRect(box, theme.colour("stay_soft"))
    painter.setClipRect(box)
    painter.setPen(QPen(theme.colour("stay"), 1.6))
    wide = box.width()
    for number in range(int((box.height() + 2 * wide) / _STEP) + 1):
        y = box.top() - wide + number * _STEP
        painter.drawLine(QPointF(box.left(), y + wide), QPointF(box.right(), y))
    painter.setPen(QPen(theme.colour("stay"), 1.2))
    painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.restore()
