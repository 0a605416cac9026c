"""One step of the first run."""

from PySide6.QtWidgets import QWidget


class Step(QWidget):
    """A step keeps what was typed while others are shown."""

    title = ""
    lead = ""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "inside")

    def enter(self) -> None:
        """Come to the front; focus what is to be done first."""

    def back(self) -> bool:
        """Tell whether going back was a step within this one."""
        return False

    def check(self) -> bool:
        """Tell whether the way on is free; show what is wrong if not."""
        return True
