"""Rows, columns, grids and plain frames. Space is 4, 8, 12, 16, 24 or 32 px and never scaled."""

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from easycare_desktop.system.override import override

Margins = tuple[int, int, int, int]
Item = QWidget | QLayout | int | None
NONE: Margins = (0, 0, 0, 0)
_CORNER = 10  # px: the radius of a card without its edge
_LEAST = QSizePolicy.Policy.Minimum


def row(*items: Item, margins: Margins = NONE, gap: int = 8) -> QHBoxLayout:
    """Return a row: widgets, layouts, an int as space, None as stretch."""
    box = QHBoxLayout()
    _fill(box, items, margins, gap)
    return box


def column(*items: Item, margins: Margins = NONE, gap: int = 8) -> QVBoxLayout:
    """Return a column: widgets, layouts, an int as space, None as stretch."""
    box = QVBoxLayout()
    _fill(box, items, margins, gap)
    return box


def grid(gap_x: int = 16, gap_y: int = 12, margins: Margins = NONE) -> QGridLayout:
    """Return an empty grid. For forms use `kit.form`, which changes its columns with the text."""
    box = QGridLayout()
    box.setHorizontalSpacing(gap_x)
    box.setVerticalSpacing(gap_y)
    box.setContentsMargins(*margins)
    return box


def beside(item: QWidget, *, middle: bool = False) -> QVBoxLayout:
    """Return a column with `item` at its upper edge, or in the middle; it asks for no more room."""
    box = column(gap=0)
    for part in (None, item, None):
        if part is None:
            box.addSpacerItem(QSpacerItem(0, 0, _LEAST, QSizePolicy.Policy.Preferred))
        else:
            box.addWidget(part)
    box.setStretch(0, int(middle))
    box.setStretch(2, 1)
    return box


def holder(layout: QLayout, part: str = "inside") -> QWidget:
    """Return a widget that only holds a layout; `part` names its look."""
    return frame(part, layout)


def frame(part: str, layout: QLayout | None = None, tone: str = "") -> QFrame:
    """Return a frame that looks like `part`: card, well, row, group, line, foot, panel."""
    made = QFrame()
    made.setProperty("part", part)
    made.setProperty("tone", tone)
    if layout is not None:
        made.setLayout(layout)
    return made


def card(*items: Item, margins: Margins = (20, 16, 20, 16), gap: int = 12) -> QFrame:
    """Return a white card with a column of items. Never a card in a card: use a well."""
    return frame("card", column(*items, margins=margins, gap=gap))


def full_card(*items: Item, gap: int = 12) -> QFrame:
    """Return a card that is filled to its edge by tables and strips; its corners stay round.

    Not for a `listing`: what that one moves as it scrolls would run over the corners.
    """
    return frame("card", filling(column(*items, gap=gap)))


def filling(layout: QLayout) -> QLayout:
    """Return the layout of a card that `layout` fills to the edge, with its corners kept round."""
    return column(_Rounded(layout), margins=(1, 1, 1, 1))


def well(*items: Item, margins: Margins = (16, 12, 16, 12), gap: int = 4) -> QFrame:
    """Return a sunken well with a column of items."""
    return frame("well", column(*items, margins=margins, gap=gap))


class _Rounded(QWidget):
    """Cuts the corners of what it holds: the edge of the card around it is seen whole."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setProperty("part", "filled")
        self.setLayout(layout)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), _CORNER, _CORNER)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))


def line() -> QFrame:
    """Return a horizontal divider."""
    return frame("line")


def vline() -> QFrame:
    """Return a vertical divider."""
    return frame("vline")


def hide_unless(widget: QWidget, wanted: object) -> None:
    """Hide a widget that is being built, unless it is wanted.

    Never shown here: without a place yet it would be a window of its own for a moment.
    """
    if not wanted:
        widget.hide()


def repolish(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property has changed.

    One that was not dressed yet will be, before it is seen.
    """
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    # A label keeps its old size hint unless it hears of the change.
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    widget.updateGeometry()
    widget.update()


def _fill(box: QBoxLayout, items: tuple[Item, ...], margins: Margins, gap: int) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addSpacing(item)
