"""Text size and colours, at the foot of the login window: who cannot read cannot sign in."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.shared.look_choices import LookChoices
from easycare_desktop.ui.widgets import Kit, column, holder, row


class LookStrips(QWidget):
    """Both strips; what is chosen is worn at once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        choices = LookChoices(kit, "login")
        self.sizes, self.schemes = choices.sizes, choices.schemes
        size_row = row(kit.text("글자 크기 (%)", "label"), self.sizes, gap=10)
        scheme_row = row(kit.text("화면", "label"), self.schemes, gap=10)
        halves = kit.split(holder(size_row), holder(scheme_row), shares=(4, 3))
        self.setLayout(column(halves))
