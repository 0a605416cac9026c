"""화면: text size and colours, worn at once and kept for this Windows user."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.appearance import Scheme
from easycare_desktop.ui.appearance.look import STEPS
from easycare_desktop.ui.widgets import Kit, card, column, well

_SCHEMES = ((Scheme.LIGHT, "밝게"), (Scheme.DARK, "어둡게"), (Scheme.CONTRAST, "고대비"))
_SIZES = tuple((size, f"{size}%") for size in STEPS)


class LookTab(QWidget):
    """Follows the keys Ctrl + and Ctrl - too."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self._build(kit)
        self.sizes.chosen.connect(self._resize)
        self.schemes.chosen.connect(self._recolour)
        kit.changed.connect(self._follow)

    def _build(self, kit: Kit) -> None:
        look = kit.appearance.look
        self.sizes = kit.choice(_SIZES, look.percent if look.percent in STEPS else None)
        self.sizes.setObjectName("settings.text_size")
        self.schemes = kit.choice(_SCHEMES, look.scheme)
        self.schemes.setObjectName("settings.scheme")
        size = kit.field("글자 크기", self.sizes, "어느 창에서나 Ctrl +와 Ctrl -로도 바꿉니다.")
        scheme = kit.field("화면 색", self.schemes, "눈이 편한 쪽을 고르세요.")
        sample = well(
            kit.text("이렇게 보입니다", "lead"),
            kit.text("필요한 것만 갖고, 때가 되면 파기하고, 종이로 증명합니다.", wrap=True),
            kit.text("작은 글자는 이렇게 보입니다.", "caption", wrap=True),
        )
        self.setLayout(column(card(size, scheme, sample, gap=16), None))

    @Slot(object)
    def _resize(self, percent: int) -> None:
        self._kit.appearance.set_percent(percent)

    @Slot(object)
    def _recolour(self, scheme: Scheme) -> None:
        self._kit.appearance.set_scheme(scheme)

    @Slot()
    def _follow(self) -> None:
        look = self._kit.appearance.look
        self.schemes.choose(look.scheme)
        if look.percent in STEPS:
            self.sizes.choose(look.percent)
        else:
            self.sizes.clear_choice()
