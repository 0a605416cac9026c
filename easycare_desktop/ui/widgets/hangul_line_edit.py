"""The only one-line text input: no syllable is ever lost, and search hears each stroke."""

from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QLineEdit

from easycare_desktop.system.override import override
from easycare_desktop.ui.widgets.keyboard import is_enter, move_on
from easycare_desktop.ui.widgets.layouts import repolish
from easycare_desktop.ui.widgets.preedit import Preedit

Typing = Literal["any", "digits", "latin"]
FieldState = Literal["", "error", "ok"]


class HangulLineEdit(QLineEdit):
    """A text field for Korean.

    `live_text_changed(str)` carries committed and composed text together, at each stroke.
    The composed syllable is committed when the focus leaves, the window hides, Enter is pressed
    or any shortcut is about to act, so `text()` is complete wherever a window reads it.
    Enter goes to the next control and Shift+Enter back; with `submits` it emits `submitted`.
    `typing` "digits" and "latin" switch the input method off for phone numbers and codes.
    """

    live_text_changed = Signal(str)
    submitted = Signal()

    def __init__(
        self, value: str = "", hint: str = "", *, typing: Typing = "any", submits: bool = False
    ) -> None:
        super().__init__(value)
        self._preedit = Preedit(self)
        self._live = value
        self._waiting_state: FieldState | None = None
        self.submits = submits
        self.setPlaceholderText(hint)
        if typing != "any":
            self.expect(typing)
        self.setCursorPosition(0)
        self.textChanged.connect(self._tell_live)

    def expect(self, typing: Typing) -> None:
        """Switch the input method off for "digits" or "latin"."""
        hints = QtCore.Qt.InputMethodHint
        wanted = hints.ImhPreferNumbers if typing == "digits" else hints.ImhPreferLatin
        self.setInputMethodHints(wanted | hints.ImhNoPredictiveText)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def live_text(self) -> str:
        """Return the text with the syllable that is being composed."""
        at = self.cursorPosition()
        return self.text()[:at] + self._preedit.text + self.text()[at:]

    def commit(self) -> None:
        """Put the composed syllable into the text now."""
        self._preedit.commit()

    def set_state(self, state: FieldState) -> None:
        """Show the border of an error or of success; while composing it waits."""
        if self._preedit.text:
            self._waiting_state = state
        elif (self.property("state") or "") != state:
            self.setProperty("state", state)
            repolish(self)

    @Slot()
    def _tell_live(self) -> None:
        live = self.live_text()
        if live != self._live:
            self._live = live
            self.live_text_changed.emit(live)

    @override
    def event(self, event: QEvent) -> bool:
        self._preedit.before_shortcut(event)
        return super().event(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit.note(event)
        super().inputMethodEvent(event)
        self._tell_live()
        if not self._preedit.text and self._waiting_state is not None:
            state, self._waiting_state = self._waiting_state, None
            self.set_state(state)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
            return
        self.commit()
        back = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
        if self.submits and not back:
            event.accept()
            self.editingFinished.emit()
            self.submitted.emit()
        else:
            move_on(self, event)
            if self.hasFocus():
                self.editingFinished.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)
