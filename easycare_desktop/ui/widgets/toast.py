"""Good news at the bottom of the page, with 되돌리기. Never for errors."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import row

SECONDS = 12


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
        box = row(
            Picture(appearance, "circle-check", "on_toast"),
            Text(notice.words, "strong"),
            None,
            margins=(16, 6, 8, 6),
            gap=10,
        )
        if notice.undo is not None:
            self.undo_button = Button(appearance, "되돌리기", "toast", "undo-2", key="Ctrl+Z")
            self.undo_button.clicked.connect(self._undo)
            box.addWidget(self.undo_button)
        close = Button(appearance, "", "toast", "x", fit="bare", name="알림 닫기")
        close.clicked.connect(self.leave)
        box.addWidget(close)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.leave)
        self._timer.start()

    @Slot()
    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.deleteLater()

    @Slot()
    def _undo(self) -> None:
        undo = self._notice.undo
        self.leave()
        if undo is not None:
            undo()
