"""Numbered steps in one line: ticks for done, a filled number for now."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance


class Steps(QWidget):
    """The way through a task. From 125 % only the present step carries its name."""

    def __init__(self, appearance: Appearance, names: Sequence[str], now: int = 0) -> None:
        super().__init__()
        self._appearance, self._names, self._now = appearance, tuple(names), now
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)
        self.go(now)

    @property
    def now(self) -> int:
        """The number of the present step, from 0."""
        return self._now

    def go(self, now: int) -> None:
        """Show step `now` (from 0) as the present one."""
        self._now = now
        name = f"{len(self._names)}단계 가운데 {now + 1}단계, {self._names[now]}"
        self.setAccessibleName(name)
        self.setToolTip(" → ".join(self._names))
        self.update()

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(self._natural(named=False), round(28 + 28 * theme.scale))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _side(self) -> int:
        return round(10 + 22 * self._appearance.theme.scale)

    def _widths(self, *, named: bool) -> list[int]:
        metrics = self._appearance.theme.metrics("body", "bold")
        shown = enumerate(self._names)
        return [
            metrics.horizontalAdvance(name) + 10 if named or i == self._now else 0
            for i, name in shown
        ]

    def _natural(self, *, named: bool) -> int:
        circles = len(self._names) * self._side()
        return circles + sum(self._widths(named=named)) + (len(self._names) - 1) * 28

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        widths = self._widths(named=self._natural(named=True) <= self.width())
        left = self.width() - sum(widths) - len(widths) * side
        gap = left / max(1, len(widths) - 1)
        at, middle = 0.0, self.height() / 2
        for number, width in enumerate(widths):
            self._circle(painter, QRectF(at + 1, middle - side / 2 + 1, side - 2, side - 2), number)
            if width:
                room = QRectF(at + side + 10, 0, width, self.height())
                self._name(painter, room, number)
            at += side + width
            if number + 1 < len(widths):
                done = number < self._now
                colour = self._appearance.theme.colour("accent" if done else "line")
                painter.setPen(QPen(colour, 2))
                painter.drawLine(QPointF(at + 10, middle), QPointF(at + gap - 10, middle))
            at += gap
        painter.end()

    def _circle(self, painter: QPainter, circle: QRectF, number: int) -> None:
        theme = self._appearance.theme
        done, here = number < self._now, number == self._now
        painter.setPen(QPen(theme.colour("accent" if done or here else "edge"), 2))
        painter.setBrush(theme.colour("accent" if here else "accent_soft" if done else "surface"))
        painter.drawEllipse(circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if done:
            px = round(circle.width() * 0.6)
            corner = circle.center() - QPointF(px / 2, px / 2)
            tick = self._appearance.pixmap("check", "accent_text", px)
            painter.drawPixmap(QPoint(round(corner.x()), round(corner.y())), tick)
            return
        painter.setFont(theme.font("body", "bold"))
        painter.setPen(theme.colour("on_accent" if here else "text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _name(self, painter: QPainter, room: QRectF, number: int) -> None:
        theme = self._appearance.theme
        here = number == self._now
        colour = "accent_text" if here else "text" if number < self._now else "muted"
        painter.setFont(theme.font("body", "bold" if here else "medium"))
        painter.setPen(theme.colour(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._names[number])
