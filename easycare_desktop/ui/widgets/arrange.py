"""Layouts that change with the text size: forms of one to four columns, two halves, scrolling."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSize, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.first_picture import ALWAYS_OFF, NO_FOCUS

_COLUMNS = {1: (1, 1, 1), 2: (2, 2, 1), 3: (3, 2, 1), 4: (4, 2, 1)}


class FormGrid(QWidget):
    """Fields side by side: `columns` of them at 100 %, fewer as the text grows, one from 175 %."""

    def __init__(self, appearance: Appearance, columns: int = 3) -> None:
        super().__init__()
        self._appearance, self._steps = appearance, _COLUMNS[columns]
        self._cells: list[tuple[QWidget, int]] = []
        self.setProperty("part", "inside")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        appearance.changed.connect(self._arrange)

    def add(self, *fields: QWidget, span: int = 1) -> None:
        """Add fields, each `span` columns wide where there is room."""
        self._cells.extend((field, span) for field in fields)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        theme = self._appearance.theme
        count = self._steps[2 if theme.huge else 0 if theme.roomy else 1]
        # Not `takeAt`: the item that it hands out lives on, and the next one of the same widget
        # would never hear that the widget wants another height.
        for field, _ in self._cells:
            self._grid.removeWidget(field)
        for number in range(4):
            self._grid.setColumnStretch(number, 1 if number < count else 0)
        line, at = 0, 0
        for field, wanted in self._cells:
            span = min(wanted, count)
            if at + span > count:
                line, at = line + 1, 0
            self._grid.addWidget(field, line, at, 1, span, QtCore.Qt.AlignmentFlag.AlignTop)
            at += span


class Split(QWidget):
    """Two halves side by side; one above the other from a text size of `apart_from` per cent.

    `shares` are stretch factors; `side` fixes the width of the second half in px at 100 %,
    `first` that of the first.
    """

    def __init__(
        self,
        appearance: Appearance,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (1, 1),
        *,
        first: int = 0,
        side: int = 0,
        apart_from: int = 125,
    ) -> None:
        super().__init__()
        self._appearance, self._left, self._right = appearance, left, right
        self._first, self._side, self._apart_from = first, side, apart_from
        self.setProperty("part", "inside")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(left, 0 if first else shares[0])
        self._box.addWidget(right, 0 if side else shares[1])
        appearance.changed.connect(self._arrange)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        theme = self._appearance.theme
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        together = theme.look.percent < self._apart_from
        self._box.setDirection(across if together else down)
        for half, fixed in ((self._left, self._first), (self._right, self._side)):
            if fixed and together:
                half.setFixedWidth(theme.px(fixed))
            else:
                half.setMinimumWidth(0)
                half.setMaximumWidth(_UNLIMITED)


class Scroll(QScrollArea):
    """Every page and dialog body lies in one: the screen may have 690 px and the text 200 %.

    What lies inside is taken in when the area is dressed, shortly before it is seen. At once it
    would be shown and dressed, and dressed again for every widget that the area is put into.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        # Its own viewport: to name the type of one made by Qt, every type of widget is loaded.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", ALWAYS_OFF)
        self.setProperty("focusPolicy", NO_FOCUS)
        if not inside.property("part"):
            inside.setProperty("part", "inside")
        self.viewport().setAutoFillBackground(False)
        inside.setParent(self)
        self._coming: QWidget | None = inside

    @override
    def setWidget(self, widget: QWidget) -> None:
        if self._coming is not None and self._coming is not widget:
            self._coming.setParent(None)
            self._coming.deleteLater()
        self._coming = None
        super().setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)
        self._measure()

    @override
    def widget(self) -> QWidget | None:
        self._take_in()
        return super().widget()

    @override
    def sizeHint(self) -> QSize:
        self._take_in()
        return super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        self._take_in()
        return super().minimumSizeHint()

    @override
    def event(self, arg__1: QEvent) -> bool:
        if arg__1.type() == QEvent.Type.Polish:
            self._take_in()
        return super().event(arg__1)

    def _take_in(self) -> None:
        if self._coming is not None:
            self.setWidget(self._coming)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        # The least height of broken words is that of their narrowest form: far too high. Where
        # the height follows from the width, that alone counts.
        inside = self.widget()
        if inside is not None:
            inside.setMinimumHeight(1 if inside.hasHeightForWidth() else 0)


_UNLIMITED = 16_777_215
