"""What lies at a key place, told by its mark, its stamp and its bytes, without any password."""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import find_place, shown_mark, shows
from easycare_desktop.storage.keys.place_registry import KeyPlace, former_places, key_places
from easycare_desktop.storage.keys.place_stamp import (
    Stamp,
    generations_in,
    is_whole,
    keys_folder,
    kit_path,
    read_stamp,
)
from easycare_desktop.storage.keys.place_writing import opens_as
from easycare_desktop.storage.restore.lineage import left_instances


class PlaceState(Enum):
    """What lies at a place. OTHER: something that is not the place, so nothing is written there."""

    NEWEST = "newest"
    BEHIND = "behind"
    OLDER = "older"
    NEWER = "newer"
    EMPTY = "empty"
    DAMAGED = "damaged"
    OTHER = "other"
    ABSENT = "absent"

    @property
    def is_here(self) -> bool:
        """Tell whether the place itself is at hand, whatever lies on it."""
        return self not in {PlaceState.ABSENT, PlaceState.OTHER}


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """The state of a place; BEHIND is the right generation, with fewer keys than this PC.

    `taken_over`: another PC has gone on with the office and written its keys there, by the way or
    from a copy of the stick. They count as newer, whatever their generation: neither PC writes
    over what the other one has written.
    """

    place: KeyPlace
    state: PlaceState
    generation: int | None = None
    revision: int | None = None
    taken_over: bool = False

    @property
    def age(self) -> tuple[int, int]:
        """Generation and revision; 0 where nothing can be read."""
        return self.generation or 0, self.revision or 0

    @property
    def holds_generation(self) -> bool:
        """Tell whether no older generation lies there, as a certificate must know."""
        return self.state in {PlaceState.NEWEST, PlaceState.BEHIND}

    @property
    def is_here(self) -> bool:
        """Tell whether the place itself is at hand, whatever lies on it."""
        return self.state.is_here


def place_status(keys: OpenKeys, place: KeyPlace) -> PlaceStatus:
    """Judge a place by its mark, its stamp and its bytes; one that cannot be read is absent.

    The place in the answer has the path at which it lies now.
    """
    try:
        place = where_it_is(keys, place)
        if not place.path.is_dir():
            return PlaceStatus(place, PlaceState.ABSENT)
        found = _look(keys, place, keys_folder(place.path, keys.office_id))
        if found.state is PlaceState.NEWER or _is_itself(keys, place, found.state):
            return found
        folder = keys_folder(place.path, keys.office_id)
        instead = any(shows(folder, each.mark) for each in key_places(keys))
        return PlaceStatus(place, PlaceState.ABSENT if instead else PlaceState.OTHER)
    except OSError:
        return PlaceStatus(place, PlaceState.ABSENT)


def where_it_is(keys: OpenKeys, place: KeyPlace) -> KeyPlace:
    """Return the place with the path at which its mark is found, if it is found."""
    if not place.mark:
        return place
    others = [each.path for each in key_places(keys)]
    path = find_place(place, others, keys.office_id)
    return replace(place, path=path) if path else place


def age_of(keys: OpenKeys) -> tuple[int, int]:
    """Return generation and revision of the keys in use."""
    return keys.generation, keys.revision


def _is_itself(keys: OpenKeys, place: KeyPlace, state: PlaceState) -> bool:
    """Tell whether what lies at the path of a place is that place, and no other stick.

    One that was registered before places had marks is taken for itself where it holds the keys it
    should: of this generation, or older ones where no place that was struck off can be meant.
    """
    folder = keys_folder(place.path, keys.office_id)
    if place.mark:
        return shows(folder, place.mark)
    if shown_mark(folder) in _marks(keys):
        return False
    if state in {PlaceState.NEWEST, PlaceState.BEHIND}:
        return True
    return state is PlaceState.OLDER and not any(each.is_out for each in former_places(keys))


def _marks(keys: OpenKeys) -> set[str]:
    """Return the marks of all places, registered or struck off."""
    found = {each.mark for each in key_places(keys)} | {each.mark for each in former_places(keys)}
    return found - {""}


def _look(keys: OpenKeys, place: KeyPlace, folder: Path) -> PlaceStatus:
    """Judge what lies in a folder of keys, whichever place it is; raises `OSError`."""
    if not folder.is_dir() or not any(generations_in(folder)):
        return PlaceStatus(place, PlaceState.EMPTY)
    stamp = read_stamp(folder)
    if stamp is None or stamp.office != keys.office_id:
        return PlaceStatus(place, PlaceState.DAMAGED)
    if not is_whole(folder, stamp):
        return _half_renewed(keys, place, stamp)
    state = _compare(keys, stamp, oldest=min(generations_in(folder)))
    own = stamp.instance == keys.file.identity.instance
    stranger = not own and stamp.instance not in left_instances(keys)
    if stranger:
        state = PlaceState.NEWER
    return PlaceStatus(place, state, stamp.generation, stamp.revision, taken_over=stranger)


def _compare(keys: OpenKeys, stamp: Stamp, *, oldest: int) -> PlaceState:
    there, here = (stamp.generation, stamp.revision), age_of(keys)
    if there > here:
        return PlaceState.NEWER
    if stamp.generation < keys.generation or oldest < keys.generation:
        return PlaceState.OLDER
    return PlaceState.NEWEST if there == here else PlaceState.BEHIND


def _half_renewed(keys: OpenKeys, place: KeyPlace, stamp: Stamp) -> PlaceStatus:
    """Judge a place whose stamp and keys differ: after a stop between both it can be renewed.

    What lies there is newer than its stamp says, so nothing but BEHIND is claimed for it.
    """
    folder = keys_folder(place.path, keys.office_id)
    alone = set(generations_in(folder)) == {keys.generation}
    whole = alone and kit_path(folder, keys.generation).is_file() and opens_as(keys, folder)
    if stamp.generation == keys.generation and whole:
        return PlaceStatus(place, PlaceState.BEHIND, stamp.generation, stamp.revision)
    return PlaceStatus(place, PlaceState.DAMAGED)
