"""Two to five exclusive choices that are all visible."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.first_picture import outline, rounded_box
from easycare_desktop.ui.widgets.hangul_line_edit import FieldState
from easycare_desktop.ui.widgets.keyboard import move_on

V = TypeVar("V")
_PADDING = 32
_AGAIN = "고른 것을 한 번 더 누르면 고르지 않은 것으로 돌아갑니다."


class _Choice(QPushButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
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
    """Exclusive buttons in a row; where the row is too narrow they stand in a column.

    `choices` are (value, words). `value()` is None while nothing is chosen. What is `optional` is
    taken back by pressing the chosen one again; `chosen` then tells None.
    """

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        choices: Sequence[tuple[V, str]],
        value: V | None = None,
        *,
        optional: bool = False,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._values = [held for held, _ in choices]
        self._state: FieldState = ""
        self._was = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons = [_Choice(words, self) for _, words in choices]
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
        self._alone = len(self._buttons) == 1 and not optional
        if optional:
            self._let_go()
        if self._alone:
            self._stand_alone()
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

    def _stand_alone(self) -> None:
        """There is nothing to choose: the only value stands as plain words."""
        only = self._buttons[0]
        only.setChecked(True)
        only.setProperty("kind", "only")
        from PySide6.QtCore import Qt  # noqa: PLC0415 - the first picture has no single choice

        only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        only.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _let_go(self) -> None:
        self._group.idPressed.connect(self._note)
        self._group.idClicked.connect(self._take_back)
        for button in self._buttons:
            button.setAccessibleDescription(_AGAIN)
            button.setToolTip(_AGAIN)

    @Slot(int)
    def _note(self, _number: int) -> None:
        self._was = self._group.checkedId()

    @Slot(int)
    def _take_back(self, number: int) -> None:
        if number == self._was:
            self.clear_choice()
            self.chosen.emit(None)

    @Slot(int, bool)
    def _tell(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.chosen.emit(self._values[number])

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self._place()

    def _need(self, button: QPushButton) -> int:
        metrics = self._appearance.theme.metrics("body", "bold")
        return metrics.horizontalAdvance(button.text()) + _PADDING

    def _place(self) -> None:
        high, count = self._appearance.theme.size("control"), len(self._buttons)
        needs = [self._need(button) for button in self._buttons]
        across = sum(needs) <= self.width()
        self.setFixedHeight(high if across else high * count)
        if not across:
            for number, button in enumerate(self._buttons):
                button.setGeometry(0, number * high, self.width(), high)
            return
        even = max(needs) * count <= self.width()
        spare = (self.width() - sum(needs)) / count
        left = 0.0
        for button, need in zip(self._buttons, needs, strict=True):
            share = self.width() / count if even else need + spare
            button.setGeometry(round(left), 0, round(left + share) - round(left), high)
            left += share

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(map(self._need, self._buttons)), self._appearance.theme.size("control"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(self._need, self._buttons)), self._appearance.theme.size("control"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted: a border of the stylesheet would take two px from the height of the targets.
        if self._alone:
            return
        theme = self._appearance.theme
        wrong = self._state == "error"
        wide = 2 if wrong else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = outline(theme.colour("danger" if wrong else "edge"), wide)
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        rounded_box(painter, box, theme.radius("control"), theme.colour("sunken"), pen)
        painter.end()
