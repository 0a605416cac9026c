"""Byte patterns, few or very many, looked for in one go."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Literal

_MANY = 300
# How many bytes are read as one number, and how the machine calls it; the larger ones first.
_NUMBERS: Mapping[int, Literal["Q", "I"]] = {8: "Q", 4: "I"}


class Patterns:
    """Some patterns; of very many each is looked up by its last bytes.

    So the cost grows with the bytes alone, however many people were destroyed at once. The last
    bytes, because numbers begin alike.
    """

    def __init__(self, patterns: Iterable[bytes]) -> None:
        self.all = frozenset(patterns)
        self._alone = set(self.all) if len(self.all) < _MANY else set()
        self._by_end: dict[int, dict[int, list[bytes]]] = {size: {} for size in _NUMBERS}
        for each in self.all - self._alone:
            size = next((size for size in _NUMBERS if size <= len(each)), 0)
            if size:
                end = int.from_bytes(each[-size:], sys.byteorder)
                self._by_end[size].setdefault(end, []).append(each)
            else:
                self._alone.add(each)

    @property
    def longest(self) -> int:
        """How many bytes the longest one has, 0 where there is none."""
        return max(map(len, self.all), default=0)

    def present_in(self, window: bytes) -> set[bytes]:
        """Return which patterns occur."""
        found = {each for each in self._alone if each in window}
        for size, ends in self._by_end.items():
            for end in set(filter(ends.__contains__, _numbers(window, size))) if ends else ():
                found |= {each for each in ends[end] if each in window}
        return found

    def places_in(self, texts: Sequence[bytes]) -> list[int]:
        """Return the places of the texts that hold any of them; all texts are searched as one."""
        whole = b"\0".join(texts)
        found: set[int] = set()
        if present := self.present_in(whole):
            ends = list(accumulate(len(each) + 1 for each in texts))
            for pattern in present:
                found.update(_places(whole, pattern, ends))
        return sorted(found)


def _places(whole: bytes, pattern: bytes, ends: Sequence[int]) -> Iterator[int]:
    """Yield the places of the texts in which a pattern begins, each one once."""
    at = whole.find(pattern)
    while at >= 0:
        place = bisect_right(ends, at)
        yield place
        at = whole.find(pattern, ends[place])


def _numbers(window: bytes, size: int) -> Iterator[int]:
    """Return every run of so many bytes as a number, those at the same distance together."""
    view = memoryview(window)
    spans = ((shift, (len(window) - shift) // size * size) for shift in range(size))
    runs = (view[shift : shift + span] for shift, span in spans if span > 0)
    return chain.from_iterable(run.cast(_NUMBERS[size]) for run in runs)
