"""A window of its own that asks one thing: a heading, what is asked, a foot; it fits the screen."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from easycare_desktop.ui.parts.shared.window_room import room_for
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder, row
from easycare_desktop.ui.widgets.layouts import Item
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys

_MARGINS = (32, 28, 32, 16)


class SmallWindow(QWidget):
    """Give it its parts with `lay_out`; what lacks room scrolls, and the foot always stands."""

    def __init__(
        self, kit: Kit, name: str, title: str, at_100: QSize, parent: QWidget | None = None
    ) -> None:
        """`at_100`: its size at a text size of 100 %."""
        super().__init__(parent)
        kit.appearance.dress(self)
        self._kit, self._at_100 = kit, at_100
        self.setWindowTitle(f"{title} - 이지케어 데스크톱")
        self.setProperty("part", "white")
        self.setObjectName(name)

    def heading(self, icon: str, words: str) -> QHBoxLayout:
        """Return the line on top, with its picture."""
        line = row(self._kit.picture(icon, "accent_text", 24), gap=12)
        line.addWidget(self._kit.text(words, "title"), 1)
        return line

    def lay_out(self, *inside: Item, foot: QWidget, gap: int = 12) -> None:
        """Put the parts one below the other, over the foot."""
        body = holder(column(*inside, None, margins=_MARGINS, gap=gap), "white")
        box = column(self._kit.scroll(body), foot, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.ring = FocusRing(self._kit.appearance, self)
        TextSizeKeys(self._kit.appearance, self)
        self._kit.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.resize(room_for(self._at_100, self._kit.theme.scale))
