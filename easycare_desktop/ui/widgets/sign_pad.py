"""A field to sign in with pen, finger or mouse; the line grows with the pressure of a pen."""

from itertools import pairwise

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance

_WIDE, _HIGH = 560, 170
_FINER = 3
_INK = QColor(20, 24, 60)
_LINE = 2.4
_LEAST = 24.0
_EDGE = 6
Dot = tuple[QPointF, float]


class SignPad(QWidget):
    """`changed()` whenever the signature is another. `png()` is the drawing with its alpha."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._strokes: list[list[Dot]] = []
        self.setObjectName("sign.pad")
        self.setAccessibleName("서명하는 칸")
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._fit)

    def is_signed(self) -> bool:
        """Tell whether something longer than a slip of the pen was drawn."""
        return sum(_length(stroke) for stroke in self._strokes) >= _LEAST

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._strokes.clear()
        self._tell()

    def png(self) -> bytes:
        """Return what was drawn, cut to it; empty where nobody has signed."""
        if not self.is_signed():
            return b""
        area = self._area()
        size = QSize(round(area.width() * _FINER), round(area.height() * _FINER))
        image = QImage(size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(_FINER, _FINER)
        painter.translate(-area.topLeft())
        self._draw(painter, _INK)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt text
        return bytes(buffer.data().data())

    def _area(self) -> QRectF:
        dots = [dot for stroke in self._strokes for dot, _ in stroke]
        left, right = min(dot.x() for dot in dots), max(dot.x() for dot in dots)
        top, low = min(dot.y() for dot in dots), max(dot.y() for dot in dots)
        return QRectF(left, top, right - left, low - top).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)

    def _draw(self, painter: QPainter, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes:
            for (one, _), (two, weight) in pairwise(stroke):
                pen = QPen(ink, _LINE * weight)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLine(one, two)

    def _begin(self, at: QPointF, weight: float) -> None:
        self._strokes.append([(at, weight)])

    def _go_on(self, at: QPointF, weight: float) -> None:
        if self._strokes:
            self._strokes[-1].append((at, weight))
            self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.px(_WIDE), theme.px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, _HIGH)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position(), 1.0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position(), 1.0)

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        eraser = event.pointerType() is QPointingDevice.PointerType.Eraser
        weight = 0.5 + event.pressure()
        if eraser:
            self.clear()
        elif event.type() is QTabletEvent.Type.TabletPress:
            self._begin(event.position(), weight)
        elif event.type() is QTabletEvent.Type.TabletMove and event.pressure() > 0:
            self._go_on(event.position(), weight)
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        line = self.height() * 0.76
        painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(24, line), QPointF(self.width() - 24, line))
        self._draw(painter, theme.colour("ink"))
        painter.end()


def _length(stroke: list[Dot]) -> float:
    return sum((two - one).manhattanLength() for (one, _), (two, _) in pairwise(stroke))
