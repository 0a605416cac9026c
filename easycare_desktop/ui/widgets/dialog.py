"""The base of every dialog: 600 or 760 px wide, at most 660 high, the foot pinned."""

from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.arrange import Scroll
from easycare_desktop.ui.widgets.focus_ring import FocusRing
from easycare_desktop.ui.widgets.foot import Foot
from easycare_desktop.ui.widgets.keyboard import is_enter
from easycare_desktop.ui.widgets.text_size_keys import TextSizeKeys

HIGHEST = 660
_WIDEST = 1280
_GROWTH = 0.75


class HouseDialog(QDialog):
    """Body in a scroll area, foot below it. Enter never closes it from a field.

    Call `assemble(body, foot, first)` at the end of `_build`; `first` gets the focus
    (in a dangerous dialog the cancel button). While it is `busy` it cannot be closed: what comes
    of the work would be told to nobody.
    """

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        parent: QWidget | None = None,
        width: Literal[600, 760] = 600,
    ) -> None:
        super().__init__(parent)
        appearance.dress(self)
        self._appearance, self._width = appearance, width
        self._body: QWidget | None = None
        self._foot: Foot | None = None
        self._first: QWidget | None = None
        self.busy = False
        self.setWindowTitle(title)
        self.setModal(True)
        self.setProperty("part", "white")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        appearance.changed.connect(self.fit)

    def assemble(self, body: QWidget, foot: Foot, first: QWidget | None = None) -> None:
        """Put body and foot in; `first` is the control that is focused at the start."""
        self._body, self._foot, self._first = body, foot, first
        body.setProperty("part", "white")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box.addWidget(Scroll(body), 1)
        self._box.addWidget(foot)
        self._ring = FocusRing(self._appearance, self)
        self._keys = TextSizeKeys(self._appearance, self)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Take the size that the text needs, within the screen; nothing once it is gone."""
        if self._body is None or self._foot is None or not isValid(self._body):
            return
        scale = self._appearance.theme.scale
        wide = min(_WIDEST, round(self._width * (1 + (scale - 1) * _GROWTH)))
        high = _height(self._body, wide) + _height(self._foot, wide) + 2
        self.resize(wide, min(HIGHEST, high))
        self.setMinimumWidth(min(wide, 480))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    @override
    def reject(self) -> None:
        if not self.busy:
            super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # QDialog would press a default button; here Enter belongs to the focused control alone.
        if is_enter(event):
            event.accept()
        else:
            super().keyPressEvent(event)


def _height(part: QWidget, wide: int) -> int:
    part.ensurePolished()
    if part.hasHeightForWidth():
        return part.heightForWidth(wide)
    return part.sizeHint().height()
