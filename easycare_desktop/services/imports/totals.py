"""Rows that count the others, or that hold nothing that is read: they are about nobody."""

import re
from collections.abc import Sequence

from easycare_desktop.domain.import_refusals import NobodyInRowError, TotalsRowError
from easycare_desktop.domain.importing import (
    FieldRef,
    ImportRow,
    Meaning,
    RowProblem,
    RowState,
    Special,
)
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.exchange.incoming.terms import plain
from easycare_desktop.services.imports.cells import seen
from easycare_desktop.services.imports.plan import About

_NUMBER, _SMALL = re.compile(r"\d+"), re.compile(r"\d{0,4}")
_TELLS = frozenset({FieldRef(PersonKind.GUARDIAN, "identity", "name"), Special.RESIDENT_NUMBER})


class Totals:
    """Knows what stands for a name in such rows, or anywhere in them where nothing tells who it is.

    A number that is too small to tell that is one more count.
    """

    def __init__(self, words: ListWords, meanings: Sequence[Meaning]) -> None:
        self._counts = frozenset(map(plain, words.totals))
        self._margins = frozenset(map(plain, words.margins))
        self._read = [place for place, each in enumerate(meanings) if each is not None]
        tells = _TELLS.union(*words.keys)
        self._tells = [place for place, each in enumerate(meanings) if each in tells]

    def rows(self, about: About, cells: Sequence[str]) -> tuple[ImportRow, ...]:
        """Return a row as one to leave out if it is about nobody, else nothing."""
        if about.name and plain(about.name) not in self._margins:
            counts = self._is_count(about.name)
            return _left_out(about, TotalsRowError()) if counts else ()
        if any(self._says_who(cells[place]) for place in self._tells):
            return ()
        if any(map(self._is_count, cells)):
            return _left_out(about, TotalsRowError())
        if not about.name and any(seen(cells[place]) for place in self._read):
            return ()
        return _left_out(about, NobodyInRowError())

    def _says_who(self, cell: str) -> bool:
        said = plain(cell)
        return not (_SMALL.fullmatch(said) or said in self._margins or self._is_count(cell))

    def _is_count(self, cell: str) -> bool:
        return bool(cell) and _NUMBER.sub("0", plain(cell)) in self._counts


def _left_out(about: About, why: InputRefusal) -> tuple[ImportRow, ...]:
    problems = (RowProblem(None, why),)
    return (ImportRow(about.number, RowState.BAD, about.name, problems=problems),)
