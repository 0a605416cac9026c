"""열쇠 보관처: the one or two places outside this folder that hold the newest keys."""

from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import key_places

MOST_PLACES = 2


class TooManyKeyPlacesError(Refusal):
    """An office has at most two key places."""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """How one key place stands. `generation` 0: not reachable or never written."""

    id: int
    label: str
    folder: str
    reachable: bool
    generation: int
    newest: bool


class KeyPlaceService:
    """Use cases of key places."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def states(self) -> list[PlaceState]:
        """Return every registered place and whether it holds the newest generation."""
        keys = self._office.keys
        return [
            _state(place, key_places.look(place, keys), keys.generation)
            for place in keys.key_places()
        ]

    def add(self, label: str, folder: Path) -> PlaceState:
        """Register a place and write the newest keys there at once.

        Raises `TooManyKeyPlacesError`, `FolderNotWritableError`, `DiskFullError`.
        """
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="add"):
            if len(self._office.keys.key_places()) >= MOST_PLACES:
                raise TooManyKeyPlacesError
            place = self._office.keys.add_key_place(label, folder)
            key_places.refresh(place, self._office.keys)
        return next(each for each in self.states() if each.id == place.id)

    def refresh_all(self) -> list[PlaceState]:
        """Bring every reachable place up to date, one at a time, and say how each stands."""
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="refresh") as step:
            count = 0
            for place in self._office.keys.key_places():
                if place.folder.is_dir():
                    key_places.refresh(place, self._office.keys)
                    count += 1
            step.count = count
        return self.states()
