"""The mark of the program: an icon in every size that Windows asks for, and the side picture."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installer.ground import ROOT

MARK = ROOT / "resources" / "mark" / "program.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_SIDE = (328, 628)
_SIDE_COLOUR = "#E9EEF5"
_SIDE_MARK = 160


def write_icon(path: Path) -> None:
    """Write the .ico file; each size is drawn anew, none is a shrunken picture."""
    drawn = [_drawn(size) for size in SIZES]
    largest = drawn[-1]
    largest.save(path, "ICO", sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])


def write_side(path: Path) -> None:
    """Write the picture at the left of the installer's first and last page, as a bitmap."""
    side = Image.new("RGB", _SIDE, _SIDE_COLOUR)
    mark = _drawn(_SIDE_MARK)
    side.paste(mark, ((_SIDE[0] - _SIDE_MARK) // 2, 96), mark)
    side.save(path, "BMP")


def _drawn(size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(MARK)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(content.data())).convert("RGBA")
