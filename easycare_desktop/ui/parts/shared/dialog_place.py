"""The one dialog that a window keeps while it is open."""

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.ui.widgets import HouseDialog


class DialogPlace(QObject):
    """`shown`: the open dialog, if any. `closed()` once it was closed and is about to go."""

    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: HouseDialog | None = None

    def show(self, dialog: HouseDialog) -> None:
        """Open a dialog and keep it until it is closed."""
        self.shown = dialog
        dialog.finished.connect(self._close)
        dialog.open()

    @Slot()
    def _close(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
            self.shown = None
        self.closed.emit()
