"""Key places: the one or two spots outside this folder that hold the newest keys."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.key_places import PlaceState, PlaceStatus

MOST_PLACES = 2

__all__ = ["KeyPlaceService", "KeyPlaceView", "PlaceState", "TooManyKeyPlacesError"]


class TooManyKeyPlacesError(Refusal):
    """An office has at most two key places."""


@dataclass(frozen=True, slots=True)
class KeyPlaceView:
    """How one key place stands.

    `generation` 0: nothing readable lies there. `newest`: no older generation lies there.
    """

    id: int
    label: str
    folder: Path
    state: PlaceState
    generation: int
    newest: bool
    looked_at: datetime


class KeyPlaceService:
    """Use cases of key places."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def states(self) -> list[KeyPlaceView]:
        """Return every registered place and whether it holds the newest generation."""
        with self._door.enter(Action.KEY_PLACES_READ) as step:
            return self.look_in(step)

    def look_in(self, _step: Step) -> list[KeyPlaceView]:
        """Do the same inside a running action."""
        keys = self._office.keys
        return [self._view(key_places.place_status(keys, p)) for p in key_places.key_places(keys)]

    def add(self, label: str, folder: Path) -> KeyPlaceView:
        """Register a place and write the newest keys there at once.

        Raises `TooManyKeyPlacesError`, `PlaceCopyError`, `FolderNotWritableError`,
        `DiskFullError`; then nothing is registered.
        """
        keys = self._office.keys
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="add"):
            if len(key_places.key_places(keys)) >= MOST_PLACES:
                raise TooManyKeyPlacesError
            place = key_places.add_place(keys, label, folder)
            try:
                return self._view(key_places.renew_place(keys, place))
            except Refusal:
                key_places.remove_place(keys, place.id)
                raise

    def remove(self, place_id: int) -> None:
        """Strike a place off; what lies there stays and is the office's own duty."""
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="remove"):
            key_places.remove_place(self._office.keys, place_id)

    def refresh_all(self) -> list[KeyPlaceView]:
        """Bring every reachable place up to date, one at a time, and say how each stands.

        A place that refuses stays as it is and is named by its state.
        """
        keys = self._office.keys
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="refresh") as step:
            places = key_places.key_places(keys)
            step.count = len(places)
            for place in places:
                try:
                    key_places.renew_place(keys, place)
                except Refusal:
                    continue
            return self.look_in(step)

    def _view(self, status: PlaceStatus) -> KeyPlaceView:
        return KeyPlaceView(
            id=status.place.id,
            label=status.place.label,
            folder=status.place.path,
            state=status.state,
            generation=status.generation or 0,
            newest=status.holds_generation,
            looked_at=self._office.clock.now(),
        )
