"""Lucide icons, tinted from the tokens at twice their size."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

RATIO = 2


class Icons:
    """Pixmaps by name, colour (#RRGGBB) and size in px; each is drawn once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, code: str, px: int) -> QPixmap:
        """Return the icon; raise FileNotFoundError if there is no such icon."""
        wanted = (name, code, px)
        if wanted not in self._drawn:
            self._drawn[wanted] = self._draw(name, code, px)
        return self._drawn[wanted]

    def forget(self) -> None:
        """Drop what was drawn: the scheme or the size has changed."""
        self._drawn.clear()

    def _draw(self, name: str, code: str, px: int) -> QPixmap:
        svg = (self._folder / f"{name}.svg").read_text("utf-8").replace("currentColor", code)
        pixmap = QPixmap(QSize(px, px) * RATIO)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, px * RATIO, px * RATIO))
        painter.end()
        pixmap.setDevicePixelRatio(RATIO)
        return pixmap
