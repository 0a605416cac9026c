"""Writing a copy of the keys to a key place, proving it before it takes the older one's place."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.census import Census, take_census
from easycare_desktop.storage.keys.generation_files import keys_path
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.lease_file import clear_lease
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_stamp import OURS, STAMP, Stamp, kit_path
from easycare_desktop.system.atomic_files import (
    PART,
    make_private_folder,
    overwrite_and_unlink,
    sync_folder,
    write_atomically,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """The keys at one moment, and what they must hold when they are opened at the place."""

    stamp: Stamp
    content: bytes
    kit: bytes
    root: bytes
    census: Census


def picture_of(keys: OpenKeys, mark: str) -> Picture:
    """Take the keys as they are at this moment, for the place with this mark."""
    with keys.file.lock:
        content = keys.file.path.read_bytes()
        own, root, sha256 = keys.slots_file, keys.file.root, hashlib.sha256(content).hexdigest()
        instance = keys.file.identity.instance
        stamp = Stamp(keys.office_id, keys.generation, keys.revision, sha256, instance, mark)
        kit = own.slots.close(own.device_key).to_bytes(with_block=False)
        with keys.file.read() as connection:
            census = take_census(connection, keys.office_id)
    return Picture(stamp, content, kit, root, census)


def opens_as(keys: OpenKeys, folder: Path) -> bool:
    """Tell whether the copy in a folder opens as this generation and can be read whole."""
    copy = keys_path(folder, keys.generation)
    if not copy.is_file():
        return False
    try:
        found = _census(copy, keys.file.root, keys.office_id)
    except Refusal:
        return False
    return found.intact and found.ledger_sound


def write_picture(picture: Picture, wanted: Path) -> bool:
    """Put the copy beside the old one, prove it, let it take the place, then clear away.

    Return whether it was proved; what was not is erased, and the old copy stays. Raises `OSError`.
    """
    folder, generation = make_private_folder(wanted), picture.stamp.generation
    trial = folder / f"trial-{generation}.db"
    write_atomically(trial, picture.content)
    if not _is_proved(picture, trial):
        overwrite_and_unlink(trial)
        return False
    trial.replace(keys_path(folder, generation))
    sync_folder(folder)
    kit = kit_path(folder, generation)
    write_atomically(kit, picture.kit)
    write_atomically(folder / STAMP, picture.stamp.to_bytes())
    _clear_away(folder, {STAMP, kit.name, keys_path(folder, generation).name})
    return True


def erase_copy(folder: Path) -> None:
    """Erase all keys in a folder, with every way in; other files stay. Raises `OSError`, refusals.

    The stamp goes last: before it a stop leaves a place that can be told.
    """
    clear_lease(folder)
    _clear_away(folder, {STAMP})
    overwrite_and_unlink(folder / STAMP)


def _is_proved(picture: Picture, copy: Path) -> bool:
    """Tell whether a copy reads back as written, opens, and holds what this generation holds."""
    try:
        same = copy.read_bytes() == picture.content
        return same and _census(copy, picture.root, picture.stamp.office) == picture.census
    except Refusal:
        return False


def _clear_away(folder: Path, kept: set[str]) -> None:
    """Erase every other file of ours: older generations, trials and parts that a stop left."""
    for path in folder.iterdir():
        ours = OURS.fullmatch(path.name) or path.name.endswith(PART)
        if ours and path.name not in kept:
            overwrite_and_unlink(path)


def _census(path: Path, root: bytes, office_id: str) -> Census:
    """Open a key file with its root and count it."""
    copy = KeyFile(path, root, office_id)
    try:
        with copy.read() as connection:
            return take_census(connection, office_id)
    finally:
        copy.close()
