"""The band of a PC that has handed the office over: here everything can only be looked at."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import row
from easycare_desktop.ui.widgets.looking import look_only

_TITLE = "보기만 할 수 있습니다"
_OFF = "적거나 인쇄하는 버튼은 꺼 두었습니다."


class LookOnlyBand(QFrame):
    """Absent on the PC that writes. `back_wanted` by 「이 PC로 다시 가져오기」.

    `turned` when it comes or goes.
    """

    back_wanted = Signal()
    turned = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "lookonly")
        self._note = Text("", "caption")
        self.back = Button(appearance, "이 PC로 다시 가져오기", "secondary", "download")
        self.back.setObjectName("shell.take_back")
        self.back.clicked.connect(self.back_wanted)
        eye = Picture(appearance, "eye", "warn_text")
        words = Text(_TITLE, "strong")
        self.setLayout(row(eye, words, self._note, None, self.back, margins=(16, 6, 16, 6), gap=10))
        appearance.changed.connect(self._fit)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say when and with what it was handed over."""
        self._note.setText(f"{words} {_OFF}")
        self._tell_buttons(f"{_TITLE}. {words}")
        self._fit()
        self.show()

    def lift(self) -> None:
        """Go: this PC writes."""
        self._tell_buttons("")
        self.hide()

    def _tell_buttons(self, reason: str) -> None:
        window = self.window()
        look_only(window, reason)
        for button in window.findChildren(Button):
            button.weigh()

    @Slot()
    def _fit(self) -> None:
        self._note.setVisible(self._appearance.theme.look.percent <= 125)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()
