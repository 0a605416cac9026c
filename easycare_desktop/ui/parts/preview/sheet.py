"""One page of paper as it is seen: white in every scheme, with a thin edge."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance

_ROUNDED = 1.5


class Sheet(QWidget):
    """Paints the picture it has at the size it is given; sharper ones replace it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._picture: QImage | None = None
        self._size = QSize(0, 0)

    def show_page(self, picture: QImage | None, size: QSize, number: int) -> None:
        """Show a picture at `size`; without one, empty paper."""
        self._picture, self._size = picture, size
        self.setMinimumSize(size)
        self.setMaximumSize(size)
        self.setAccessibleName(f"{number}쪽 미리보기")
        self.update()

    @property
    def drawn(self) -> bool:
        """Whether there is a picture."""
        return self._picture is not None

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        painter.fillRect(box, "#FFFFFF")
        if self._picture is not None:
            self._draw(painter, box, self._picture)
        painter.setPen(QPen(self._appearance.theme.colour("edge"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw(self, painter: QPainter, box: QRectF, picture: QImage) -> None:
        """Draw a picture of the right size as it is: stretched by a point it blurs, and is slow."""
        ratio = self.devicePixelRatioF()
        wide, high = box.width() * ratio, box.height() * ratio
        if abs(picture.width() - wide) > _ROUNDED or abs(picture.height() - high) > _ROUNDED:
            painter.drawImage(box, picture)
            return
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(0, 0), picture)
