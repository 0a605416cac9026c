"""Good news at the bottom of the page, with 되돌리기. Never for errors."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import row

SECONDS = 12
_EDGE = 12
_INNER = 6
_GAP = 10
_SIDES = 16 + 8


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, and how it is undone, if it can be."""

    words: str
    undo: Callable[[], None] | None = None


class Toasts(QObject):
    """The way of a notice from whoever says it to the window that shows it."""

    said = Signal(object)

    def say(self, notice: Notice) -> None:
        """Show `notice` in the main window."""
        self.said.emit(notice)


class Toast(QFrame):
    """One notice; it leaves by itself after twelve seconds, when closed, or when undone."""

    def __init__(self, appearance: Appearance, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._notice = notice
        self.setProperty("part", "toast")
        self.setAccessibleName(notice.words)
        self._area: QRect | None = None
        self._words = Text(notice.words, "strong")
        self._parts: list[QWidget] = [Picture(appearance, "circle-check", "on_toast")]
        box = row(self._parts[0], margins=(16, _INNER, 8, _INNER), gap=_GAP)
        box.addWidget(self._words, 1)
        if notice.undo is not None:
            words = "되돌리기  Ctrl+Z"
            undo = Button(appearance, words, "toast", "undo-2", name="되돌리기")
            undo.clicked.connect(self.undo)
            self._parts.append(undo)
        close = Button(appearance, "", "toast", "x", fit="bare", name="알림 닫기")
        close.clicked.connect(self.leave)
        self._parts.append(close)
        for part in self._parts[1:]:
            box.addWidget(part)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.leave)
        self._timer.start()

    def place(self, area: QRect) -> None:
        """Lie at the bottom middle of `area`, and stay there; long words are broken."""
        self._area = area
        words = self._words
        need = words.fontMetrics().horizontalAdvance(words.text()) + 4
        around = sum(part.sizeHint().width() + _GAP for part in self._parts) + _SIDES
        room = area.width() - 2 * _EDGE
        if words.wordWrap() != (need + around > room):
            words.setWordWrap(not words.wordWrap())
        wide = min(room, need + around)
        high = max(part.sizeHint().height() for part in self._parts)
        if words.wordWrap():
            high = max(high, words.heightForWidth(wide - around))
        high += 2 * _INNER
        self.setGeometry(area.center().x() - wide // 2, area.bottom() - high - _EDGE, wide, high)

    @override
    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._area is not None:
            self.place(self._area)
        return answer

    @Slot()
    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    @property
    def can_undo(self) -> bool:
        """Whether what happened can be undone by this notice."""
        return self._notice.undo is not None

    @Slot()
    def undo(self) -> None:
        """Undo what happened, and go away."""
        undo = self._notice.undo
        self.leave()
        if undo is not None:
            undo()
