"""Text size and colours as two strips: worn at once, and following the keys Ctrl + and Ctrl -."""

from PySide6.QtCore import QObject, Slot

from easycare_desktop.ui.appearance import Scheme
from easycare_desktop.ui.appearance.look import STEPS
from easycare_desktop.ui.widgets import Kit

_SCHEMES = ((Scheme.LIGHT, "밝게"), (Scheme.DARK, "어둡게"), (Scheme.CONTRAST, "고대비"))


class LookChoices(QObject):
    """The strips `sizes` and `schemes`; `page` starts their names, `unit` ends each size."""

    def __init__(self, kit: Kit, page: str, unit: str = "") -> None:
        super().__init__()
        self._kit = kit
        look = kit.appearance.look
        sizes = [(size, f"{size}{unit}") for size in STEPS]
        self.sizes = kit.choice(sizes, look.percent if look.percent in STEPS else None)
        self.sizes.setObjectName(f"{page}.text_size")
        self.schemes = kit.choice(_SCHEMES, look.scheme)
        self.schemes.setObjectName(f"{page}.scheme")
        self.setParent(self.sizes)
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
        if look.percent in STEPS:
            self.sizes.choose(look.percent)
        else:
            self.sizes.clear_choice()
