"""Whether office code and login are kept on this PC: the same three words as in the settings."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.system.settings import Remember
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.remember_words import ASKED, CHOICES, LEFT_OUT, SHARED
from easycare_desktop.ui.widgets import Kit, column

_KEPT = "지금 저장된 것 지우기"


class RememberField(QWidget):
    """On a shared PC 「저장 안 함」 stands firm. What is kept can be deleted at once."""

    def __init__(self, own: OwnSettings, kit: Kit) -> None:
        super().__init__()
        self._own = own
        self.choice = kit.choice(CHOICES, own.now.remembers)
        self.choice.setObjectName("login.remember")
        self.field = kit.field(ASKED, self.choice)
        self.forget = kit.button(_KEPT, "quiet", "trash-2", fit="row")
        self.forget.setObjectName("login.forget")
        self.setProperty("part", "inside")
        self.setLayout(column(self.field, self.forget, gap=0))
        self.choice.chosen.connect(self._choose)
        self.forget.clicked.connect(self._own.forget_all)
        own.changed.connect(self._show)
        self._show()

    @Slot(object)
    def _choose(self, remember: Remember) -> None:
        if remember is not self._own.now.remembers:
            self._own.choose_remember(remember)

    @Slot()
    def _show(self) -> None:
        shared = self._own.now.shared_pc
        self.choice.choose(self._own.now.remembers)
        self.choice.setEnabled(not shared)
        self.field.set_hint(SHARED if shared else LEFT_OUT)
        self.forget.setVisible(bool(self._own.stored))
