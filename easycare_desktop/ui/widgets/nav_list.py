"""The navigation: icon, word and number; the present page has a bar, a box and bold words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.navigation import Badge, NavItem
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.keyboard import is_enter
from easycare_desktop.ui.widgets.labels import Text
from easycare_desktop.ui.widgets.layouts import column, holder, line, repolish, row

_BAR_WIDTH, _BAR_HEIGHT = 4, 22


class NavButton(QPushButton):
    """One item; `wanted(key)` when it is pressed."""

    wanted = Signal(str)

    def __init__(self, appearance: Appearance, item: NavItem) -> None:
        super().__init__(f"  {item.words}")
        self._appearance, self._item = appearance, item
        self.setProperty("kind", "nav")
        self.setObjectName(f"nav.{item.key}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._badge = Text("")
        self._badge.setProperty("part", "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(None, self._badge, margins=(0, 0, 10, 0)))
        self.show_badge(Badge())
        self.clicked.connect(self._want)
        self.toggled.connect(self._tint)
        appearance.changed.connect(self._tint)
        self._tint()

    def show_badge(self, badge: Badge) -> None:
        """Show a number, or none."""
        self._badge.setVisible(bool(badge.words))
        self._badge.setText(badge.words)
        self._badge.setProperty("tone", "late" if badge.late else "")
        repolish(self._badge)
        count = f"{badge.words}건" if badge.words.isdigit() else ""
        late = "기한 지남" if badge.late else ""
        words = badge.counts or ", ".join(filter(None, (count, late)))
        self.setToolTip(badge.counts)
        self.setAccessibleName(f"{self._item.words}, {words}" if words else self._item.words)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._item.key)

    @Slot()
    def _tint(self) -> None:
        px = self._appearance.theme.size("icon")
        colour = "accent_text" if self.isChecked() else "muted"
        self.setIcon(self._appearance.icon(self._item.icon, colour, px))
        self.setIconSize(QSize(px, px))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        # Painted: a thick left border bends around the corner.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.colour("accent"))
        top = (self.height() - _BAR_HEIGHT) / 2
        painter.drawRoundedRect(QRectF(4, top, _BAR_WIDTH, _BAR_HEIGHT), 2, 2)
        painter.end()


class NavList(QWidget):
    """All items, the office above and the person with 잠그기 below (both only below 125 %)."""

    wanted = Signal(str)
    lock_wanted = Signal()

    def __init__(
        self, appearance: Appearance, items: Sequence[NavItem], office: str, person: str, role: str
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "inside")
        self._buttons = {item.key: NavButton(appearance, item) for item in items}
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 8)
        box.setSpacing(0)
        name = Text(office, "strong", wrap=True)
        self._office = holder(column(name, margins=(4, 0, 0, 8)))
        box.addWidget(self._office)
        for item in items:
            if item.apart:
                box.addLayout(column(line(), margins=(0, 4, 0, 4)))
            self._buttons[item.key].wanted.connect(self.wanted)
            box.addWidget(self._buttons[item.key])
        box.addStretch(1)
        lock = Button(appearance, "잠그기", "secondary", "lock", fit="row", name="잠그기 Ctrl+L")
        lock.clicked.connect(self.lock_wanted)
        who = column(Text(person, "strong"), Text(role, "caption"), gap=0, margins=(4, 0, 0, 0))
        self._person = holder(column(line(), row(who, None, lock), gap=4))
        box.addWidget(self._person)
        appearance.changed.connect(self._fit)
        self._fit()

    def button(self, key: str) -> NavButton:
        """Return the item of a page."""
        return self._buttons[key]

    def mark(self, key: str) -> None:
        """Mark the item of the present page."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    @Slot()
    def _fit(self) -> None:
        roomy = self._appearance.theme.roomy
        self._office.setVisible(roomy)
        self._person.setVisible(roomy)
