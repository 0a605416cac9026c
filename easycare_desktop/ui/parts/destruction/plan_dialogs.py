"""Opens the dialog that fits a plan: a second person in place, or the note of an office of one."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.destruction.alone_dialog import AloneDialog
from easycare_desktop.ui.parts.destruction.destroy_dialog import DestroyDialog
from easycare_desktop.ui.widgets import HouseDialog, Kit


class PlanDialogs(QObject):
    """`approved(Plan)`, `noted(Plan)`, then `closed()`. `shown` is the open dialog, if any."""

    approved = Signal(object)
    noted = Signal(object)
    closed = Signal()

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self.shown: HouseDialog | None = None

    def open(self, view: PlanView, parent: QWidget) -> None:
        """Open the dialog above `parent`."""
        alone = self._services.office.info.alone
        if alone and view.plan.state is PlanState.AWAITING:
            self._show(self._note(view, parent))
        else:
            self._show(self._approval(view, parent))

    def _note(self, view: PlanView, parent: QWidget) -> AloneDialog:
        dialog = AloneDialog(self._kit, self._services, view, self._messages, parent)
        dialog.noted.connect(self.noted)
        return dialog

    def _approval(self, view: PlanView, parent: QWidget) -> DestroyDialog:
        dialog = DestroyDialog(
            self._kit, self._services, view, self._messages, self._background, parent
        )
        dialog.approved.connect(self.approved)
        return dialog

    def _show(self, dialog: HouseDialog) -> None:
        self.shown = dialog
        dialog.finished.connect(self._close)
        dialog.open()

    @Slot()
    def _close(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
            self.shown = None
        self.closed.emit()
