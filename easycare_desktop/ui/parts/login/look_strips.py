"""Text size and colours, at the foot of the login window: who cannot read cannot sign in."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.appearance import Scheme
from easycare_desktop.ui.appearance.look import STEPS
from easycare_desktop.ui.widgets import Kit, column, holder, row

SCHEMES = ((Scheme.LIGHT, "밝게"), (Scheme.DARK, "어둡게"), (Scheme.CONTRAST, "고대비"))


class LookStrips(QWidget):
    """Both strips; what is chosen is worn at once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        look = kit.appearance.look
        sizes = [(size, str(size)) for size in STEPS]
        now = look.percent if look.percent in STEPS else None
        self.sizes = kit.choice(sizes, now)
        self.sizes.setObjectName("login.text_size")
        self.schemes = kit.choice(SCHEMES, look.scheme)
        self.schemes.setObjectName("login.scheme")
        size_row = row(kit.text("글자 크기 (%)", "label"), self.sizes, gap=10)
        scheme_row = row(kit.text("화면", "label"), self.schemes, gap=10)
        halves = kit.split(holder(size_row), holder(scheme_row), shares=(4, 3))
        self.setProperty("part", "inside")
        self.setLayout(column(halves))
        self.sizes.chosen.connect(self._resize)
        self.schemes.chosen.connect(self._recolour)
        kit.changed.connect(self._follow)

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
        self.sizes.choose(look.percent)
