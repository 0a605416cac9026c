"""The first-run wizard in place of the login window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground

if TYPE_CHECKING:
    from easycare_desktop.services.first_run import FirstRun


class Founding(QObject):
    """`created(office)`; `practice_wanted`; `shown`, and `left` where it was given up."""

    created = Signal(object)
    practice_wanted = Signal()
    shown = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._comes = False
        self.window: QWidget | None = None

    def begin(self) -> None:
        """Show the wizard as soon as it is ready."""
        if self.window is None and not self._comes:
            self._comes = True
            ground = self._ground
            ground.background.run(ground.wizard_services, self._show, self._failed)

    def _show(self, services: "FirstRun") -> None:
        from easycare_desktop.ui.windows.wizard_window import WizardWindow

        self._comes = False
        ground = self._ground
        window = WizardWindow(services, ground.kit, ground.messages, ground.background)
        window.created.connect(self.created)
        window.practice_wanted.connect(self.practice_wanted)
        window.closed.connect(self.leave)
        self.window = window
        window.show()
        self.shown.emit()

    @Slot()
    def leave(self) -> None:
        """Give it up, where it is here: the login window comes back."""
        self._comes = False
        if self.window is not None:
            self.left.emit()
            self.end()

    def end(self) -> None:
        """Take the wizard away. Hidden, not closed: closing would ask whether to give up."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _failed(self, error: Exception) -> None:
        self._comes = False
        self.failed.emit(error)
