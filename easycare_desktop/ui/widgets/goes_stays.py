"""What goes and what the law keeps: always both sides, goes left, stays right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.widgets.arrange import Split
from easycare_desktop.ui.widgets.labels import Chip, Picture, Text
from easycare_desktop.ui.widgets.layouts import column, frame, row

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class SideLine:
    """One item: what and why on the left; keys, or end date and period, on the right."""

    what: str
    why: str = ""
    right: str = ""
    under: str = ""


class GoesStays(Split):
    """The two sides as cards (`wells` for dialogs). Same icons, words and order everywhere."""

    def __init__(
        self,
        appearance: Appearance,
        goes: Sequence[SideLine],
        stays: Sequence[SideLine],
        *,
        goes_chip: str = "",
        stays_chip: str = "",
        goes_foot: str = "",
        stays_foot: str = "",
        wells: bool = False,
    ) -> None:
        part: Literal["card", "well"] = "well" if wells else "card"
        left = _Side(appearance, "go", "파기합니다", goes, goes_chip, goes_foot, part)
        right = _Side(appearance, "stay", "법에 따라 남깁니다", stays, stays_chip, stays_foot, part)
        super().__init__(appearance, left, right, (44, 56))


class _Side(QFrame):
    def __init__(
        self,
        appearance: Appearance,
        tone: Literal["go", "stay"],
        title: str,
        lines: Sequence[SideLine],
        chip: str,
        foot: str,
        part: Literal["card", "well"],
    ) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setAccessibleName(f"{title}: " + ", ".join(line.what for line in lines))
        icon = "file-x" if tone == "go" else "folder-lock"
        head = row(
            Picture(appearance, icon, f"{tone}_text", 22),
            Text(title, "lead", tone),
            margins=(18, 9, 16, 9),
            gap=10,
        )
        if chip:
            head.addWidget(Chip(appearance, chip, tone))
        head.addStretch(1)
        band = frame("group", head)
        band.setProperty("first", "true")
        box = column(band, margins=(1, 1, 1, 1), gap=0)
        for line in lines or (SideLine("없습니다"),):
            box.addWidget(_line(line, tone, slim=part == "well"))
        box.addStretch(1)
        if foot:
            note = row(Picture(appearance, "info", "muted", 18), margins=(18, 9, 16, 9))
            note.addWidget(Text(foot, "caption", wrap=True), 1)
            box.addWidget(frame("row", note))
        self.setLayout(box)


def _line(line: SideLine, tone: Literal["go", "stay"], *, slim: bool) -> QWidget:
    words = column(Text(line.what, "strong", wrap=True), gap=2)
    if line.why:
        words.addWidget(Text(line.why, "caption", wrap=True))
    high = 6 if slim else 12
    box = row(margins=(18, high, 16, high), gap=12)
    box.addLayout(words, 1)
    end = column(gap=2)
    for text, role in ((line.right, "strong"), (line.under, "caption")):
        if text:
            label = Text(text, "strong" if role == "strong" else "caption")
            if role == "strong":
                label.say(text, tone)
            label.setAlignment(_RIGHT)
            end.addWidget(label)
    box.addLayout(end)
    return frame("row", box)
