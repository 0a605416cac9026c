"""Key places: the one or two spots outside this folder that hold the newest keys."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.key_places import PlaceState, PlaceStatus
from easycare_desktop.storage.keys.place_stamp import keys_folder
from easycare_desktop.storage.repositories.backups import PlaceSight
from easycare_desktop.system.volumes import folder_size, is_elsewhere

MOST_PLACES = 2
_LACKING = frozenset({PlaceState.BEHIND, PlaceState.OLDER, PlaceState.EMPTY, PlaceState.DAMAGED})

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

    def look_in(self, step: Step) -> list[KeyPlaceView]:
        """Do the same inside a running action, and note what is at hand."""
        keys = self._office.keys
        found = [key_places.place_status(keys, place) for place in key_places.key_places(keys)]
        for status in found:
            if status.state is not PlaceState.ABSENT:
                step.uow.backups.note_sight(self._sight(status))
        return [self._view(status) for status in found]

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

    def bring_up(self) -> list[KeyPlaceView]:
        """Write the newest keys to every place at hand that lacks them, one place at a time.

        A stick that comes back gets them before anything else is done with it. A place that
        refuses stays as it is and is named by its state.
        """
        keys = self._office.keys
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="bring up") as step:
            step.count = 0
            for place in key_places.key_places(keys):
                if key_places.place_status(keys, place).state in _LACKING:
                    with suppress(Refusal):
                        key_places.renew_place(keys, place)
                        step.count += 1
            return self.look_in(step)

    def covering(self, _step: Step, generation: int, revision: int) -> int:
        """Count the places at hand whose keys open everything that has seen these marks."""
        keys = self._office.keys
        found = [key_places.place_status(keys, place) for place in key_places.key_places(keys)]
        return sum(
            each.holds_generation
            and each.generation == generation
            and (each.revision or 0) >= revision
            for each in found
        )

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

    def _sight(self, status: PlaceStatus) -> PlaceSight:
        keys, path = self._office.keys, status.place.path
        return PlaceSight(
            PlaceKind.KEYS,
            status.place.id,
            self._office.clock.now(),
            elsewhere=is_elsewhere(path, self._office.info.folder),
            sound=status.holds_generation,
            size=folder_size(keys_folder(path, keys.office_id)),
            generation=status.generation or 0,
        )

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
