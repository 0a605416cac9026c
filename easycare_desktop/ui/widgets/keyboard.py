"""Enter goes to the next control and Shift+Enter back, and what is focused is seen."""

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_SKIPPED = ("icon", "quiet", "danger", "toast", "band", "nav")
_ROOM = 24


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter or Return."""
    return event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}


def move_on(widget: QWidget, event: QKeyEvent) -> bool:
    """Handle Enter by going on (Shift: back); return whether the key was Enter."""
    if not is_enter(event):
        return False
    back = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
    focus_next(widget, back=back)
    event.accept()
    return True


def focus_next(widget: QWidget, *, back: bool = False) -> None:
    """Focus the control after `widget` (or before); buttons beside fields are passed over."""
    current = widget
    for _ in range(1000):
        following = current.previousInFocusChain() if back else current.nextInFocusChain()
        if following is None or following is widget:
            return
        current = following
        if _takes_enter(current, widget):
            reason = (
                QtCore.Qt.FocusReason.BacktabFocusReason
                if back
                else QtCore.Qt.FocusReason.TabFocusReason
            )
            current.setFocus(reason)
            reveal(current)
            return


def reveal(widget: QWidget) -> None:
    """Scroll every scroll area around `widget` until it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, _ROOM, _ROOM)
        parent = parent.parentWidget()


def _takes_enter(candidate: QWidget, origin: QWidget) -> bool:
    if candidate.window() is not origin.window() or not candidate.isVisible():
        return False
    if not candidate.isEnabled() or not candidate.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(candidate, QAbstractButton):
        return candidate.property("kind") not in _SKIPPED and candidate.property("fit") != "row"
    return candidate.property("readOnly") is not True and not isinstance(candidate, QScrollArea)
