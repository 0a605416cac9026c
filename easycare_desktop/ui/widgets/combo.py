"""A closed list of more than five choices, each with its value."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.hangul_line_edit import FieldState
from easycare_desktop.ui.widgets.keyboard import move_on
from easycare_desktop.ui.widgets.layouts import repolish

V = TypeVar("V")


class Combo(QComboBox, Generic[V]):
    """`choices` are (value, words); the wheel turns it only when it is focused."""

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, choices: Sequence[tuple[V, str]], value: V | None = None
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._values: list[V] = []
        self.setView(QListView())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fill(choices, value)
        self.currentIndexChanged.connect(self._tell)

    def fill(self, choices: Sequence[tuple[V, str]], value: V | None = None) -> None:
        """Offer other choices."""
        self.blockSignals(True)
        self.clear()
        self._values = [held for held, _ in choices]
        self.addItems([words for _, words in choices])
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)
        self.blockSignals(False)

    def value(self) -> V | None:
        """Return the chosen value."""
        number = self.currentIndex()
        return self._values[number] if 0 <= number < len(self._values) else None

    def choose(self, value: V) -> None:
        """Choose `value`."""
        self.setCurrentIndex(self._values.index(value))

    def set_state(self, state: FieldState) -> None:
        """Show the border of an error or of success."""
        self.setProperty("state", state)
        repolish(self)

    @Slot(int)
    def _tell(self, number: int) -> None:
        if 0 <= number < len(self._values):
            self.chosen.emit(self._values[number])

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not move_on(self, e):
            super().keyPressEvent(e)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        px = self._appearance.theme.size("icon")
        arrow = self._appearance.pixmap("chevron-down", "text" if self.isEnabled() else "faint", px)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(self.width() - px - 12, (self.height() - px) // 2), arrow)
        painter.end()
