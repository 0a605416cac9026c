"""Takes every window off the screen, and brings the same ones back."""

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid


class Curtain:
    """Dialogs go too: they lie above any other window, and may show names.

    A dialog that waits for an answer is thereby given up; it does not come back.
    """

    def __init__(self) -> None:
        self._hidden: list[QWidget] = []

    def fall(self) -> None:
        """Hide all that is on the screen, dialogs first."""
        types = QtCore.Qt.WindowType
        kept = (types.Window, types.Dialog, types.Sheet)
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        for window in sorted(shown, key=_is_no_dialog):
            if window.windowType() in kept:
                self._hidden.append(window)
            window.hide()

    def rise(self) -> None:
        """Show again what was hidden and still lives."""
        hidden, self._hidden = self._hidden, []
        for window in reversed(hidden):
            if isValid(window):
                window.show()


def _is_no_dialog(window: QWidget) -> bool:
    return not isinstance(window, QDialog)
