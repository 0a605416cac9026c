"""A password with 「보기」 and a word about CapsLock and 한/영."""

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.first_picture import NO_FOCUS
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.hangul_line_edit import FieldState, HangulLineEdit

_CAPS = "CapsLock이 켜져 있는 것 같습니다."
_HANGUL = "한글 입력 상태입니다. 한/영 키를 누르면 영문으로 바뀝니다."


class _SecretLine(HangulLineEdit):
    warned = Signal(str)

    def __init__(self, hint: str, *, submits: bool) -> None:
        super().__init__("", hint, submits=submits)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if len(typed) == 1 and typed.isalpha():
            self.warned.emit(_warning(typed, event.modifiers()))
        super().keyPressEvent(event)


class PasswordEdit(QWidget):
    """A hidden text field. `warned(str)` carries a sentence, or nothing when all is well."""

    warned = Signal(str)
    submitted = Signal()
    textChanged = Signal(str)  # noqa: N815 - the same name as in every Qt field

    def __init__(self, appearance: Appearance, hint: str = "", *, submits: bool = False) -> None:
        super().__init__()
        self._line = _SecretLine(hint, submits=submits)
        self._show = Button(appearance, "보기", "secondary", "eye", name="비밀번호 보기")
        self._show.setProperty("kind", "secondary")
        self._show.setProperty("focusPolicy", NO_FOCUS)
        self._show.clicked.connect(self._toggle)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._line, 1)
        box.addWidget(self._show)
        self.setFocusProxy(self._line)
        self._line.warned.connect(self.warned)
        self._line.submitted.connect(self.submitted)
        self._line.textChanged.connect(self.textChanged)

    def text(self) -> str:
        """Return what was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.clear()

    def set_state(self, state: FieldState) -> None:
        """Show the border of an error or of success."""
        self._line.set_state(state)

    @override
    def setAccessibleName(self, name: str) -> None:
        self._line.setAccessibleName(name)

    @Slot()
    def _toggle(self) -> None:
        hidden = self._line.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        self._show.set_icon("eye-off" if hidden else "eye")
        self._show.say(
            "가리기" if hidden else "보기", "비밀번호 가리기" if hidden else "비밀번호 보기"
        )


def _warning(typed: str, modifiers: "QtCore.Qt.KeyboardModifier") -> str:
    if not typed.isascii():
        return _HANGUL
    shift = bool(modifiers & QtCore.Qt.KeyboardModifier.ShiftModifier)
    return _CAPS if typed.isupper() and not shift else ""
