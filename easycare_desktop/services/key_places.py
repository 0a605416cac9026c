"""Key places: the one or two spots outside this folder that hold the newest keys."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.coverage import note_keys
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import PlaceLook, look_at_places
from easycare_desktop.storage.keys import key_places, place_registry
from easycare_desktop.storage.keys.place_marks import mark_place, shown_mark
from easycare_desktop.storage.keys.place_registry import KeyPlace
from easycare_desktop.storage.keys.place_stamp import generations_in, keys_folder
from easycare_desktop.storage.keys.place_status import PlaceState, PlaceStatus, place_status

MOST_PLACES = 2
_LACKING = frozenset({PlaceState.BEHIND, PlaceState.OLDER, PlaceState.EMPTY, PlaceState.DAMAGED})

__all__ = [
    "KeyPlaceInOfficeError",
    "KeyPlaceKnownError",
    "KeyPlaceService",
    "KeyPlaceView",
    "PlaceState",
    "TooManyKeyPlacesError",
]


class TooManyKeyPlacesError(Refusal):
    """An office has at most two key places."""


class KeyPlaceKnownError(Refusal):
    """The folder is a registered key place already. `label`: of that place."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class KeyPlaceInOfficeError(Refusal):
    """The folder lies inside the office itself: keys there are lost with it."""


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
        note_keys(step, looks)
        return [self._view(look.status) for look in looks]

    def add(self, label: str, folder: Path) -> KeyPlaceView:
        """Register a place and write the newest keys there at once.

        A registered place that has another path now is taken for itself, and so is one that was
        struck off. Raises `TooManyKeyPlacesError`, `KeyPlaceKnownError`, `KeyPlaceInOfficeError`,
        `KeysOlderError`, `PlaceCopyError`, `FolderNotWritableError`, `DiskFullError`; then nothing
        is registered.
        """
        keys, info = self._office.keys, self._office.info
        if folder.resolve().is_relative_to(info.folder.resolve()):
            raise KeyPlaceInOfficeError
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="add"):
            known = place_registry.key_places(keys)
            there = {each.id: place_status(keys, each) for each in known}
            for each in there.values():
                if each.is_here and _same(each.place.path, folder):
                    raise KeyPlaceKnownError(each.place.label)
            shown = shown_mark(keys_folder(folder, info.id))
            moved = [each for each in known if each.mark == shown and not there[each.id].is_here]
            if shown and moved:
                place = place_registry.note_place(keys, replace(moved[0], label=label, path=folder))
            elif len(known) >= MOST_PLACES:
                raise TooManyKeyPlacesError
            else:
                mark = mark_place(folder, info.id, [each.mark for each in known])
                place = place_registry.add_place(keys, label, folder, mark)
        try:
            return self._view(key_places.renew_place(keys, place))
        except Refusal:
            if place.id not in there:
                self._forget(place)
            raise

    def remove(self, place_id: int) -> bool:
        """Strike a place off, and erase the keys there; tell whether none is left there.

        What is not at hand is remembered with its keys, until it was registered again or somebody
        says that it was destroyed.
        """
        keys = self._office.keys
        place = next((p for p in place_registry.key_places(keys) if p.id == place_id), None)
        status = place_status(keys, place) if place else None
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="remove") as step:
            seen = step.uow.backups.sights(PlaceKind.KEYS).get(place_id)
        erased = place is not None and key_places.erase_place(keys, place)
        held = seen.generation if seen is not None and seen.sound else 0
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="removed"):
            place_registry.remove_place(keys, place_id, generation=held, erased=erased)
        if erased and status is not None:
            key_places.leave_place(status.place.path, keys.office_id)
        return erased

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
        lacking = [each.status.place for each in looks if _lacks(each.status)]
        if not lacking:
            return looks
        self._write(lacking, "bring up")
        return look_at_places(self._office)

    def renew_all(self) -> None:
        """Bring every reachable place up to date, one at a time; one that refuses stays so."""
        self._write(place_registry.key_places(self._office.keys), "refresh")

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

    def _forget(self, place: KeyPlace) -> None:
        """Take back a registration that failed; keys that lay there before stay known."""
        keys = self._office.keys
        former = {each.mark for each in place_registry.former_places(keys)}
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail="add failed"):
            if place.mark not in former and _may_hold_keys(keys_folder(place.path, keys.office_id)):
                place_registry.remove_place(keys, place.id)
            else:
                place_registry.drop_registration(keys, place)
                key_places.leave_place(place.path, keys.office_id)

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


def _lacks(status: PlaceStatus) -> bool:
    """Tell whether a place at hand is to be written: it lacks keys, or a mark."""
    return status.state in _LACKING or (status.holds_generation and not status.place.mark)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _may_hold_keys(folder: Path) -> bool:
    try:
        return folder.is_dir() and any(True for _ in generations_in(folder))
    except OSError:
        return True
