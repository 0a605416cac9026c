"""What the first window is built and painted with, in place of the namespace `Qt`.

Before the first picture nothing may ask for the namespace `Qt`: making its twelve hundred
constants takes a tenth of a start. So numbers stand for some of them here, and no call is used of
which another form takes one of them, as `QPainter.setPen` and `setBrush` do.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen

PLAIN_TEXT, NO_FOCUS, ALWAYS_OFF = 0, 0, 1
"""`Qt.TextFormat.PlainText`, `Qt.FocusPolicy.NoFocus` and `Qt.ScrollBarPolicy.ScrollBarAlwaysOff`,
for the properties of those names."""
DASHES = (4.0, 2.0)


def solid(colour: QColor) -> QBrush:
    """Return what fills with one colour."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, colour)
    return palette.base()


def outline(colour: QColor, wide: float = 1, dashes: Sequence[float] = ()) -> QPen:
    """Return what draws with one colour."""
    pen = QPen()
    pen.setColor(colour)
    pen.setWidthF(wide)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def rounded_box(painter: QPainter, box: QRectF, radius: float, fill: QColor, pen: QPen) -> None:
    """Fill a box with round corners and draw its outline."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, solid(fill))
    painter.strokePath(path, pen)
