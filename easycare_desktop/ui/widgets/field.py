"""A control with its name above and one sentence below, that can say what is wrong."""

from typing import Generic, Literal, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.labels import Picture, Text, Tone
from easycare_desktop.ui.widgets.layouts import beside, column, row

C = TypeVar("C", bound=QWidget)
NoteTone = Literal["", "danger", "warn", "ok"]

_ICONS = {"danger": "circle-alert", "warn": "triangle-alert", "ok": "circle-check"}
_BORDERS = {"danger": "error", "ok": "ok"}


class Field(QWidget, Generic[C]):
    """Name, 필수, control, and a hint that gives way to an error or to what was understood."""

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        control: C,
        hint: str = "",
        *,
        required: bool = False,
    ) -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self._label = Text(label, "label")
        self._label.setBuddy(control)
        self._icon = Picture(appearance, "info", "muted", 16)
        self._note = Text("", "caption", wrap=True)
        head = row(self._label, gap=6)
        if required:
            head.addWidget(Text("필수", "caption", "danger"))
        head.addStretch(1)
        note = row(beside(self._icon), self._note, gap=6)
        self.setLayout(column(head, control, note, None, gap=6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        control.setAccessibleName(f"{label}, 필수" if required else label)
        self.clear()

    @property
    def error(self) -> str:
        """The error that is shown, or nothing."""
        return self._note.text() if self._note.property("tone") == "danger" else ""

    @property
    def note(self) -> str:
        """The sentence that is shown, whatever it is."""
        return self._note.text()

    def rename(self, label: str) -> None:
        """Change the name above the control."""
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def set_error(self, sentence: str) -> None:
        """Show what is wrong, in one sentence; with no words, show the hint again."""
        self._show(sentence or self._hint, "danger" if sentence else "")

    def set_ok(self, sentence: str) -> None:
        """Show what was understood."""
        self._show(sentence, "ok")

    def set_warning(self, sentence: str) -> None:
        """Show something to look at that does not stop anybody; with no words, the hint."""
        self._show(sentence or self._hint, "warn" if sentence else "")

    def set_hint(self, sentence: str) -> None:
        """Change the hint."""
        self._hint = sentence
        self._show(sentence, "")

    def clear(self) -> None:
        """Show the hint alone. The value of the control stays."""
        self._show(self._hint, "")

    def _show(self, sentence: str, tone: NoteTone) -> None:
        words: Tone = tone
        self._note.say(sentence, words)
        self._note.setVisible(bool(sentence))
        self._icon.setVisible(bool(tone))
        if tone:
            self._icon.show_icon(_ICONS[tone], f"{tone}_text")
        self.control.setAccessibleDescription(sentence)
        set_state = getattr(self.control, "set_state", None)
        if set_state is not None:
            set_state(_BORDERS.get(tone, ""))
