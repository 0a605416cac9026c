"""What was read from a file before anybody knows what it means: rows of plain text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

MOST_ROWS = 100_000
MOST_COLUMNS = 300
MOST_CELLS = 3_000_000
MOST_TOGETHER = 10_000_000  # cells of all sheets
LARGEST_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row. `number` is the row in the file as the person sees it there, from 1.

    `hidden`: who keeps the file does not show it, or has filtered it out.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False


class Merged(NamedTuple):
    """Cells that are shown as one: rows as `GridRow.number` counts, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Hidden(NamedTuple):
    """What is not shown: rows as `GridRow.number` counts, columns from 0."""

    rows: set[int]
    columns: set[int]

    @classmethod
    def nothing(cls) -> "Hidden":
        """Return a new one that hides nothing."""
        return cls(set(), set())


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a file, empty rows left out; every row has `width` cells.

    Of `merged` cells the first carries the text. `hidden`: who keeps the file does not show it, nor
    the columns `aside`.
    """

    name: str
    width: int
    rows: tuple[GridRow, ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    aside: frozenset[int] = frozenset()


def make_grid(
    name: str,
    rows: list[tuple[int, list[str]]],
    merged: Sequence[Merged] = (),
    hidden: Hidden | None = None,
) -> Grid:
    """Return the grid of numbered rows: empty rows and empty columns at the end go."""
    full = [(number, cells) for number, cells in rows if any(map(str.strip, cells))]
    width = max((_used(cells) for _, cells in full), default=0)
    out = hidden or Hidden.nothing()
    return Grid(
        name,
        width,
        tuple(
            GridRow(number, _of_width(cells, width), number in out.rows) for number, cells in full
        ),
        tuple(merged),
        aside=frozenset(place for place in out.columns if place < width),
    )


def filled_down(grid: Grid, heading: int) -> tuple[GridRow, ...]:
    """Return the rows below the headings; what cells share that are shown as one stands in each.

    Only cells one below the other: what spans a row is about more than one of its columns.
    """
    below = grid.rows[heading + 1 :]
    at = {row.number: place for place, row in enumerate(below)} if grid.merged else {}
    cells: dict[int, list[str]] = {}
    steps = 0
    for each in grid.merged:
        last = min(each.bottom, MOST_ROWS)
        steps += last - each.top
        if steps > MOST_CELLS:  # cells that are shown as one do not lie over each other
            break
        if each.left != each.right or each.left >= grid.width or each.top not in at:
            continue
        text = below[at[each.top]].cells[each.left]
        for place in [at[number] for number in range(each.top + 1, last + 1) if number in at]:
            row = cells.setdefault(place, list(below[place].cells))
            row[each.left] = row[each.left] if row[each.left].strip() else text
    return tuple(
        replace(row, cells=tuple(cells[place])) if place in cells else row
        for place, row in enumerate(below)
    )


def _of_width(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cells if len(cells) == width else [*cells, *[""] * width][:width])


def _used(cells: list[str]) -> int:
    for place in range(len(cells), 0, -1):
        if cells[place - 1].strip():
            return place
    return 0
