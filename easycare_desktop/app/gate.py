"""Between the login and the office: a given password is changed, an opened sheet exchanged."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground

if TYPE_CHECKING:
    from easycare_desktop.services.bundle import Services


class Gate(QObject):
    """`passed(services)` at once where nothing must be changed.

    `turned_back` where it was not changed.
    """

    passed = Signal(object)
    turned_back = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._services: Services | None = None
        self.window: QWidget | None = None

    def ask(self, services: "Services") -> None:
        """Let the session of `services` through, or show the window that stands in its way."""
        self._services = services
        if services.session.by_sheet:
            self._exchange(services)
        elif services.session.must_change:
            self._change(services)
        else:
            self._pass()

    def _change(self, services: "Services") -> None:
        from easycare_desktop.ui.windows.first_password_window import (
            FirstPasswordWindow,
        )

        ground = self._ground
        window = FirstPasswordWindow(
            services.session, services.accounts, ground.kit, ground.background
        )
        window.changed.connect(self._pass)
        window.closed.connect(self._turn_back)
        self.window = window
        window.show()

    def _exchange(self, services: "Services") -> None:
        """Whoever came in by the sheet gets a password and a new sheet, and signs in with them."""
        from easycare_desktop.services.recovery_sheets import RecoverySheets
        from easycare_desktop.ui.windows.sheet_opened_window import (
            SheetOpenedWindow,
        )

        ground, sheets = self._ground, RecoverySheets(services.office)
        window = SheetOpenedWindow(
            services.recovery, sheets, ground.kit, ground.messages, ground.background
        )
        window.renewed.connect(self._turn_back)
        window.closed.connect(self._turn_back)
        self.window = window
        window.show()

    def end(self) -> None:
        """Take the window away."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    @Slot()
    def _pass(self) -> None:
        self.passed.emit(self._services)

    @Slot()
    def _turn_back(self) -> None:
        if self.window is not None:
            self.turned_back.emit()
            self.end()
