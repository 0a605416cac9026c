"""Rows that count the others, or that hold nothing that is read: they are about nobody."""

import re
from collections.abc import Sequence

from easycare_desktop.domain.import_refusals import NobodyInRowError, TotalsRowError
from easycare_desktop.domain.importing import ImportRow, Meaning, RowProblem, RowState
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.exchange.incoming.terms import plain
from easycare_desktop.services.imports.plan import About

_NUMBER = re.compile(r"\d+")


class Totals:
    """Knows what stands for a name in such rows, or anywhere in them where there is no name."""

    def __init__(self, words: ListWords, meanings: Sequence[Meaning]) -> None:
        self._counts = frozenset(map(plain, words.totals))
        self._read = [place for place, each in enumerate(meanings) if each is not None]

    def rows(self, about: About, cells: Sequence[str]) -> tuple[ImportRow, ...]:
        """Return a row as one to leave out if it is about nobody, else nothing."""
        if about.name and not self._is_count(about.name):
            return ()
        if about.name or any(map(self._is_count, cells)):
            return _left_out(about, TotalsRowError())
        if any(cells[place].strip() for place in self._read):
            return ()
        return _left_out(about, NobodyInRowError())

    def _is_count(self, cell: str) -> bool:
        return bool(cell) and _NUMBER.sub("0", plain(cell)) in self._counts


def _left_out(about: About, why: InputRefusal) -> tuple[ImportRow, ...]:
    problems = (RowProblem(None, why),)
    return (ImportRow(about.number, RowState.BAD, about.name, problems=problems),)
