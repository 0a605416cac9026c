"""Whom the people list shows, and in which order; among very many it is made beside the screen."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.people_index import Chosen
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.background import Background

_LATE = 150
Kinds = Collection[PersonKind]
Narrow = Callable[[], Chosen | Callable[[], Chosen]]
"""Whom to show, or what finds that out where it takes a while; the latter holds no widget."""


class _Prepared(NamedTuple):
    """What a thread of its own brings back. `asked`: which asking it answers."""

    asked: int
    kinds: Kinds
    chosen: Chosen


class ListChoice(QObject):
    """`taken`: another choice stands now. `late`: it is still being made; the old one stands."""

    taken = Signal()
    late = Signal()

    def __init__(self, search: PeopleSearch, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._search, self._background = search, background
        self._narrow: Narrow = Chosen
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LATE)
        self._timer.timeout.connect(self.late)
        self.kinds: Kinds = ()
        self.chosen = Chosen()

    def narrow_by(self, narrow: Narrow) -> None:
        """Ask this each time whom to show, and in which order."""
        self._narrow = narrow

    def ask(self, kinds: Kinds) -> None:
        """Choose anew. What was asked for before and is not there yet is not taken any more."""
        self._asked += 1
        wanted = self._narrow()
        known = wanted if isinstance(wanted, Chosen) else None
        choose = partial(_itself, wanted) if isinstance(wanted, Chosen) else wanted
        if self._search.is_quick(kinds, known):
            self._take(_Prepared(self._asked, kinds, choose()))
            return
        self._timer.start()
        work = partial(_prepare, self._search, self._asked, kinds, choose)
        self._background.run(work, self._arrive, self._fail)

    @Slot(object)
    def _arrive(self, made: _Prepared) -> None:
        self._take(made)
        if made.asked == self._asked:
            set_out = partial(self._search.set_out, made.kinds, made.chosen)
            self._background.run(set_out, self._leave)

    def _fail(self, error: Exception) -> None:
        """Show the list that stands, and let the error be told as anywhere."""
        self._timer.stop()
        self.taken.emit()
        raise error

    @Slot(object)
    def _leave(self, _nothing: object) -> None:
        """Nothing is shown: the next stroke is quick, that is all."""

    def _take(self, made: _Prepared) -> None:
        if made.asked == self._asked:
            self._timer.stop()
            self.kinds, self.chosen = made.kinds, made.chosen
            self.taken.emit()


def _itself(chosen: Chosen) -> Chosen:
    return chosen


def _prepare(
    search: PeopleSearch, asked: int, kinds: Kinds, choose: Callable[[], Chosen]
) -> _Prepared:
    return _Prepared(asked, kinds, search.prepare(kinds, choose))
