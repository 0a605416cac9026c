"""Asking for many ids: in pieces, since one statement carries only so many."""

from collections.abc import Iterable, Iterator, Sequence

AT_ONCE = 500


def batches(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    """Yield the ids, each once and in order, in pieces that one statement can carry."""
    ordered = sorted({*ids})
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))
