"""Rows that count the others: they are about nobody."""

import re

from easycare_desktop.domain.import_refusals import TotalsRowError
from easycare_desktop.domain.importing import ImportRow, RowProblem, RowState
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.exchange.incoming.terms import plain
from easycare_desktop.services.imports.plan import About

_NUMBER = re.compile(r"\d+")


class Totals:
    """Knows what stands for a name in such rows."""

    def __init__(self, words: ListWords) -> None:
        self._names = frozenset(map(plain, words.totals))

    def rows(self, about: About) -> tuple[ImportRow, ...]:
        """Return a row as one to leave out if it counts others, else nothing."""
        if _NUMBER.sub("0", plain(about.name)) not in self._names:
            return ()
        why = RowProblem(None, TotalsRowError())
        return (ImportRow(about.number, RowState.BAD, about.name, problems=(why,)),)
