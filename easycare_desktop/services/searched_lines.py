"""Lines of people in one order, and side by side what they are searched by."""

from collections.abc import Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from easycare_desktop.domain.hangul import NameQuery, choseong, plain_name
from easycare_desktop.domain.sought import Sought, digits_of, plain_words, sought_in
from easycare_desktop.services.narrowing import Narrowing, side_by_side


class Searched(Protocol):
    """What a line is found by."""

    @property
    def plain(self) -> str:
        """Its name, as names are compared."""

    @property
    def numbered(self) -> str:
        """Its numbers, as they are written."""

    @property
    def address(self) -> str:
        """Where somebody lives."""

    @property
    def office(self) -> str:
        """The name of an agency."""

    @property
    def beside(self) -> str:
        """What else it is found by."""


_APART = "\t"
_FEW = 2
L = TypeVar("L", bound=Searched)


class SearchedLines(Generic[L]):
    """What is searched by is set side by side when it is first asked for."""

    def __init__(self, lines: list[L]) -> None:
        self.lines = lines

    def set_out(self) -> None:
        """Set side by side everything that is searched by, so that no stroke waits for it."""
        _ = self._initials, self._names, self._digits, self._words

    def find(self, wanted: str) -> Sequence[L]:
        """Return the lines that fit, in their order.

        Where nobody fits the whole, each of its words has to stand somewhere in a line.
        """
        sought = sought_in(wanted)
        places = self._fitting(sought)
        if not places and not sought.is_number:
            places = self._holding_each(wanted.split())
        return self._at(places)

    def _fitting(self, sought: Sought) -> Sequence[int]:
        if sought.is_number:
            return self._digits.holding(sought.digits) or self._said(sought)
        query = NameQuery.of(sought.letters)
        places = self._named(query)
        if sought.digits:
            places = self._digits.among(places, sought.digits)
        if _is_initials(query):
            return places
        return _both(places, self._said(sought))

    def _holding_each(self, words: Sequence[str]) -> Sequence[int]:
        """Return the places that fit every word.

        What the first one has left is still known from the strokes before; then long words leave
        fewer than short ones.
        """
        if len(words) < _FEW:
            return ()
        places = self._fitting(sought_in(words[0]))
        for word in sorted(words[1:], key=len, reverse=True):
            places = self._fitting_among(places, sought_in(word))
        return places

    def _fitting_among(self, places: Sequence[int], sought: Sought) -> Sequence[int]:
        said = self._words.among(places, sought.plain)
        if sought.is_number:
            return _both(self._digits.among(places, sought.digits), said)
        query = NameQuery.of(sought.letters)
        named = self._initials.among(places, query.initials) if query.initials else ()
        if query.pattern is not None:
            named = self._names.having(named, query.pattern)
        if sought.digits:
            named = self._digits.among(named, sought.digits)
        return named if _is_initials(query) else _both(named, said)

    def _at(self, places: Sequence[int]) -> Sequence[L]:
        if len(places) == len(self.lines):
            return self.lines
        return list(map(self.lines.__getitem__, places))

    def _named(self, query: NameQuery) -> Sequence[int]:
        if not query.initials:
            return ()
        places = self._initials.holding(query.initials)
        if query.pattern is None:
            return places
        return self._names.matching(query.text, query.pattern, places)

    def _said(self, sought: Sought) -> Sequence[int]:
        return self._words.holding(sought.plain) if len(sought.plain) > 1 else ()

    @cached_property
    def _initials(self) -> Narrowing:
        return Narrowing(side_by_side(map(_name_of, self.lines), choseong))

    @cached_property
    def _names(self) -> Narrowing:
        return Narrowing(side_by_side(map(_name_of, self.lines)))

    @cached_property
    def _digits(self) -> Narrowing:
        return Narrowing(side_by_side([line.numbered for line in self.lines], digits_of))

    @cached_property
    def _words(self) -> Narrowing:
        return Narrowing(side_by_side(map(_words_of, self.lines), plain_words))


def _is_initials(query: NameQuery) -> bool:
    """Tell whether only first consonants were typed: they stand in no address."""
    return query.pattern is None and not query.text.isascii()


def _both(some: Sequence[int], others: Sequence[int]) -> Sequence[int]:
    return sorted({*some, *others}) if some and others else some or others


def _name_of(line: Searched) -> str:
    """Return the name of a line, and that of the agency apart from it."""
    return f"{line.plain}{_APART}{plain_name(line.office)}" if line.office else line.plain


def _words_of(line: Searched) -> str:
    said = [each for each in (line.address, line.office, line.beside) if each]
    return _APART.join(said)
