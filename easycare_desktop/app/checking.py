"""파기확인서 확인 from the login window: no office is opened, nothing is remembered."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground


class Checking(QObject):
    """Opens the window that checks certificates; what it needs is imported then."""

    def __init__(self, ground: Ground, window: QWidget) -> None:
        super().__init__()
        self._ground, self._window = ground, window

    @Slot()
    def open(self) -> None:
        """Show the window over the login window."""
        from easycare_desktop.ui.windows.verify_dialog import VerifyDialog

        ground = self._ground
        VerifyDialog(ground.kit, ground.messages, ground.background, (), self._window).open()
