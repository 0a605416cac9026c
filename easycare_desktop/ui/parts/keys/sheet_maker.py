"""The dialog that puts a new recovery sheet on paper, made in one place for every window."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from easycare_desktop.services.recovery_sheets import NewSheet
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.keys.sheet_dialog import SheetDialog
from easycare_desktop.ui.parts.preview.printing import Printing, SystemPrinting
from easycare_desktop.ui.widgets import Kit


class SheetMaker:
    """Holds what the dialog needs beside the sheet itself."""

    def __init__(
        self, kit: Kit, messages: Messages, background: Background, printing: Printing | None
    ) -> None:
        self._kit, self._messages, self._background = kit, messages, background
        self._printing = printing or SystemPrinting()

    def dialog(
        self, sheet: NewSheet, window: QWidget, exchange: Callable[[NewSheet], None]
    ) -> SheetDialog:
        """Return the dialog above a window; `exchange` is called once the sheet is on paper."""
        made = SheetDialog(
            self._kit, sheet, self._printing, self._messages, self._background, window
        )
        made.exchange_wanted.connect(exchange)
        return made
