"""Finds what is cut off or too small to hit in a window that is shown."""

from itertools import combinations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

TARGET = 44
_QT_OWN = ("QTableCornerButton", "QToolButton")
_SLACK = 1


class NotDressedError(Exception):
    """The application wears no style sheet: nothing has the size that people see.

    A test that judges what is seen is marked with `look`, which puts it on.
    """


def clip_check(window: QWidget) -> list[str]:
    """Return a line for every label, button or field that is cut, covered or under 44 px high.

    Raise NotDressedError without the style sheet of the house.
    """
    _refuse_undressed(window)
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.property("unchecked"):
            found += _labels(widget) + _targets(widget) + _fields(widget) + _sideways(widget)
    return found


def _refuse_undressed(window: QWidget) -> None:
    above: QWidget | None = window
    while above is not None and not above.styleSheet():
        above = above.parentWidget()
    if above is None:
        raise NotDressedError("no style sheet; mark a test of what is seen with `look`")


def _labels(widget: QWidget) -> list[str]:
    if not isinstance(widget, QLabel) or not widget.text():
        return []
    words = widget.text()
    if widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        return _cut("below", words, need, widget.height())
    metrics = QFontMetrics(widget.font())
    wide = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
    cut = _cut("right", words, wide, widget.contentsRect().width())
    return cut + _cut("below", words, widget.sizeHint().height(), widget.height())


def _targets(widget: QWidget) -> list[str]:
    kind = widget.metaObject().className()
    if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QTabBar):
        return []
    if kind in _QT_OWN:
        return []
    name = widget.accessibleName() or type(widget).__name__
    found = []
    if widget.height() < TARGET or widget.width() < TARGET:
        found.append(f"small target: {name!r} {widget.width()}x{widget.height()}")
    if isinstance(widget, QAbstractButton):
        if widget.hasHeightForWidth():
            need = widget.heightForWidth(widget.width())
            found += _cut("below", name, need, widget.height())
        elif widget.text():
            found += _cut("right", name, widget.sizeHint().width(), widget.width())
    if not widget.accessibleName() and not isinstance(widget, QTabBar):
        found.append(f"no accessible name: {type(widget).__name__} {widget.objectName()!r}")
    return found


def _fields(widget: QWidget) -> list[str]:
    metrics = QFontMetrics(widget.font())
    room = widget.contentsRect().width() - 24
    if isinstance(widget, QComboBox):
        words = widget.currentText()
        return _cut("right", words, metrics.horizontalAdvance(words), room - 16)
    if isinstance(widget, QLineEdit) and not widget.text():
        words = widget.placeholderText()
        margins = widget.textMargins()
        room -= margins.left() + margins.right()
        return _cut("right", words, metrics.horizontalAdvance(words), room)
    return []


def _sideways(widget: QWidget) -> list[str]:
    """Only tables may scroll sideways; what sticks out of a scroll area is lost."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is None or not isinstance(widget, QScrollArea):
        return []
    name = inside.objectName() or type(inside).__name__
    return _cut("sideways", name, inside.width(), widget.viewport().width())


def overlaps(window: QWidget) -> list[str]:
    """Return a line for every two visible widgets of one layout that overlap.

    Raise NotDressedError without the style sheet of the house.
    """
    _refuse_undressed(window)
    found = []
    for holder in (window, *window.findChildren(QWidget)):
        layout = holder.layout()
        if layout is None or not holder.isVisible():
            continue
        items = (layout.itemAt(number) for number in range(layout.count()))
        widgets = [widget for item in items if item and (widget := item.widget())]
        shown = [widget for widget in widgets if widget.isVisible()]
        for one, other in combinations(shown, 2):
            if one.geometry().intersects(other.geometry()):
                found.append(f"overlap: {type(one).__name__} and {type(other).__name__}")
    return found


def _cut(where: str, words: str, need: int, room: int) -> list[str]:
    return [f"cut {where}: {words[:30]!r} {need}>{room}"] if need > room + _SLACK else []
