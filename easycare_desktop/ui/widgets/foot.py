"""The foot of a page or a dialog: quiet far left, a note, secondary, 24 px, the main button."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.labels import Picture, Text
from easycare_desktop.ui.widgets.layouts import row

_BEFORE_MAIN = 24


class Foot(QFrame):
    """Buttons in the one fixed order. `note` says what is missing or what a press does not do."""

    def __init__(
        self,
        appearance: Appearance,
        main: QWidget | None = None,
        *,
        others: Sequence[QWidget] = (),
        quiet: Sequence[QWidget] = (),
        note: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self._icon = Picture(appearance, "info", "muted")
        self.note = Text("", wrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box = row(*quiet, self._icon, margins=(24, 8, 24, 8), gap=8)
        box.addWidget(self.note, 1)
        for button in others:
            box.addWidget(button)
        if main is not None:
            box.addSpacing(_BEFORE_MAIN - 8 if others else 0)
            box.addWidget(main)
        self.setLayout(box)
        self.say(note)

    def say(self, note: str) -> None:
        """Change the note; nothing hides it."""
        self.note.setText(note)
        self._icon.setVisible(bool(note))
