"""Key places: the one or two spots outside this folder that hold the newest keys."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import PlaceLook, look_at_places
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.key_places import KeyPlace, PlaceState, PlaceStatus

MOST_PLACES = 2
_LACKING = frozenset({PlaceState.BEHIND, PlaceState.OLDER, PlaceState.EMPTY, PlaceState.DAMAGED})

__all__ = [
    "KeyPlaceService",
    "KeyPlaceView",
    "PlaceState",
    "TooManyKeyPlacesError",
    "any_there",
]


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
        looks = look_at_places(self._office)
        with self._door.enter(Action.KEY_PLACES_READ) as step:
            return self.note(step, looks)

    def note(self, step: Step, looks: Sequence[PlaceLook]) -> list[KeyPlaceView]:
        """Note inside a running action what was seen before it began."""
        for look in looks:
            if look.sight is not None:
                step.uow.backups.note_sight(look.sight)
        return [self._view(look.status) for look in looks]

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
            self.remove(place.id)
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
        self.brought_up()
        return self.states()

    def brought_up(self) -> tuple[PlaceLook, ...]:
        """Do the same, and return how each place was found then; the caller notes it.

        Where none lacks the newest keys nothing is written, not even into the log.
        """
        looks = look_at_places(self._office)
        lacking = [each.status.place for each in looks if each.status.state in _LACKING]
        if not lacking:
            return looks
        self._write(lacking, "bring up")
        return look_at_places(self._office)

    def renew_all(self) -> None:
        """Bring every reachable place up to date, one at a time; one that refuses stays so."""
        self._write(key_places.key_places(self._office.keys), "refresh")

    def refresh_all(self) -> list[KeyPlaceView]:
        """Do the same, and say how each stands; one that refuses is named by its state."""
        self.renew_all()
        return self.states()

    def _write(self, places: Sequence[KeyPlace], detail: str) -> None:
        """Log it, then write with the door open: nobody else waits for the sticks."""
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail=detail) as step:
            step.count = len(places)
        for place in places:
            with suppress(Refusal):
                key_places.renew_place(self._office.keys, place)

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


def any_there(folders: Iterable[Path]) -> bool:
    """Tell whether one of these folders is at hand; nothing is read or written."""
    return any(folder.is_dir() for folder in folders)


def covering(looks: Iterable[PlaceLook], generation: int, revision: int) -> int:
    """Count the places at hand whose keys open everything that has seen these marks."""
    return sum(
        each.status.holds_generation
        and each.status.generation == generation
        and (each.status.revision or 0) >= revision
        for each in looks
    )
