"""Check boxes and radio buttons: painted, 44 px high, with words that wrap."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.keyboard import move_on

_GAP = 10
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CheckBox(QCheckBox):
    """Something that is so or not so. Space ticks, Enter goes on."""

    def __init__(self, appearance: Appearance, words: str, *, checked: bool = False) -> None:
        super().__init__(words)
        self._appearance = appearance
        self.setChecked(checked)
        _grow(self)
        appearance.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return _wide(self, self._appearance)

    @override
    def minimumSizeHint(self) -> QSize:
        return _narrow(self, self._appearance)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return _height(self, self._appearance, arg__1)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not move_on(self, e):
            super().keyPressEvent(e)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        _paint(self, self._appearance, rounded=False)


class RadioButton(QRadioButton):
    """One of several. Prefer a choice strip; this is for long words."""

    def __init__(self, appearance: Appearance, words: str, *, checked: bool = False) -> None:
        super().__init__(words)
        self._appearance = appearance
        self.setChecked(checked)
        _grow(self)
        appearance.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return _wide(self, self._appearance)

    @override
    def minimumSizeHint(self) -> QSize:
        return _narrow(self, self._appearance)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return _height(self, self._appearance, arg__1)

    @override
    def hitButton(self, arg__1: QPoint) -> bool:
        return self.rect().contains(arg__1)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not move_on(self, e):
            super().keyPressEvent(e)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        _paint(self, self._appearance, rounded=True)


def _grow(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAccessibleName(button.text())


def _wide(button: QAbstractButton, appearance: Appearance) -> QSize:
    theme = appearance.theme
    words = theme.metrics().horizontalAdvance(button.text())
    return QSize(theme.size("box") + _GAP + words + 6, theme.size("control"))


def _narrow(button: QAbstractButton, appearance: Appearance) -> QSize:
    theme = appearance.theme
    least = min(_wide(button, appearance).width(), theme.px(140))
    return QSize(least, theme.size("control"))


def _height(button: QAbstractButton, appearance: Appearance, width: int) -> int:
    theme = appearance.theme
    room = QRect(0, 0, max(1, width - theme.size("box") - _GAP), 10_000)
    words = theme.metrics().boundingRect(room, _WRAP, button.text())
    return max(theme.size("control"), words.height() + 12)


def _paint(button: QAbstractButton, appearance: Appearance, *, rounded: bool) -> None:
    theme = appearance.theme
    side = theme.size("box")
    on, usable = button.isChecked(), button.isEnabled()
    box = QRectF(1, (button.height() - side) / 2 + 1, side - 2, side - 2)
    radius = side / 2 if rounded else 5.0
    edge = "faint" if not usable else "accent" if on or button.underMouse() else "edge"
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), 2))
    painter.setBrush(theme.colour(edge if on else "surface" if usable else "sunken"))
    painter.drawRoundedRect(box, radius, radius)
    if on and rounded:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_accent"))
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
    elif on:
        mark = appearance.pixmap("check", "on_accent" if usable else "surface", side - 4)
        painter.drawPixmap(QPoint(2, round(box.top()) + 1), mark)
    painter.setPen(theme.colour("text" if usable else "faint"))
    painter.setFont(theme.font())
    room = QRectF(side + _GAP, 0, button.width() - side - _GAP, button.height())
    painter.drawText(room, _WRAP, button.text())
    painter.end()
