"""Lines of people in one order, and side by side what they are searched by."""

from collections.abc import Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from easycare_desktop.domain.hangul import NameKey, NameQuery, choseong
from easycare_desktop.services.narrowing import Narrowing, side_by_side


class Searched(Protocol):
    """What a line is found by."""

    @property
    def key(self) -> NameKey:
        """Its name."""

    @property
    def digits(self) -> str:
        """The digits of its numbers."""

    @property
    def address(self) -> str:
        """Where somebody lives."""


L = TypeVar("L", bound=Searched)


class SearchedLines(Generic[L]):
    """What is searched by is set side by side when it is first asked for."""

    def __init__(self, lines: list[L]) -> None:
        self.lines = lines

    def set_out(self) -> None:
        """Set side by side everything that is searched by, so that no stroke waits for it."""
        _ = self._initials, self._names, self._digits, self._addresses

    def find(self, wanted: str) -> Sequence[L]:
        """Return the lines that fit, in their order."""
        digits = "".join(filter(str.isdigit, wanted))
        if digits and not any(char.isalpha() for char in wanted.lstrip("pPlL-")):
            return self._at(self._digits.holding(digits))
        places = self._named(NameQuery.of(wanted))
        if len(wanted) > 1 and choseong(wanted) != wanted:
            living_there = self._addresses.holding(wanted.casefold())
            both = places and living_there
            places = sorted({*places, *living_there}) if both else places or living_there
        return self._at(places)

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

    @cached_property
    def _initials(self) -> Narrowing:
        return Narrowing(side_by_side([line.key.initials for line in self.lines]))

    @cached_property
    def _names(self) -> Narrowing:
        return Narrowing(side_by_side([line.key.text for line in self.lines]))

    @cached_property
    def _digits(self) -> Narrowing:
        return Narrowing(side_by_side([line.digits for line in self.lines]))

    @cached_property
    def _addresses(self) -> Narrowing:
        return Narrowing(side_by_side([line.address.casefold() for line in self.lines]))
