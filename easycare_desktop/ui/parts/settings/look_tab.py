"""화면: text size and colours, worn at once and kept for this Windows user."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.shared.look_choices import LookChoices
from easycare_desktop.ui.widgets import Kit, card, column, well


class LookTab(QWidget):
    """Both strips with a sample of how everything reads."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        choices = LookChoices(kit, "settings", "%")
        self.sizes, self.schemes = choices.sizes, choices.schemes
        size = kit.field("글자 크기", self.sizes, "어느 창에서나 Ctrl +와 Ctrl -로도 바꿉니다.")
        scheme = kit.field("화면 색", self.schemes, "눈이 편한 쪽을 고르세요.")
        sample = well(
            kit.text("이렇게 보입니다", "lead"),
            kit.text("필요한 것만 갖고, 때가 되면 파기하고, 종이로 증명합니다.", wrap=True),
            kit.text("작은 글자는 이렇게 보입니다.", "caption", wrap=True),
        )
        self.setLayout(column(card(size, scheme, sample, gap=16), None))
