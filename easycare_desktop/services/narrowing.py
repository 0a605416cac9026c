"""Searching many texts while somebody types: each stroke looks at what the one before has left."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, islice, repeat
from operator import contains

_END = "\n"
_AT_ONCE = 1_000


class Narrowing:
    """Texts side by side. What was found is kept as long as what is typed only goes on or back.

    A longer word is never found where its beginning is not, so of 100,000 texts the first stroke
    looks at all and the others at few.
    """

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._found: dict[str, array[int]] = {}

    def holding(self, wanted: str) -> Sequence[int]:
        """Return the places of the texts that hold `wanted`, in order."""
        among = self._among(wanted)
        if wanted in self._found:
            return self._found[wanted]
        if among is None or len(among) == len(self._texts):
            texts: Iterable[str] = self._texts
            among = range(len(self._texts))
        else:
            texts = map(self._texts.__getitem__, among)
        return self._keep(wanted, compress(among, map(contains, texts, repeat(wanted))))

    def among(self, places: Sequence[int], wanted: str) -> Sequence[int]:
        """Return those of `places` whose text holds `wanted`; nothing is kept of it."""
        texts = map(self._texts.__getitem__, places)
        return list(compress(places, map(contains, texts, repeat(wanted))))

    def having(self, places: Sequence[int], pattern: re.Pattern[str]) -> Sequence[int]:
        """Return those of `places` whose text has the pattern; nothing is kept of it."""
        return list(compress(places, map(pattern.search, map(self._texts.__getitem__, places))))

    def matching(
        self, typed: str, pattern: re.Pattern[str], places: Sequence[int]
    ) -> Sequence[int]:
        """Return those of `places` whose text has the pattern of `typed`.

        What the pattern of a longer word finds, those of its beginnings must find too.
        """
        among = self._among(typed)
        if typed in self._found:
            return self._found[typed]
        if among is None or len(places) < len(among):
            among = places
        fits = map(pattern.search, map(self._texts.__getitem__, among))
        return self._keep(typed, compress(among, fits))

    def _among(self, wanted: str) -> Sequence[int] | None:
        """Forget what does not lead to `wanted`; return the last that does, if any."""
        self._found = {key: self._found[key] for key in self._found if wanted.startswith(key)}
        return self._found[max(self._found, key=len)] if self._found else None

    def _keep(self, wanted: str, places: Iterable[int]) -> Sequence[int]:
        self._found[wanted] = array("I", places)
        return self._found[wanted]


def side_by_side(
    texts: Iterable[str], compared: Callable[[str], str] = lambda text: text
) -> list[str]:
    """Return texts as they are compared, each lying in memory behind the one before.

    Texts that lie scattered are fetched one by one, which takes four times as long as looking.
    `compared` keeps the ends of lines: a thousand texts are handed to it as one.
    """
    found: list[str] = []
    every = iter(texts)
    while some := list(islice(every, _AT_ONCE)):
        parts = compared(_END.join(some)).split(_END)
        found += parts if len(parts) == len(some) else map(compared, some)
    return found
