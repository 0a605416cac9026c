"""Draws a `Cell`: two lines, chip, found letters, clock. Measures are made once a theme."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance, Theme
from easycare_desktop.ui.models import Cell, Mark, Role, Span

_FILLS = {
    "": ("sunken", "text", "line"),
    "info": ("accent_soft", "accent_text", "accent_line"),
    "late": ("danger", "on_danger", "danger"),
}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_BAR = 7.0
_SIDES = 24  # px that a cell keeps free at its left and right
_BESIDE = 10  # px between an icon or a chip and the words


class CellDelegate(QStyledItemDelegate):
    """`bar` marks the chosen row of a list, so that choice is not shown by colour alone."""

    def __init__(self, appearance: Appearance, parent: QObject, *, bar: bool = False) -> None:
        super().__init__(parent)
        self._appearance, self._bar = appearance, bar

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(Role.CELL)
        high = isinstance(cell, Cell) and cell.two_lines
        return QSize(100, self._appearance.theme.size("two_line" if high else "table_row"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(Role.CELL)
        theme = self._appearance.theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen and (self._bar or index.column() == 0):
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), theme.colour("accent"))
        if isinstance(cell, Cell):
            self._paint_cell(
                painter, theme, box.adjusted(16 if self._bar else 12, 0, -12, -1), cell
            )
        painter.restore()

    def _paint_cell(self, painter: QPainter, theme: Theme, box: QRect, cell: Cell) -> None:
        if cell.icon is not None:
            px = theme.size("icon")
            picture = self._appearance.pixmap(*cell.icon, px)
            painter.drawPixmap(box.left(), box.center().y() - px // 2 + 1, picture)
            box.setLeft(box.left() + px + _BESIDE)
        if cell.mark is not None:
            alone = not cell.text and cell.clock is None
            wide = _paint_mark(painter, theme, box, cell.mark, left=alone)
            box.setRight(box.right() - wide - _BESIDE)
        if cell.clock is not None:
            _paint_clock(painter, theme, box, cell.clock)
        elif cell.text:
            _paint_lines(painter, theme, box, cell)


def _paint_mark(painter: QPainter, theme: Theme, box: QRect, mark: Mark, *, left: bool) -> int:
    picture = _chip(theme, mark, painter.device().devicePixelRatioF())
    wide = round(picture.deviceIndependentSize().width())
    x = box.left() if left else box.right() - wide
    y = box.center().y() - theme.size("chip") // 2 + 1
    painter.drawPixmap(x, y, picture)
    return wide


@lru_cache(maxsize=64)
def _chip(theme: Theme, mark: Mark, ratio: float) -> QPixmap:
    """Draw a chip once: the same few stand in every row."""
    soft = (f"{mark.tone}_soft", f"{mark.tone}_text", f"{mark.tone}_line")
    fill, ink, edge = _FILLS.get(mark.tone, soft)
    wide = _chip_width(theme, mark)
    high, radius = theme.size("chip"), theme.radius("chip")
    picture = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chip = QRectF(0, 0, wide, high)
    painter.setPen(QPen(theme.colour(edge), theme.border))
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(theme.font("caption", "semibold"))
    painter.setPen(theme.colour(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, mark.word)
    painter.end()
    return picture


def _paint_clock(painter: QPainter, theme: Theme, box: QRect, clock: Span) -> None:
    metrics = theme.metrics("caption", "medium")
    y = box.center().y() - (metrics.height() + 12) // 2
    painter.setFont(theme.font("caption", "medium"))
    painter.setPen(theme.colour("danger_text" if clock.over else "text"))
    words = metrics.elidedText(clock.words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(QRect(box.left(), y, box.width(), metrics.height()), _LEFT, words)
    track = QRectF(box.left(), y + metrics.height() + 5, box.width(), _BAR)
    tone = "danger" if clock.over else "stay"
    painter.setPen(QPen(theme.colour(f"{tone}_line"), 1))
    painter.setBrush(theme.colour(f"{tone}_soft"))
    painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
    if clock.passed > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone))
        track.setWidth(max(_BAR, track.width() * min(1.0, clock.passed)))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)


def _paint_lines(painter: QPainter, theme: Theme, box: QRect, cell: Cell) -> None:
    weight = "semibold" if cell.strong else "regular"
    metrics, small = theme.metrics("body", weight), theme.metrics("caption")
    total = metrics.height() + (small.height() + 3 if cell.second else 0)
    y = box.center().y() - total // 2 + 1
    flags = _RIGHT if cell.right else _LEFT
    first = QRect(box.left(), y, box.width(), metrics.height())
    if cell.matched:
        _paint_found(painter, theme, first, cell)
    else:
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("ink" if cell.strong else "text"))
        words = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(first, flags, words)
    if cell.second:
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        words = small.elidedText(cell.second, Qt.TextElideMode.ElideRight, box.width())
        below = QRect(box.left(), y + metrics.height() + 3, box.width(), small.height())
        painter.drawText(below, flags, words)


def _paint_found(painter: QPainter, theme: Theme, line: QRect, cell: Cell) -> None:
    painter.setClipRect(line)
    x, done = line.left(), 0
    for start, length in (*cell.matched, (len(cell.text), 0)):
        for words, found in ((cell.text[done:start], False), (cell.text[start:][:length], True)):
            weight = "bold" if found else "semibold" if cell.strong else "regular"
            wide = theme.metrics("body", weight).horizontalAdvance(words)
            here = QRect(x, line.top(), wide, line.height())
            if found and words:
                painter.fillRect(here.adjusted(-1, 0, 1, 0), theme.colour("warn_soft"))
                under = QRect(x - 1, here.bottom() - 1, wide + 2, 2)
                painter.fillRect(under, theme.colour("warn_line"))
            painter.setFont(theme.font("body", weight))
            painter.setPen(theme.colour("ink" if found or cell.strong else "text"))
            painter.drawText(here.adjusted(0, 0, 4, 0), _LEFT, words)
            x += wide
        done = start + length
    painter.setClipping(False)


def _chip_width(theme: Theme, mark: Mark) -> int:
    return theme.metrics("caption", "semibold").horizontalAdvance(mark.word) + 18


def cut_lines(theme: Theme, cell: Cell, width: int) -> list[str]:
    """Return in full the lines of a cell that a column of this width cuts."""
    room = width - _SIDES
    if cell.icon is not None:
        room -= theme.size("icon") + _BESIDE
    if cell.mark is not None:
        room -= _chip_width(theme, cell.mark) + _BESIDE
    first = theme.metrics("body", "semibold" if cell.strong else "regular")
    lines = [(cell.text, first), (cell.second, theme.metrics("caption"))]
    if cell.clock is not None:
        lines = [(cell.clock.words, theme.metrics("caption", "medium"))]
    return [words for words, metrics in lines if metrics.horizontalAdvance(words) > room]
