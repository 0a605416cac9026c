"""A window that may only look: its buttons that write are off, and say why."""

from PySide6.QtWidgets import QWidget

_PROPERTY = "looksOnly"


def look_only(window: QWidget, reason: str) -> None:
    """Let a window and its dialogs only look, for this reason; with an empty one they write."""
    window.setProperty(_PROPERTY, reason)


def reason_to_look(widget: QWidget) -> str:
    """Return why the window of a widget, or one that it lies over, may only look; else nothing."""
    window: QWidget | None = widget.window()
    while window is not None:
        reason = window.property(_PROPERTY)
        if reason:
            return str(reason)
        over = window.parentWidget()
        window = over.window() if over is not None else None
    return ""
