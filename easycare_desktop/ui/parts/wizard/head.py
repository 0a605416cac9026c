"""The head of the first run: where one is, and what this step is about."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, column


class WizardHead(QWidget):
    """`go(number)` shows the title of that step."""

    def __init__(self, steps: Sequence[Step], kit: Kit) -> None:
        super().__init__()
        self._line = tuple(steps)
        self.setProperty("part", "inside")
        self.steps = kit.steps([step.title for step in steps])
        self.title, self.lead = kit.text("", "title"), kit.text("", wrap=True)
        self.setLayout(column(self.steps, self.title, self.lead, margins=(32, 14, 32, 8), gap=6))

    def go(self, number: int) -> None:
        """Show step `number`, from 0."""
        step = self._line[number]
        self.steps.go(number)
        self.title.setText(step.title)
        self.lead.setText(step.lead)
