"""Ctrl + and Ctrl - change the text size in every window; Ctrl 0 returns to 100 %."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.appearance import Appearance


class TextSizeKeys(QObject):
    """The shortcuts of one window."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        for key in ("Ctrl++", "Ctrl+="):
            QShortcut(key, window).activated.connect(self._larger)
        QShortcut("Ctrl+-", window).activated.connect(self._smaller)
        QShortcut("Ctrl+0", window).activated.connect(self._plain)

    @Slot()
    def _larger(self) -> None:
        self._appearance.wear(self._appearance.look.larger())

    @Slot()
    def _smaller(self) -> None:
        self._appearance.wear(self._appearance.look.smaller())

    @Slot()
    def _plain(self) -> None:
        self._appearance.set_percent(100)
