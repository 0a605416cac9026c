"""Two to five exclusive choices that are all visible."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QPushButton, QSizePolicy
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.hangul_line_edit import FieldState
from easycare_desktop.ui.widgets.keyboard import move_on

V = TypeVar("V")
_PADDING = 32


class _Choice(QPushButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if not move_on(self, arg__1):
            super().keyPressEvent(arg__1)


class ChoiceStrip(QFrame, Generic[V]):
    """Exclusive buttons in a row; `widest` is the room in px, beyond which they stand in a column.

    `choices` are (value, words). `value()` is None while nothing is chosen.
    """

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        choices: Sequence[tuple[V, str]],
        value: V | None = None,
        widest: int = 640,
    ) -> None:
        super().__init__()
        self._appearance, self._widest = appearance, widest
        self._values = [held for held, _ in choices]
        self._state: FieldState = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for number, (_, words) in enumerate(choices):
            button = _Choice(words)
            self._group.addButton(button, number)
            self._box.addWidget(button, 1)
        if value is not None:
            self.choose(value)
        self._group.idToggled.connect(self._tell)
        appearance.changed.connect(self._fit)
        self._fit()

    def value(self) -> V | None:
        """Return the chosen value."""
        number = self._group.checkedId()
        return None if number < 0 else self._values[number]

    def choose(self, value: V) -> None:
        """Choose `value`."""
        self._group.button(self._values.index(value)).setChecked(True)

    def clear_choice(self) -> None:
        """Choose nothing."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_state(self, state: FieldState) -> None:
        """Show the border of an error."""
        self._state = state
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted: a border of the stylesheet would take two px from the height of the targets.
        theme = self._appearance.theme
        wrong = self._state == "error"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if wrong else 1
        painter.setPen(QPen(theme.colour("danger" if wrong else "edge"), wide))
        painter.setBrush(theme.colour("sunken"))
        inset = wide / 2
        radius = theme.radius("control")
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()

    @Slot(int, bool)
    def _tell(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.chosen.emit(self._values[number])

    @Slot()
    def _fit(self) -> None:
        metrics = self._appearance.theme.metrics("body", "bold")
        words = [button.text() for button in self._group.buttons()]
        need = sum(metrics.horizontalAdvance(word) + _PADDING for word in words)
        stacked = need > self._widest
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if stacked else across)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
