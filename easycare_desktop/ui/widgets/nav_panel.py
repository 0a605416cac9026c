"""The navigation at the left of the page, or over it where it does not fit."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.arrange import Scroll
from easycare_desktop.ui.widgets.layouts import column
from easycare_desktop.ui.widgets.nav_list import NavList


class NavPanel(QFrame):
    """Holds the list; as a menu it leaves with Esc or a click beside it."""

    def __init__(self, appearance: Appearance, items: NavList) -> None:
        super().__init__()
        self._appearance, self.items = appearance, items
        self._curtain: _Curtain | None = None
        self.setProperty("part", "nav")
        self.setLayout(column(Scroll(items), gap=0))
        appearance.changed.connect(self._fit)
        self._fit()

    @property
    def menu_open(self) -> bool:
        """Whether it lies over the page now."""
        return self._curtain is not None

    def needed(self) -> int:
        """Return the height in px at which every item is seen."""
        return self.items.sizeHint().height()

    def become_menu(self, row: QBoxLayout, *, menu: bool) -> None:
        """Leave the row of the window, or come back to its left end."""
        self.close_menu()
        if menu:
            row.removeWidget(self)
            self.hide()
        else:
            row.insertWidget(0, self)
            self.show()

    def open_over(self, page: QWidget) -> None:
        """Lie over the left side of `page`."""
        area = page.geometry()
        self._curtain = _Curtain(page.parentWidget() or page)
        self._curtain.setGeometry(area)
        self._curtain.pressed.connect(self.close_menu)
        self._curtain.show()
        self.setGeometry(area.left(), area.top(), self.width(), area.height())
        self.show()
        self.raise_()

    @Slot()
    def close_menu(self) -> None:
        """Go away from over the page."""
        if self._curtain is None:
            return
        self._curtain.hide()
        self._curtain.deleteLater()
        self._curtain = None
        self.hide()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(self._appearance.theme.size("nav_width"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.menu_open:
            self.close_menu()
        else:
            super().keyPressEvent(event)


class _Curtain(QWidget):
    """Takes the click beside the open menu."""

    pressed = Signal()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
