"""The left side of the login window: what the program is for, and that nothing leaves this PC."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.ui.parts.login.holding_picture import HoldingPicture
from easycare_desktop.ui.widgets import Kit, column

_WIDTH = 340
_LARGEST = 125


class LoginSide(QFrame):
    """Goes away where the text is so large that the form needs the room.

    It is born inside its window: by itself it would be a window of its own for a moment.
    """

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("part", "side")
        promise = "필요한 것만 갖고, 때가 되면 파기하고,\n종이로 증명합니다."
        quiet = "인터넷으로 보내는 것이 없습니다.\n열기 전에는 아무 이름도 보이지 않습니다."
        box = column(
            kit.text("이지케어 데스크톱", "title"),
            kit.text(promise),
            24,
            HoldingPicture(kit.appearance),
            None,
            kit.text("이 PC 안에서만 열립니다", "strong"),
            kit.text(quiet, "caption"),
            margins=(36, 40, 36, 36),
            gap=6,
        )
        self.setLayout(box)
        kit.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = self._kit.theme
        self.setFixedWidth(theme.px(_WIDTH))
        self.setVisible(theme.look.percent <= _LARGEST)
