"""A line of a list with one button: chip, what, who, date. Two lines where it is narrow."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.labels import Chip, ChipTone, Text, Tone
from easycare_desktop.ui.widgets.layouts import column, frame, row

_CHIP, _WHO, _WHEN, _BUTTON = 108, 152, 88, 104
_ONE_LINE = 660


class TaskRow(QFrame):
    """「3영업일 지남 · 열람 요구 답하기 · 허금단 님 · 11. 20. (금)」, the next step as `button`."""

    def __init__(
        self,
        appearance: Appearance,
        chip: str,
        tone: ChipTone,
        what: str,
        who: str,
        when: str,
        action: str,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("part", "row")
        self.button = Button(
            appearance, action, "secondary", fit="row", name=f"{what}, {who}, {action}"
        )
        self._who, self._when = Text(who, wrap=True), Text(when)
        self._when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._under = Text(" · ".join(part for part in (who, when) if part), "caption", wrap=True)
        words = column(None, Text(what, "strong", wrap=True), self._under, None, gap=2)
        box = row(Chip(appearance, chip, tone, _CHIP), margins=(16, 2, 12, 2), gap=14)
        box.addLayout(words, 1)
        for part in (self._who, self._when, self.button):
            box.addWidget(part)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        appearance.changed.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        theme = self._appearance.theme
        one_line = self.width() >= theme.px(_ONE_LINE)
        for part in (self._who, self._when):
            part.setVisible(one_line)
        self._under.setVisible(not one_line)
        self._who.setFixedWidth(theme.px(_WHO))
        self._when.setFixedWidth(theme.px(_WHEN))
        self.button.setMinimumWidth(28 + theme.px(_BUTTON - 28))


def group_head(title: str, count: str = "", tone: Tone = "", *, first: bool = False) -> QFrame:
    """Return the sunken strip above a group of rows."""
    words = row(Text(title, "label", tone), margins=(16, 4, 16, 4))
    if count:
        words.addWidget(Text(count, "caption"))
    words.addStretch(1)
    strip = frame("group", words)
    strip.setProperty("first", "true" if first else "false")
    return strip
