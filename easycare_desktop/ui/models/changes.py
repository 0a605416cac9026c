"""How one list of ids becomes another: removals and insertions, in order."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

LIMIT = 64


@dataclass(frozen=True, slots=True)
class Change:
    """`count` rows at `at` come or go. Removals name places of the old list, back to front."""

    inserts: bool
    at: int
    count: int


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Change] | None:
    """Return the changes from `old` to `new`, or None where a reset is simpler.

    That is so if the ids that stay changed their order, if an id comes twice, or if there
    would be more than LIMIT changes.
    """
    if old == new:
        return []
    if not old:
        return [Change(inserts=True, at=0, count=len(new))]
    before, after = set(old), set(new)
    if len(before) != len(old) or len(after) != len(new) or not before & after:
        return None
    if [row for row in old if row in after] != [row for row in new if row in before]:
        return None
    gone = _runs([place for place, row in enumerate(old) if row not in after])
    come = _runs([place for place, row in enumerate(new) if row not in before])
    if len(gone) + len(come) > LIMIT:
        return None
    removals = [Change(inserts=False, at=at, count=count) for at, count in reversed(gone)]
    return removals + [Change(inserts=True, at=at, count=count) for at, count in come]


def _runs(places: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
