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

_PLANNED = ("파기합니다", "법과 내부방침에 따라 남깁니다")
_DONE = ("파기한 것", "법과 내부방침에 따라 남긴 것")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class SideLine:
    """One item: what and why on the left; keys, or end date and period, on the right."""

    what: str
    why: str = ""
    right: str = ""
    under: str = ""


class GoesStays(Split):
    """The two sides as cards (`wells` for dialogs). Same icons, words and order everywhere.

    `over`: it has been done.
    """

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
        over: bool = False,
    ) -> None:
        going, staying = _DONE if over else _PLANNED
        part: Literal["card", "well"] = "well" if wells else "card"
        left = _Side(appearance, "go", going, goes, goes_chip, goes_foot, part)
        right = _Side(appearance, "stay", staying, stays, stays_chip, stays_foot, part)
        # In a dialog the lines are short: both sides stay beside each other at every text size.
        super().__init__(appearance, left, right, (44, 56), apart_from=999 if wells else 125)


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
        slim = part == "well"
        icon = "file-x" if tone == "go" else "folder-lock"
        head = row(
            Picture(appearance, icon, f"{tone}_text", 20 if slim else 22),
            Text(title, "strong" if slim else "lead", tone),
            margins=(16, 10, 16, 6) if slim else (18, 9, 16, 9),
        )
        if chip:
            head.addWidget(Chip(appearance, chip, tone))
        head.addStretch(1)
        band = frame("inside" if slim else "group", head)
        band.setProperty("first", "true")
        box = column(band, margins=(1, 1, 1, 12 if slim else 1), gap=0)
        for line in lines or (SideLine("없습니다"),):
            box.addWidget(_line(line, tone, slim=slim))
        box.addStretch(1)
        if foot:
            note = row(Picture(appearance, "info", "muted", 18), margins=(18, 9, 16, 9))
            note.addWidget(Text(foot, "caption", wrap=True), 1)
            box.addWidget(frame("inside" if slim else "row", note))
        self.setLayout(box)


def _line(line: SideLine, tone: Literal["go", "stay"], *, slim: bool) -> QWidget:
    words = column(Text(line.what, "body" if slim else "strong", wrap=True), gap=2)
    if line.why:
        words.addWidget(Text(line.why, "caption", wrap=True))
    box = row(margins=(16, 2, 16, 2) if slim else (18, 12, 16, 12), gap=12)
    box.addLayout(words, 1)
    end = column(gap=2)
    if line.right:
        end.addWidget(_ending(Text(line.right, "body" if slim else "strong", tone)))
    if line.under:
        end.addWidget(_ending(Text(line.under, "caption")))
    box.addLayout(end)
    return frame("inside" if slim else "row", box)


def _ending(label: Text) -> Text:
    label.setAlignment(_RIGHT)
    return label
