"""A 3 px ring with a 2 px gap around whatever has the keyboard focus."""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QTabBar, QWidget
from shiboken6 import isValid

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance

RING, GAP = 3, 2
_GROW = RING + GAP
_ROW_MARGIN = 4
_TAB_GAP = 14  # px of the style sheet between two tabs; Qt counts it to the one before
_UNDERLINE = 4  # px: the line below the tab in front stays free
_FOLLOWED = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.EnabledChange,
)


class FocusRing(QWidget):
    """An overlay of one window: takes no room and no clicks.

    It follows its control when any ancestor moves or scrolls, and is cut at the edge of the
    scroll areas around it, so it never lies over a head or a foot.
    """

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._house = window
        self._appearance = appearance
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._offset = QRect()
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        appearance.app.focusChanged.connect(self._moved)
        appearance.changed.connect(self.follow)
        self._moved(None, appearance.app.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """The control that is ringed."""
        return self._target

    @Slot("QWidget*", "QWidget*")
    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        if isinstance(self._target, QTabBar) and isValid(self._target):
            self._target.currentChanged.disconnect(self.follow)
        self._target = new if new is not None and self._rings(new) else None
        if isinstance(self._target, QTabBar):
            self._target.currentChanged.connect(self.follow)
        parent = self._target
        while parent is not None:
            self._watched.append(parent)
            parent.installEventFilter(self)
            parent = None if parent is self._house else parent.parentWidget()
        self.follow()

    def _rings(self, control: QWidget) -> bool:
        """Tell whether it is a control of this window; a ring around a whole page says nothing."""
        return control.window() is self.window() and control.property("part") != "page"

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self.follow()
        return False

    @Slot()
    def follow(self) -> None:
        """Lie around the control, as far as it is seen; one that is switched off takes no keys."""
        target = self._target
        if target is None or not isValid(target) or not (target.isVisible() and target.isEnabled()):
            self.hide()
            return
        around = self._around(target)
        seen = self._seen(target)
        shown = around & seen
        if shown.isEmpty() or not seen.intersects(around.adjusted(_GROW, _GROW, -_GROW, -_GROW)):
            self.hide()
            return
        self._offset = around.translated(-shown.topLeft())
        self.setGeometry(shown)
        self.show()
        self.raise_()
        self.update()

    def _around(self, target: QWidget) -> QRect:
        """Return the place of the ring; of a row of tabs the one in front has it."""
        rect, below = target.rect(), 0
        margin = _ROW_MARGIN if target.property("fit") == "row" else 0
        if isinstance(target, QTabBar) and target.count():
            rect, margin, below = target.tabRect(target.currentIndex()), _GROW, _UNDERLINE
            rect.setWidth(rect.width() - _TAB_GAP)
        box = QRect(target.mapTo(self._house, rect.topLeft()), rect.size())
        box = box.adjusted(0, margin, 0, -margin - below)
        return box.adjusted(-_GROW, -_GROW, _GROW, _GROW)

    def _seen(self, target: QWidget) -> QRect:
        house = self._house
        seen = QRect(house.rect())
        parent = target.parentWidget()
        while parent is not None and parent is not house:
            if isinstance(parent, QAbstractScrollArea):
                view = parent.viewport()
                seen &= QRect(view.mapTo(house, view.rect().topLeft()), view.size())
            parent = parent.parentWidget()
        return seen

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("control") + GAP + 1
        for colour, width, inset in (("focus", RING, RING / 2), ("gap", GAP, RING + GAP / 2)):
            painter.setPen(QPen(theme.colour(colour), width))
            box = QRectF(self._offset).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, radius - inset / 2, radius - inset / 2)
        painter.end()
