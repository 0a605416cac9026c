"""A value that is read, not typed: its name small above, the value in Medium below."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.widgets.labels import Text
from easycare_desktop.ui.widgets.layouts import column, hide_unless


class Pair(QWidget):
    """Name, value and an optional note; `say(value)` changes it."""

    def __init__(self, label: str, value: str = "", note: str = "") -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.value = Text(value, "value", wrap=True)
        self._note = Text(note, "caption", wrap=True)
        hide_unless(self._note, bool(note))
        self.setLayout(column(Text(label, "caption"), self.value, self._note, None, gap=2))

    def say(self, value: str, note: str = "") -> None:
        """Change the value and its note."""
        self.value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note))
