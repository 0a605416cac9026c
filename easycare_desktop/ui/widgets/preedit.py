"""The syllable being composed: it is not in a field's text yet and must never be lost."""

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget


class Preedit:
    """What the input method is composing in one widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self.text = ""

    def note(self, event: QInputMethodEvent) -> None:
        """Take the preedit text of an event, before the widget handles it."""
        self.text = event.preeditString()

    def before_shortcut(self, event: QEvent) -> None:
        """Commit if a shortcut is about to act: a save by F4 must see the last syllable."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return
        keys, modifiers = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        commands = modifiers.ControlModifier | modifiers.AltModifier
        held = (
            *(keys.Key_Shift, keys.Key_Control, keys.Key_Alt, keys.Key_Meta),
            *(keys.Key_Hangul, keys.Key_Hangul_Hanja),
        )
        command = not event.text() or bool(event.modifiers() & commands)
        if command and event.key() not in held:
            self.commit()

    def commit(self) -> None:
        """Put the composed syllable into the text.

        The input method does it where there is one; otherwise, as on a bare Linux, the widget is
        sent the commit that the input method would have sent.
        """
        if not self.text:
            return
        QGuiApplication.inputMethod().commit()
        if self.text:
            event = QInputMethodEvent("", [])
            event.setCommitString(self.text)
            QCoreApplication.sendEvent(self._widget, event)
