"""A key place that comes back is brought up to date before anything else is done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import KeyPlaceView, PlaceState
from easycare_desktop.services.place_looks import any_back
from easycare_desktop.ui.background import Background

_EVERY = 20_000


class ReturnWatch(QObject):
    """`brought_up(labels)`: these places hold the newest keys again.

    At the start every place at hand gets them; later only what was away and has come back. Looking
    costs one glance at a folder and leaves no line in the log.
    """

    brought_up = Signal(object)

    def __init__(self, services: Services, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._background = services.key_places, background
        self._office = services.office
        self._away: frozenset[int] = frozenset()
        self._old: frozenset[int] = frozenset()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def _may(self) -> bool:
        return self._office.actor.may(Right.KEY_PLACES) and not self._office.looks_only

    def begin(self) -> None:
        """Bring up what is at hand, then watch for what is not."""
        if self._may:
            self._background.run(self._places.states, self._before, self._failed)

    @Slot()
    def look(self) -> None:
        """See whether something has come back; not while other work is under way."""
        if self._away and self._may and not self._background.busy:
            work = partial(any_back, self._office, self._away)
            self._background.run(work, self._seen, self._failed)

    def _seen(self, back: object) -> None:
        if back:
            self._background.run(self._places.states, self._before, self._failed)

    def _before(self, views: Sequence[KeyPlaceView]) -> None:
        self._old = frozenset(
            each.id
            for each in views
            if each.state.is_here and each.state not in {PlaceState.NEWEST, PlaceState.NEWER}
        )
        self._away = frozenset(each.id for each in views if not each.state.is_here)
        if self._old:
            self._background.run(self._places.bring_up, self._after, self._failed)
        self._watch()

    def _after(self, views: Sequence[KeyPlaceView]) -> None:
        renewed = [
            each.label for each in views if each.id in self._old and each.state is PlaceState.NEWEST
        ]
        if renewed:
            self.brought_up.emit(tuple(renewed))

    def _watch(self) -> None:
        if self._away:
            self._timer.start()
        else:
            self._timer.stop()

    def _failed(self, _error: Exception) -> None:
        """Keep quiet: nobody asked here, and the page of keys tells what is wrong with a place."""
