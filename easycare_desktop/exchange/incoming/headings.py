"""Which row of a list holds its headings, and which field each column carries."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.import_refusals import HeadingNotFoundError
from easycare_desktop.domain.importing import FieldRef, Layout, Meaning
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.back_digits import back_columns, with_backs
from easycare_desktop.exchange.incoming.grid import Grid, GridRow
from easycare_desktop.exchange.incoming.memory import Memory
from easycare_desktop.exchange.incoming.terms import Terms, plain

FIRST_ROWS = 12
_LEAST = 2
"""A name and one thing more; two different texts; two things that stand above others."""


class _Head(NamedTuple):
    """Headings as they would be if they ended in this row. `together`: with the row above."""

    place: int
    titles: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    remembered: bool
    together: bool

    @property
    def score(self) -> int:
        """How many columns are known."""
        return sum(each is not None for each in self.meanings)


def layout_of(
    grid: Grid,
    words: ListWords,
    catalogue: Catalogue,
    known: Mapping[str, Sequence[str]],
    heading: int | None = None,
) -> Layout:
    """Return what the columns mean: as remembered for these headings, else as the words say.

    `known` holds by fingerprint what was remembered of lists before. `heading`: where somebody
    says that the headings are, -1 for nowhere. Where no row names two fields, the first that may
    be headings is taken; raises `HeadingNotFoundError` where there is none.
    """
    if heading is not None and heading < 0:
        nothing = (("",) * grid.width, (None,) * grid.width)
        empty = Layout(words.whose, heading, *nothing, hidden=grid.aside)
        return with_backs(empty, back_columns(grid, empty, Terms(words, catalogue)))
    finding = _Finding(grid, Terms(words, catalogue), Memory(known))
    heads = [finding.head(place) for place in range(min(len(grid.rows), FIRST_ROWS))]
    best = max(heads, key=lambda head: (head.score, head.together))
    guessed = heading is None and best.score < _LEAST
    if heading is not None:
        best = finding.head(heading, chosen=True)
    elif guessed:
        best = heads[_first_varied(grid)]
    layout = Layout(
        *(words.whose, best.place, best.titles, best.meanings, best.remembered),
        guessed=guessed,
        hidden=grid.aside,
    )
    return with_backs(layout, back_columns(grid, layout, finding.terms))


def _first_varied(grid: Grid) -> int:
    """Return the first row with about as many different texts as any."""
    counts = [len({*filter(None, map(plain, row.cells))}) for row in grid.rows[:FIRST_ROWS]]
    most = max(counts)
    if most < _LEAST:
        raise HeadingNotFoundError
    enough = max(_LEAST, most // 2)
    return next(place for place, count in enumerate(counts) if count >= enough)


class _Finding:
    """Reads rows of a grid as headings, one by one or two together."""

    def __init__(self, grid: Grid, terms: Terms, memory: Memory) -> None:
        self._grid, self.terms, self._memory = grid, terms, memory

    def head(self, place: int, *, chosen: bool = False) -> _Head:
        """Return the headings that end in a row: with the row above, where both belong together.

        Of a row that somebody has chosen the one above is no heading by itself.
        """
        cells = self._grid.rows[place].cells
        alone = self._head(place, [("", cell) for cell in cells])
        if not place:
            return alone
        lower, upper = self._grid.rows[place], self._grid.rows[place - 1]
        above = self._spread(upper, lower)
        if lower.number != upper.number + 1 or not self._stands_above(above):
            return alone
        both = self._head(place, list(zip(above, cells, strict=True)))
        before = self._head(place - 1, [("", cell) for cell in upper.cells])
        name = FieldRef(self.terms.kind, "identity", "name")
        keeps_name = name in both.meanings or name not in alone.meanings
        least = before.score + (not self._reaches_down(upper, lower))
        more = both.score > alone.score if chosen else both.score >= least
        return both if more and both.score * 2 >= alone.score and keeps_name else alone

    def _reaches_down(self, upper: GridRow, lower: GridRow) -> bool:
        """Tell whether a cell of the upper row is one with the cell below it."""
        return any(
            each.top <= upper.number and lower.number <= each.bottom for each in self._grid.merged
        )

    def _head(self, place: int, pairs: Sequence[tuple[str, str]]) -> _Head:
        titles = tuple(_title(above, own) for above, own in pairs)
        codes = self._memory.recall(self.terms.whose, titles)
        said = {at: self.terms.of_code(code) for at, code in codes.items()}
        taken = set(said.values())
        meanings: list[Meaning] = []
        for at, (above, own) in enumerate(pairs):
            meaning = said[at] if at in said else self.terms.beneath(above, own)
            if at and at not in said and not above.strip():
                meaning = self._of_before(titles[at - 1], meanings[-1], own, meaning)
            if at not in said and meaning in taken:
                meaning = None
            taken.add(meaning)
            meanings.append(meaning)
        together = any(above for above, _ in pairs)
        return _Head(place, titles, tuple(meanings), bool(said), together)

    def _of_before(self, title: str, before: Meaning, own: str, meaning: Meaning) -> Meaning:
        """Return what a heading means: a guardian's may be one more of the group before it."""
        if not isinstance(meaning, FieldRef) or meaning.kind is not PersonKind.GUARDIAN:
            return meaning
        both = self.terms.meaning(f"{title} {own}")
        if not isinstance(both, FieldRef) or not isinstance(before, FieldRef):
            return meaning
        return both if both[:2] == before[:2] else meaning

    def _stands_above(self, above: Sequence[str]) -> bool:
        """Tell whether a row groups the headings under it; a title of the list does not."""
        texts = {text for text in above if text.strip()}
        if len(texts) < _LEAST:
            return False
        known = sum(map(self.terms.is_known, texts))
        return any(map(self.terms.names_guardian, texts)) or known * 2 >= len(texts)

    def _spread(self, upper: GridRow, lower: GridRow) -> list[str]:
        """Return a row with its texts over all columns that they stand above."""
        cells = list(upper.cells)
        wide = [
            each
            for each in self._grid.merged
            if each.top <= upper.number <= each.bottom and each.right > each.left
        ]
        for each in wide:
            for place in range(each.left, min(each.right + 1, len(cells))):
                cells[place] = cells[each.left]
        if wide:
            return cells
        for place in range(1, len(cells)):
            if not cells[place].strip() and lower.cells[place].strip():
                cells[place] = cells[place - 1]
        return cells


def _title(above: str, own: str) -> str:
    if not own.strip() or not above.strip() or plain(own) == plain(above):
        return own if own.strip() else above
    return f"{above} {own}"
