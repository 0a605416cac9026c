"""Where notices are shown, one at a time; Ctrl+Z belongs to the one with 되돌리기."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.toast import Notice, Toast


class ToastPlace(QObject):
    """Lays notices over `area`. `undo_wanted`: Ctrl+Z outside a field, and no notice offers it."""

    undo_wanted = Signal()

    def __init__(self, appearance: Appearance, area: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._appearance, self._area, self._window = appearance, area, window
        self._toast: Toast | None = None
        QShortcut("Ctrl+Z", window).activated.connect(self._undo)

    @Slot(object)
    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        shown = self._shown()
        if shown is not None:
            shown.leave()
        self._toast = Toast(self._appearance, notice, self._window)
        self.fit()
        self._toast.show()
        self._toast.raise_()

    def fit(self) -> None:
        """Follow the area."""
        shown = self._shown()
        if shown is not None:
            shown.place(self._area.geometry())

    def _shown(self) -> Toast | None:
        return self._toast if self._toast is not None and isValid(self._toast) else None

    @Slot()
    def _undo(self) -> None:
        shown = self._shown()
        if shown is not None and shown.isVisible() and shown.can_undo:
            shown.undo()
        else:
            self.undo_wanted.emit()
