"""The four numbers above the list: late, today, this week, consents that end soon."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from easycare_desktop.services.today import TodayView
from easycare_desktop.ui.widgets import Kit, Text, column, holder, row, vline
from easycare_desktop.ui.widgets.labels import Tone

_CELLS: tuple[tuple[str, str, Tone], ...] = (
    ("기한 지남", "circle-alert", "danger"),
    ("오늘", "clock", "warn"),
    ("이번 주", "calendar-days", ""),
    ("곧 끝나는 동의", "file-check-2", ""),
)


class Numbers(QFrame):
    """Four cells of one card; only the first two are coloured, and only above zero."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("today.numbers")
        self._numbers: list[Text] = []
        box = row(gap=0)
        for name, icon, tone in _CELLS:
            if self._numbers:
                box.addWidget(vline())
            box.addWidget(self._cell(kit, name, icon, tone), 1)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: TodayView) -> None:
        """Show the numbers."""
        counts = (
            len(view.overdue), len(view.due_today), len(view.this_week), view.consents_ending
        )  # fmt: skip
        for number, count, (_, _, tone) in zip(self._numbers, counts, _CELLS, strict=True):
            number.say(str(count), tone if count else "")
        spoken = (f"{name} {n}건" for (name, _, _), n in zip(_CELLS, counts, strict=True))
        self.setAccessibleName(", ".join(spoken))

    def counts(self) -> tuple[str, ...]:
        """Return the numbers that are shown."""
        return tuple(number.text() for number in self._numbers)

    def _cell(self, kit: Kit, name: str, icon: str, tone: Tone) -> QWidget:
        number, unit = kit.text("·", "number"), kit.text("건")
        unit.setContentsMargins(0, 0, 0, 5)
        self._numbers.append(number)
        above = row(
            kit.picture(icon, f"{tone}_text" if tone else "muted", 18),
            kit.text(name, "label", tone),
            None,
            gap=6,
        )
        below = row(number, unit, None, gap=4)
        below.setAlignment(unit, Qt.AlignmentFlag.AlignBottom)
        return holder(column(above, below, margins=(18, 10, 12, 8), gap=0))
