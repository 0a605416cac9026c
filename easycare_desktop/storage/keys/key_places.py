"""Key places: the one or two spots outside this PC where the newest generation is kept.

A place holds the key file, the part of the slots that the recovery sheet opens, and a stamp that
tells without any password how new they are. Never the slots of accounts, never two generations.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from threading import RLock

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_stamp import (
    Stamp,
    generations_in,
    is_whole,
    keys_folder,
    kit_path,
    read_stamp,
)
from easycare_desktop.storage.keys.place_writing import opens_as, picture_of, write_picture
from easycare_desktop.storage.keys.refusals import KeysOlderError
from easycare_desktop.storage.restore.lineage import left_instances
from easycare_desktop.system.atomic_files import disk_refusals
from easycare_desktop.system.refusals import DiskGoneError

_writing = RLock()


class PlaceState(Enum):
    """What lies at a place."""

    NEWEST = "newest"
    BEHIND = "behind"
    OLDER = "older"
    NEWER = "newer"
    EMPTY = "empty"
    DAMAGED = "damaged"
    ABSENT = "absent"


class PlaceCopyError(Refusal):
    """What was written there does not read back as it was written. `place_id`: which place."""

    def __init__(self, place_id: int) -> None:
        super().__init__(place_id)
        self.place_id = place_id


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A registered place, by the label the office gave it."""

    id: int
    label: str
    path: Path
    added_at: datetime


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


def add_place(keys: OpenKeys, label: str, path: Path) -> KeyPlace:
    """Register a place and enter it into the ledger by its number."""
    now = keys.clock.now()
    with keys.file.change() as connection:
        cursor = connection.execute(
            "INSERT INTO key_place(label, path, added_at) VALUES (?, ?, ?)",
            (label, str(path), now.isoformat()),
        )
        keys.ledger_append("key_place_added", {"place": cursor.lastrowid}, now)
        return KeyPlace(cursor.lastrowid, label, path, now)


def remove_place(keys: OpenKeys, place_id: int) -> None:
    """Strike a place off the list; what lies there stays and is the office's own duty."""
    with keys.file.change() as connection:
        connection.execute("DELETE FROM key_place WHERE id = ?", (place_id,))
        keys.ledger_append("key_place_removed", {"place": place_id}, keys.clock.now())


def place_moved(keys: OpenKeys, path: Path) -> None:
    """Take a place that is at hand at `path` for the registered one that is not where it was."""
    known = key_places(keys)
    lost = [each for each in known if not each.path.is_dir()]
    if lost and all(each.path != path for each in known):
        with keys.file.change() as connection:
            connection.execute(
                "UPDATE key_place SET path = ? WHERE id = ?", (str(path), lost[0].id)
            )
            keys.ledger_append("key_place_moved", {"place": lost[0].id}, keys.clock.now())


def key_places(keys: OpenKeys) -> list[KeyPlace]:
    """Return the registered places."""
    with keys.file.read() as connection:
        rows = connection.execute("SELECT id, label, path, added_at FROM key_place ORDER BY id")
        return [
            KeyPlace(number, label, Path(path), datetime.fromisoformat(at))
            for number, label, path, at in rows
        ]


def place_status(keys: OpenKeys, place: KeyPlace) -> PlaceStatus:
    """Judge a place by its stamp and its bytes; one that cannot be read is absent."""
    folder = _folder(keys, place)
    try:
        if not place.path.is_dir():
            return PlaceStatus(place, PlaceState.ABSENT)
        if not folder.is_dir() or not any(generations_in(folder)):
            return PlaceStatus(place, PlaceState.EMPTY)
        stamp = read_stamp(folder)
        if stamp is None or stamp.office != keys.office_id:
            return PlaceStatus(place, PlaceState.DAMAGED)
        if not is_whole(folder, stamp):
            return _half_renewed(keys, place, stamp)
        state = _compare(keys, stamp, oldest=min(generations_in(folder)))
    except OSError:
        return PlaceStatus(place, PlaceState.ABSENT)
    own = stamp.instance == keys.file.identity.instance
    stranger = not own and stamp.instance not in left_instances(keys)
    if stranger:
        state = PlaceState.NEWER
    return PlaceStatus(place, state, stamp.generation, stamp.revision, taken_over=stranger)


def newer_place(keys: OpenKeys) -> PlaceStatus | None:
    """Return a place at hand that holds newer keys than these, if any.

    Another PC has gone on with the office, or these are an older copy of the folder. Only what is
    whole counts, and only stamps are read where nothing speaks for it.
    """
    for place in key_places(keys):
        stamp = read_stamp(_folder(keys, place))
        if stamp is not None and (stamp.generation, stamp.revision) > _here(keys):
            status = place_status(keys, place)
            if status.state is PlaceState.NEWER:
                return status
    return None


def renew_place(keys: OpenKeys, place: KeyPlace) -> PlaceStatus:
    """Write the newest keys to a place, read them back, open them, then erase the older ones.

    The keys can be used meanwhile, however slow the place is; one place is written at a time.
    Raises `KeysOlderError` where something newer lies there, `PlaceCopyError`, `DiskFullError`,
    `FolderNotWritableError`. The older copy stays until the new one has been opened.
    """
    with _writing:
        found = place_status(keys, place)
        if found.state is PlaceState.ABSENT:
            return found
        if found.state is PlaceState.NEWER:
            raise KeysOlderError(_here(keys), found.age)
        try:
            with disk_refusals():
                proved = write_picture(picture_of(keys), _folder(keys, place))
        except (OSError, DiskGoneError):
            raise PlaceCopyError(place.id) from None
        if not proved:
            raise PlaceCopyError(place.id)
        return place_status(keys, place)


def _compare(keys: OpenKeys, stamp: Stamp, *, oldest: int) -> PlaceState:
    there, here = (stamp.generation, stamp.revision), _here(keys)
    if there > here:
        return PlaceState.NEWER
    if stamp.generation < keys.generation or oldest < keys.generation:
        return PlaceState.OLDER
    return PlaceState.NEWEST if there == here else PlaceState.BEHIND


def _half_renewed(keys: OpenKeys, place: KeyPlace, stamp: Stamp) -> PlaceStatus:
    """Judge a place whose stamp and keys differ: after a stop between both it can be renewed.

    What lies there is newer than its stamp says, so nothing but BEHIND is claimed for it.
    """
    folder = _folder(keys, place)
    alone = set(generations_in(folder)) == {keys.generation}
    whole = alone and kit_path(folder, keys.generation).is_file() and opens_as(keys, folder)
    if stamp.generation == keys.generation and whole:
        return PlaceStatus(place, PlaceState.BEHIND, stamp.generation, stamp.revision)
    return PlaceStatus(place, PlaceState.DAMAGED)


def _here(keys: OpenKeys) -> tuple[int, int]:
    return keys.generation, keys.revision


def _folder(keys: OpenKeys, place: KeyPlace) -> Path:
    """Each office has its own folder there, so that two offices may share a stick."""
    return keys_folder(place.path, keys.office_id)
