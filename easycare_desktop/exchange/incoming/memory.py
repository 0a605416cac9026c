"""How the columns of lists were read before, heading by heading."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from easycare_desktop.domain.importing import Layout
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.terms import code_of, plain, whole

_SIGN, _WHOLE = "=", "whole"
_MARK = 4
"""Too short to tell which word it was: what is taken for a heading may be somebody's name."""
_LEAST = 2


def fingerprint(kind: PersonKind, titles: Sequence[str]) -> str:
    """Return what a layout is known by: SHA-256 over its headings, in hex."""
    return _hash(kind.value, *map(whole, titles))


def entries_of(layout: Layout) -> list[str]:
    """Return how each column is read, to be remembered: the mark of its heading and a code."""
    marks = _marks(layout.kind, layout.titles)
    codes = map(code_of, layout.meanings)
    return [f"{mark}{_SIGN}{code}" for mark, code in zip(marks, codes, strict=True)]


class Memory:
    """`known`: by fingerprint what `entries_of` said, the latest last."""

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self._known = known
        self._layouts = [
            dict(entry.split(_SIGN, 1) for entry in entries)
            for entries in known.values()
            if all(_SIGN in entry for entry in entries)
        ]

    def recall(self, kind: PersonKind, titles: Sequence[str]) -> Mapping[int, str]:
        """Return by place the codes of the layout that has most of these headings, if half."""
        marks = dict(enumerate(_marks(kind, titles)))
        named = {place for place, title in enumerate(titles) if title.strip()}
        best: Mapping[int, str] = self._whole(kind, titles)
        most = max(_LEAST, (len(named) + 1) // 2)
        for layout in self._layouts:
            found = {place: layout[mark] for place, mark in marks.items() if mark in layout}
            common = len(named & found.keys())
            if common >= most:
                best, most = found, common
        return best

    def _whole(self, kind: PersonKind, titles: Sequence[str]) -> Mapping[int, str]:
        """Return what was remembered for exactly these headings, without their marks."""
        codes = self._known.get(fingerprint(kind, titles), ())
        if len(codes) != len(titles) or any(_SIGN in code for code in codes):
            return {}
        return dict(enumerate(codes))


def _marks(kind: PersonKind, titles: Sequence[str]) -> Iterator[str]:
    """Yield the mark of each heading; of those that are alike, the second has another.

    Where brackets count, the marks are others: in former ones no bracket did, and a heading with
    brackets had the mark of one without.
    """
    met: Counter[str] = Counter()
    salt = [_WHOLE] if any(whole(title) != plain(title) for title in titles) else []
    for title in map(whole, titles):
        met[title] += 1
        yield _hash(kind.value, title, str(met[title]), *salt)[:_MARK]


def _hash(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
