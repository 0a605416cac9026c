"""The bare table under every table and box of the papers: our font even in empty cells."""

from collections.abc import Sequence
from typing import Literal

from reportlab.platypus import Table, TableStyle

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout.counting import Inked
from easycare_desktop.documents.layout.measures import BODY

Command = tuple[object, ...]
_ENDLESS = 1e6


class Grid(Inked, Table):  # type: ignore[misc]  # reportlab has no types
    """A table that still tells what it was made of; `listed` is lines of text and no table.

    Once all its rows are measured they stay as high as they are.
    """

    cells: Sequence[Sequence[object]] = ()
    widths: Sequence[float | None] = ()
    commands: Sequence[Command] = ()
    listed = False
    _measured_at: float | None = None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return width and height."""
        if availWidth != self._measured_at:
            super().wrap(availWidth, availHeight)
            whole = self._hmax == len(self._rowHeights)
            self._measured_at = availWidth if whole else None
        return self._width, self._height

    def row_heights(self) -> list[float]:
        """Return how high each row is, in points."""
        self.wrap(sum(each or 0 for each in self.widths), _ENDLESS)
        return [float(each) for each in self._rowHeights]


def grid(
    cells: Sequence[Sequence[object]],
    widths: Sequence[float | None],
    commands: Sequence[Command],
    *,
    heights: Sequence[float] | None = None,
    stands: Literal["LEFT", "CENTER", "RIGHT"] = "CENTER",
    heads: int = 0,
    listed: bool = False,
) -> Grid:
    """Return a table; the first `heads` rows repeat on every page."""
    made = Grid(
        [list(row) for row in cells],
        colWidths=list(widths),
        rowHeights=list(heights) if heights else None,
        hAlign=stands,
        repeatRows=heads,
        style=TableStyle([("FONT", (0, 0), (-1, -1), fonts.REGULAR, BODY), *commands]),
    )
    made.cells, made.widths, made.commands, made.listed = cells, widths, commands, listed
    return made


def padding(vertical: float, sideways: float, *, low: float | None = None) -> list[Command]:
    """Return the padding of all cells in points; `low` is that at the foot when it differs."""
    return [
        ("LEFTPADDING", (0, 0), (-1, -1), sideways),
        ("RIGHTPADDING", (0, 0), (-1, -1), sideways),
        ("TOPPADDING", (0, 0), (-1, -1), vertical),
        ("BOTTOMPADDING", (0, 0), (-1, -1), vertical if low is None else low),
    ]
