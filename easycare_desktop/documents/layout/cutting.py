"""A drawn page in parts, so that what is written between them stands there in reading order."""

import re
from collections.abc import Sequence

_SETS = re.compile(r" (?:cm|w|J|j|M|d|rg|RG|g|G|gs|ET)$")
_SHOWS = ("Tj", "TJ", "'")


class Cut(str):
    """An empty step of drawing where a page is cut."""

    __slots__ = ()


def parts_of(steps: Sequence[str]) -> list[list[str]]:
    """Return the steps of drawing before, between and after the cuts.

    Each part ends as it began: what was set where it is cut is set again in the next one.
    """
    parts: list[list[str]] = [[]]
    levels: list[list[str]] = [[]]
    for step in steps:
        if isinstance(step, Cut):
            parts[-1] += ["Q"] * (len(levels) - 1)
            parts.append(_begin(levels))
            continue
        parts[-1].append(step)
        if step == "q":
            levels.append([])
        elif step == "Q":
            levels.pop()
        elif _SETS.search(step) and not any(sign in step for sign in _SHOWS):
            levels[-1].append(step)
    return parts


def _begin(levels: Sequence[Sequence[str]]) -> list[str]:
    first, *others = levels
    return [*first, *(step for level in others for step in ("q", *level))]
