"""Takes every window off the screen, and brings the same ones back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from easycare_desktop.system.override import override

_KEPT = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet)
_NOT_SHOWN = Qt.WidgetAttribute.WA_DontShowOnScreen


class Curtain(QObject):
    """Dialogs go too: they lie above any other window, and may show names.

    A dialog that waits for an answer is thereby given up; it does not come back. While the curtain
    is down, what work beside the screen would show waits behind it, too.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._hidden: list[QWidget] = []
        self._late: list[QWidget] = []
        self._front: QWidget | None = None

    @property
    def hides_dialog(self) -> bool:
        """Whether a dialog stands behind it, and comes back."""
        return any(isValid(each) and isinstance(each, QDialog) for each in self._hidden)

    def fall(self, front: QWidget | None = None) -> None:
        """Hide all that is on the screen, dialogs first; only `front` and its dialogs may come."""
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        for window in sorted(shown, key=_is_no_dialog):
            if window.windowType() in _KEPT:
                self._hide(window, len(self._hidden))
            window.hide()
        self._front = front
        self._app.installEventFilter(self)

    def rise(self) -> None:
        """Show again what was hidden and still lives."""
        self._put_away()
        hidden = self._hidden
        self.drop()
        for window in reversed(hidden):
            if isValid(window):
                window.show()

    def drop(self) -> None:
        """Take the curtain away; what stands behind it does not come back."""
        self._app.removeEventFilter(self)
        self._hidden, self._late, self._front = [], [], None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self._look_at(watched)
        return False

    def _look_at(self, window: QWidget) -> None:
        if window.windowType() in _KEPT and not self._before(window):
            # It is on its way to the screen: there it must not arrive, and then it must go.
            window.setAttribute(_NOT_SHOWN)
            self._late.append(window)
            QTimer.singleShot(0, self._put_away)

    def _before(self, window: QWidget | None) -> bool:
        while window is not None and window is not self._front:
            window = window.parentWidget()
        return window is not None

    @Slot()
    def _put_away(self) -> None:
        late, self._late = self._late, []
        for window in late:
            if not isValid(window):
                continue
            if window.isVisible():
                window.hide()
                self._hide(window, 0)
            window.setAttribute(_NOT_SHOWN, on=False)

    def _hide(self, window: QWidget, place: int) -> None:
        self._hidden.insert(place, window)
        if isinstance(window, QDialog):
            window.finished.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        """Bring no dialog back that has ended behind the curtain."""
        ended = self.sender()
        self._hidden = [each for each in self._hidden if each is not ended]


def _is_no_dialog(window: QWidget) -> bool:
    return not isinstance(window, QDialog)
