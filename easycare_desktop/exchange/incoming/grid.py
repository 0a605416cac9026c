"""What was read from a file before anybody knows what it means: rows of plain text."""

from dataclasses import dataclass

MOST_ROWS = 100_000
MOST_COLUMNS = 300
MOST_CELLS = 3_000_000
LARGEST_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row. `number` is the row in the file as the person sees it there, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a file, empty rows left out; every row has `width` cells."""

    name: str
    width: int
    rows: tuple[GridRow, ...]


def make_grid(name: str, rows: list[tuple[int, list[str]]]) -> Grid:
    """Return the grid of numbered rows: empty rows and empty columns at the end go."""
    full = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    width = max((_used(cells) for _, cells in full), default=0)
    return Grid(
        name,
        width,
        tuple(GridRow(number, tuple((*cells, *[""] * width)[:width])) for number, cells in full),
    )


def _used(cells: list[str]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
