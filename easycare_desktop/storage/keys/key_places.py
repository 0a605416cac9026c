"""Key places: the one or two spots outside this PC where the newest generation is kept.

A place holds the key file, the part of the slots that the recovery sheet opens, and a stamp that
tells without any password how new they are. Never the slots of accounts, never two generations.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import MARK, keep_mark, mark_place, shown_mark
from easycare_desktop.storage.keys.place_registry import (
    KeyPlace,
    key_places,
    note_place,
    place_found_again,
)
from easycare_desktop.storage.keys.place_stamp import generations_in, keys_folder, read_stamp
from easycare_desktop.storage.keys.place_status import (
    PlaceState,
    PlaceStatus,
    age_of,
    place_status,
    where_it_is,
)
from easycare_desktop.storage.keys.place_writing import erase_copy, picture_of, write_picture
from easycare_desktop.storage.keys.refusals import KeysOlderError
from easycare_desktop.system.atomic_files import disk_refusals
from easycare_desktop.system.refusals import DiskGoneError

_writing = RLock()


class PlaceCopyError(Refusal):
    """What was written there does not read back as it was written. `place_id`: which place."""

    def __init__(self, place_id: int) -> None:
        super().__init__(place_id)
        self.place_id = place_id


def place_moved(keys: OpenKeys, path: Path) -> None:
    """Note that a registered place is at hand at `path`; one that is no such place is left alone.

    Before places had marks, it is the one that is not where it was.
    """
    known, shown = key_places(keys), shown_mark(keys_folder(path, keys.office_id))
    here = next((each for each in known if shown and each.mark == shown), None)
    if not shown and all(each.path != path for each in known):
        unseen = (each for each in known if not each.mark and not place_status(keys, each).is_here)
        here = next(unseen, None)
    if here is not None and here.path != path:
        note_place(keys, replace(here, path=path))


def newer_place(keys: OpenKeys) -> PlaceStatus | None:
    """Return a place at hand that holds newer keys than these, if any.

    Another PC has gone on with the office, or these are an older copy of the folder. Only what is
    whole counts, and only stamps are read where nothing speaks for it.
    """
    for place in key_places(keys):
        stamp = read_stamp(keys_folder(where_it_is(keys, place).path, keys.office_id))
        if stamp is not None and (stamp.generation, stamp.revision) > age_of(keys):
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
        place = next((each for each in key_places(keys) if each.id == place.id), place)
        found = place_status(keys, place)
        if not found.is_here:
            return found
        if found.state is PlaceState.NEWER:
            raise KeysOlderError(age_of(keys), found.age)
        try:
            with disk_refusals():
                known = _noted(keys, place, found.place.path)
                folder = keys_folder(known.path, keys.office_id)
                proved = write_picture(picture_of(keys, known.mark), folder)
                if proved and place_found_again(keys, known.mark):
                    proved = write_picture(picture_of(keys, known.mark), folder)
        except (OSError, DiskGoneError):
            raise PlaceCopyError(place.id) from None
        if not proved:
            raise PlaceCopyError(place.id)
        return place_status(keys, known)


def erase_place(keys: OpenKeys, place: KeyPlace) -> bool:
    """Erase the keys at a place, where it is the place itself; tell whether none is left there.

    What another PC has written there since stays, and so does what cannot be reached.
    """
    with _writing:
        found = place_status(keys, place)
        if not found.is_here or found.state is PlaceState.NEWER:
            return False
        folder = keys_folder(found.place.path, keys.office_id)
        try:
            with disk_refusals():
                erase_copy(folder)
            return not any(generations_in(folder))
        except (OSError, Refusal):
            return False


def leave_place(path: Path, office_id: str) -> None:
    """Take the mark away where no keys are, with the folder unless something else lies there."""
    folder = keys_folder(path, office_id)
    with suppress(OSError):
        if not any(generations_in(folder)):
            (folder / MARK).unlink(missing_ok=True)
            folder.rmdir()


def clear_place(path: Path, office_id: str) -> None:
    """Take away what an office has put at a place that could not be made after all."""
    folder = keys_folder(path, office_id)
    if folder.is_dir():
        with suppress(OSError, Refusal):
            erase_copy(folder)
        leave_place(path, office_id)


def _noted(keys: OpenKeys, place: KeyPlace, path: Path) -> KeyPlace:
    """Return a place with its path and mark of now, written down, and the mark written there."""
    mark = place.mark or mark_place(path, keys.office_id)
    keep_mark(keys_folder(path, keys.office_id), mark)
    now = replace(place, path=path, mark=mark)
    return now if now == place or keys.file.read_only else note_place(keys, now)
