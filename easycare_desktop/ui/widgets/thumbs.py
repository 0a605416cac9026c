"""Page thumbnails: large pictures scaled down smoothly, the present one framed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance

WIDTH = 104
_FRAME = 12
_RATIO = 2


class _Thumb(QToolButton):
    def __init__(self, appearance: Appearance, number: int, image: QImage) -> None:
        super().__init__()
        self._appearance, self._number = appearance, number
        small = image.scaledToWidth(WIDTH * _RATIO, Qt.TransformationMode.SmoothTransformation)
        self._paper = QPixmap.fromImage(small)
        self._paper.setDevicePixelRatio(_RATIO)
        self.setCheckable(True)
        self.setProperty("kind", "thumb")
        self.setAccessibleName(f"{number}쪽으로 가기")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        high = round(self._paper.height() / _RATIO) + self._line() + 16
        return QSize(WIDTH + 2 * _FRAME, high)

    def _line(self) -> int:
        return self._appearance.theme.metrics("caption", "bold").height() + 6

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._appearance.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._paper.deviceIndependentSize()
        paper = QRectF(QPointF(_FRAME, 6), size)
        painter.drawPixmap(paper.topLeft(), self._paper)
        painter.setPen(QPen(theme.colour("accent" if chosen else "edge"), 3 if chosen else 1))
        painter.drawRect(paper.adjusted(-1.5, -1.5, 1.5, 1.5) if chosen else paper)
        painter.setFont(theme.font("caption", "bold" if chosen else "medium"))
        painter.setPen(theme.colour("accent_text" if chosen else "text"))
        words = QRectF(0, paper.bottom() + 5, self.width(), self._line())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, f"{self._number}쪽")
        painter.end()


class Thumbs(QWidget):
    """A column of pages; `turned(int)` tells the page that was chosen, from 0."""

    turned = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "inside")
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.turned)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 10, 0, 10)
        self._box.setSpacing(4)
        self._box.addStretch(1)
        appearance.changed.connect(self._fit)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show other pages; the first one is chosen."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for number, image in enumerate(images):
            thumb = _Thumb(self._appearance, number + 1, image)
            self._group.addButton(thumb, number)
            self._box.insertWidget(number, thumb)
        if images:
            self.turn(0)

    def turn(self, page: int) -> None:
        """Mark page `page` (from 0) as the present one, if it has a picture here."""
        if page < len(self._group.buttons()):
            self._group.button(page).setChecked(True)

    @Slot()
    def _fit(self) -> None:
        for button in self._group.buttons():
            button.updateGeometry()
            button.update()
