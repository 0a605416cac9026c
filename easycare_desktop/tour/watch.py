"""Sees a dialog that nobody answers, closes it and keeps its words; the tour does not hang."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

_LOOK_EVERY_MS = 1000
_QUIET_LOOKS = 15


class Watch:
    """Counts looks, not seconds: a slow PC is no unanswered dialog."""

    def __init__(
        self, busy: Callable[[], bool], looks: int = _QUIET_LOOKS, every: int = _LOOK_EVERY_MS
    ) -> None:
        """`every`: milliseconds between two looks."""
        self._busy, self._looks = busy, looks
        self._window: QWidget | None = None
        self._quiet = 0
        self._found = ""
        self._timer = QTimer()
        self._timer.setInterval(every)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def acted(self) -> None:
        """Count anew, since the hand did something."""
        self._quiet = 0

    def take(self) -> str:
        """Return the words of the dialog that nobody answered, once; empty if there was none."""
        found, self._found = self._found, ""
        return found

    def look(self) -> None:
        """Look whether the same dialog still waits while nothing is under way."""
        window = QApplication.activeModalWidget()
        if window is None or window is not self._window or self._busy():
            self._window, self._quiet = window, 0
            return
        self._quiet += 1
        if self._quiet >= self._looks:
            self._found = f"nobody answered: {_words_of(window)}"
            _close(window)


def _words_of(window: QWidget) -> str:
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return " / ".join(words for words in labels if words)


def _close(window: QWidget) -> None:
    """End the dialog whatever it thinks of being closed."""
    if isinstance(window, QDialog):
        window.done(QDialog.DialogCode.Rejected)
    else:
        window.close()
