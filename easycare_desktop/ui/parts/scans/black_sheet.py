"""A page with its black boxes: drawn by dragging, moved and sized by the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from typing_extensions import override

from easycare_desktop.domain.blackout import Box
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.parts.preview.sheet import Sheet
from easycare_desktop.ui.parts.scans.black_boxes import BlackBoxes

_STEP, _FINE = 0.01, 0.002
_EDGE = 3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BlackSheet(Sheet):
    """Dragging draws a box, a click chooses one. Arrows move it, with Shift they size it.

    Ctrl makes the steps small, Space chooses the next box, Del takes it away.
    """

    def __init__(self, appearance: Appearance, boxes: BlackBoxes) -> None:
        super().__init__(appearance)
        self._boxes = boxes
        self._from: tuple[float, float] | None = None
        self._drawing: Box | None = None
        self._number = 1
        self.setObjectName("scan.sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        boxes.changed.connect(self._say)

    @override
    def show_page(self, picture: QImage | None, size: QSize, number: int) -> None:
        super().show_page(picture, size, number)
        self._number = number
        self._say()

    @Slot()
    def _say(self) -> None:
        self.setAccessibleName(f"{self._number}쪽, 가린 곳 {len(self._boxes.here())}곳")
        self.update()

    def _share(self, at: QPointF) -> tuple[float, float]:
        return at.x() / max(1, self.width()), at.y() / max(1, self.height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = self._share(event.position())
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._drawing = Box.between(self._from, self._share(event.position()))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        drawn = Box.between(self._from, self._share(event.position()))
        self._from = self._drawing = None
        if drawn.is_seen:
            self._boxes.add(drawn)
        else:
            self._boxes.choose(self._boxes.at(drawn.left, drawn.top))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        box, key = self._boxes.chosen_box(), Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self._boxes.choose_next()
        elif box is None:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Delete:
            self._boxes.drop()
        elif key in _ARROWS:
            self._nudge(box, key, event.modifiers())
        else:
            super().keyPressEvent(event)

    def _nudge(self, box: Box, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        step = _FINE if held & Qt.KeyboardModifier.ControlModifier else _STEP
        across, down = (step * way for way in _ARROWS[key])
        sizes = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self._boxes.replace(box.grown(across, down) if sizes else box.moved(across, down))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        drawn = (*self._boxes.here(), *((self._drawing,) if self._drawing else ()))
        for place, box in enumerate(drawn):
            area = QRectF(
                box.left * self.width(),
                box.top * self.height(),
                (box.right - box.left) * self.width(),
                (box.bottom - box.top) * self.height(),
            )
            painter.fillRect(area, Qt.GlobalColor.black)
            if place == self._boxes.chosen or box is self._drawing:
                painter.setPen(QPen(self._appearance.theme.colour("accent"), _EDGE))
                painter.drawRect(area.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
        painter.end()
