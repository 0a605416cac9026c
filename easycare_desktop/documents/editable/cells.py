"""What the commands of a table say of each cell: its lines, its fill, and how far it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from easycare_desktop.documents.layout.grid import Command, Grid

Cell = tuple[int, int]
Block = tuple[int, int, int, int]

_OUTER = ("TOP", "BOTTOM", "LEFT", "RIGHT")
_ONE_SIDE = {"LINEABOVE": "TOP", "LINEBELOW": "BOTTOM", "LINEBEFORE": "LEFT", "LINEAFTER": "RIGHT"}
_PADS = {"TOPPADDING": "TOP", "BOTTOMPADDING": "BOTTOM", "LEFTPADDING": "LEFT",
         "RIGHTPADDING": "RIGHT"}  # fmt: skip


@dataclass(slots=True)
class CellLook:
    """The sides that have a line, the colour below (#rrggbb or empty), the padding in points."""

    sides: set[str] = field(default_factory=set)
    fill: str = ""
    pads: dict[str, float] = field(default_factory=dict)


def looks_of(grid: Grid) -> dict[Cell, CellLook]:
    """Return the look of each cell by row and column; of a merged one at its first cell."""
    rows, columns = len(grid.cells), len(grid.widths)
    looks = {(row, column): CellLook() for row in range(rows) for column in range(columns)}
    for command in grid.commands:
        for cell, side in _lines(command, rows, columns):
            looks[cell].sides.add(side)
        name, block = str(command[0]), _block(command, rows, columns)
        if name == "BACKGROUND":
            for cell in _cells(block):
                looks[cell].fill = _hex(command[3])
        if name in _PADS:
            for cell in _cells(block):
                looks[cell].pads[_PADS[name]] = float(str(command[3]))
    for top, left, low, right in merged(grid):
        first, last = looks[top, left], looks[low, right]
        first.sides = first.sides & {"TOP", "LEFT"} | last.sides & {"BOTTOM", "RIGHT"}
    return looks


def merged(grid: Grid) -> list[Block]:
    """Return the blocks that are one cell: first row and column, last row and column."""
    rows, columns = len(grid.cells), len(grid.widths)
    blocks = (_block(each, rows, columns) for each in grid.commands if each[0] == "SPAN")
    return [each for each in blocks if each[:2] != each[2:]]


def covered_in(grid: Grid) -> set[Cell]:
    """Return the cells that are part of a merged one, and not its first."""
    return {
        cell for block in merged(grid) for cell in _cells(block) if cell != (block[0], block[1])
    }


def _lines(command: Command, rows: int, columns: int) -> Iterator[tuple[Cell, str]]:
    name = str(command[0])
    top, left, low, right = block = _block(command, rows, columns)
    for row, column in _cells(block):
        at_edge = {
            "TOP": row == top, "BOTTOM": row == low, "LEFT": column == left,
            "RIGHT": column == right,
        }  # fmt: skip
        if name in _ONE_SIDE:
            yield (row, column), _ONE_SIDE[name]
        for side in _OUTER:
            inner, outer = name in {"INNERGRID", "GRID"}, name in {"BOX", "OUTLINE", "GRID"}
            if outer if at_edge[side] else inner:
                yield (row, column), side


def _block(command: Command, rows: int, columns: int) -> Block:
    if not isinstance(command[1], tuple) or not isinstance(command[2], tuple):
        return (0, 0, -1, -1)
    (left, top), (right, low) = command[1], command[2]
    return (top % rows, left % columns, low % rows, right % columns)


def _cells(block: Block) -> Iterator[Cell]:
    top, left, low, right = block
    for row in range(top, low + 1):
        for column in range(left, right + 1):
            yield row, column


def _hex(colour: object) -> str:
    return f"#{str(colour.hexval())[2:8]}" if hasattr(colour, "hexval") else ""
