"""The look of the house for tests: with its style sheet only where what is seen is judged.

Qt asks for the type of every widget again and again to find its rules: two thirds of the time that
a window takes. Whether a press saves does not depend on it; the tour walks with all of it.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance


class HouseOfTests(Appearance):
    """Theme, fonts, colours and icons are those of the house; the style sheet is put on and off."""

    def __init__(self, app: QApplication, resources: Path) -> None:
        self._styled = False
        super().__init__(app, resources)

    def put_on_style_sheet(self, wanted: bool) -> None:
        self._styled = wanted
        if self._sheet != self._style_sheet():
            self._dress()

    @override
    def _style_sheet(self) -> str:
        return super()._style_sheet() if self._styled else ""
