"""Tabs in one line, underlined; they scroll where the text is large."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabBar


class Tabs(QTabBar):
    """A bare tab bar: connect `currentChanged(int)` to a stack."""

    def __init__(self, names: Sequence[str], name: str) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(name)
        for title in names:
            self.addTab(title)
