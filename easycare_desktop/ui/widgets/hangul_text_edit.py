"""The only input of several lines; Tab leaves it, the last syllable is never lost."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.hangul_line_edit import FieldState
from easycare_desktop.ui.widgets.layouts import repolish
from easycare_desktop.ui.widgets.preedit import Preedit


class HangulTextEdit(QPlainTextEdit):
    """A text field of `lines` lines. `edited()` tells every change of the committed text."""

    edited = Signal()

    def __init__(
        self, appearance: Appearance, value: str = "", hint: str = "", lines: int = 3
    ) -> None:
        super().__init__(value)
        self._appearance, self._lines = appearance, lines
        self._preedit = Preedit(self)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.edited)
        appearance.changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return the committed text."""
        return self.toPlainText()

    def commit(self) -> None:
        """Put the composed syllable into the text now."""
        self._preedit.commit()

    def set_state(self, state: FieldState) -> None:
        """Show the border of an error or of success."""
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            repolish(self)

    @Slot()
    def _fit(self) -> None:
        line = self._appearance.theme.metrics().lineSpacing()
        self.setFixedHeight(self._lines * line + 32)

    @override
    def event(self, event: QEvent) -> bool:
        self._preedit.before_shortcut(event)
        return super().event(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit.note(event)
        super().inputMethodEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)
