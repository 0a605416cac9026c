"""The search field: a lens, larger letters, and a clear button that can be hit."""

from PySide6.QtCore import QEvent, QPoint, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.hangul_line_edit import HangulLineEdit


class SearchEdit(HangulLineEdit):
    """Connect to `live_text_changed`: it speaks while a syllable is being composed."""

    def __init__(self, appearance: Appearance, hint: str) -> None:
        super().__init__("", hint)
        self._appearance = appearance
        self.setProperty("role", "search")
        self.setAccessibleName(hint)
        self._clear = Button(appearance, "", "icon", "x", name="찾는 말 지우기")
        self._clear.setParent(self)
        self._clear.hide()
        self._clear.clicked.connect(self._empty)
        self.live_text_changed.connect(self._offer)
        appearance.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _empty(self) -> None:
        self.commit()
        self.clear()
        self.setFocus()

    @Slot(str)
    def _offer(self, live: str) -> None:
        self._clear.setVisible(bool(live))

    @Slot()
    def _fit(self) -> None:
        side = self._appearance.theme.size("control")
        self.setTextMargins(self._appearance.theme.size("icon") + 8, 0, side - 12, 0)
        self._place()

    def _place(self) -> None:
        side = self._appearance.theme.size("control")
        self._clear.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)

    @override
    def event(self, event: QEvent) -> bool:
        # An empty search field has nothing to undo: Ctrl+Z is meant for the page.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.live_text()
        ):
            event.ignore()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px = self._appearance.theme.size("icon")
        lens = self._appearance.pixmap("search", "muted", px)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(13, (self.height() - px) // 2), lens)
        painter.end()
