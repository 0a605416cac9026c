"""Columns that hold the last seven digits of resident numbers apart: never read, always covered."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from easycare_desktop.domain.importing import FieldRef, Layout, Special
from easycare_desktop.exchange.incoming.grid import Grid, GridRow
from easycare_desktop.exchange.incoming.terms import Terms

_LOOKED_AT = 1000
_BACK = re.compile(r"[1-8]\d{6}")
_FRONT = re.compile(r"(\d{2})(\d{2})(\d{2})")
_LEAP_YEAR = 2000


def back_columns(grid: Grid, layout: Layout, terms: Terms) -> frozenset[int]:
    """Return the columns whose heading says so, or that stand right of days of birth.

    What a column holds only counts where its heading is not that of a field.
    """
    rows = grid.rows[layout.heading + 1 :][:_LOOKED_AT]
    return frozenset(
        place
        for place, title in enumerate(layout.titles)
        if terms.tells_back(title)
        or (not isinstance(terms.meaning(title), FieldRef) and _beside_births(rows, place))
    )


def with_backs(layout: Layout, backs: frozenset[int]) -> Layout:
    """Return a layout in which these columns are known for what they are."""
    meanings = tuple(
        Special.RESIDENT_BACK if place in backs else meaning
        for place, meaning in enumerate(layout.meanings)
    )
    return replace(layout, meanings=meanings)


def mostly_backs(cells: Sequence[str]) -> bool:
    """Tell whether most of what stands in a column may be the last seven digits."""
    said = [cell for each in cells if (cell := each.strip())]
    return bool(said) and sum(map(_is_back, said)) * 2 >= len(said)


def _beside_births(rows: Sequence[GridRow], place: int) -> bool:
    if not place:
        return False
    pairs = [(row.cells[place - 1].strip(), row.cells[place].strip()) for row in rows]
    said = [(front, back) for front, back in pairs if back]
    both = sum(_is_back(back) and _is_front(front) for front, back in said)
    return bool(said) and both * 2 >= len(said)


def _is_back(cell: str) -> bool:
    return _BACK.fullmatch(cell) is not None


def _is_front(cell: str) -> bool:
    match = _FRONT.fullmatch(cell)
    if match is None:
        return False
    try:
        date(_LEAP_YEAR, int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True
