"""The orders of the people list, and sorting that leaves the screen its turn."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from operator import attrgetter

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.services.person_lines import PersonLine

_FEW = 1_000
_LAST = "9"
_Value = Callable[[PersonLine], str | int]
_NAMED: tuple[_Value, ...] = (attrgetter("name"), attrgetter("person.number"))
_BY: dict[Sort, tuple[_Value, ...]] = {
    Sort.NAME: _NAMED,
    Sort.NUMBER: (attrgetter("person.id"),),
    Sort.NEWEST: (lambda line: -line.person.id,),
    Sort.BIRTH: (lambda line: line.birth or _LAST, *_NAMED),
    Sort.VALID_UNTIL: (lambda line: line.valid_until or _LAST, *_NAMED),
}


def in_order(lines: Sequence[PersonLine], sort: Sort) -> list[PersonLine]:
    """Return lines in an order. Asked for beside the screen, it never halts that for long.

    Nothing else gets a turn while texts are compared. So lines are laid in heaps by the first
    value, and only its different values are sorted; a large heap is laid out by the next one.
    """
    return _laid(lines, _BY[sort])


def _laid(lines: Sequence[PersonLine], by: tuple[_Value, ...]) -> list[PersonLine]:
    if len(lines) <= _FEW or not by:
        return sorted(lines, key=_key_of(by))
    heaps: dict[str | int, list[PersonLine]] = {}
    first = by[0]
    for line in lines:
        heaps.setdefault(first(line), []).append(line)
    found: list[PersonLine] = []
    for value in sorted(heaps):
        heap = heaps[value]
        found += heap if len(heap) == 1 else _laid(heap, by[1:])
    return found


def _key_of(by: tuple[_Value, ...]) -> Callable[[PersonLine], tuple[str | int, ...]]:
    return lambda line: tuple([value(line) for value in by])


def put_in_order(
    order: list[PersonLine], sort: Sort, old: PersonLine | None, new: PersonLine
) -> None:
    """Put a line into an order, in the place of the one that the same person had."""
    by = _key_of(_BY[sort])
    if old is not None:
        del order[bisect_left(order, by(old), key=by)]
    insort(order, new, key=by)
