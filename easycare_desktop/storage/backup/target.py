"""The folder of an office at a place: made, marked, recognised, and free of keys."""

import shutil
from pathlib import Path

from easycare_desktop.storage.backup.places import (
    MARK,
    backup_folder,
    keys_inside,
    pool_folder,
    sets_folder,
)
from easycare_desktop.storage.backup.refusals import (
    KeyInBackupError,
    TargetForeignError,
    TargetFullError,
    TargetGoneError,
    target_refusals,
)
from easycare_desktop.storage.marks import new_mark, read_mark, write_mark
from easycare_desktop.system.atomic_files import make_private_folder

_SPARE = 1_000_000


def mark_target(target: Path, office_id: str) -> str:
    """Make the folder of the office at a place and return the mark that tells it from others.

    Where the office has backups already, their mark stays. Raises the refusals of the place.
    """
    folder = backup_folder(target, office_id)
    with target_refusals():
        if not target.is_dir():
            raise TargetGoneError
        make_private_folder(folder)
        if found := read_mark(folder / MARK):
            return found
        mark = new_mark()
        write_mark(folder / MARK, mark)
        return mark


def prepare_target(target: Path, office_id: str, mark: str) -> Path:
    """Return the folder of the office at a registered place, ready for a set.

    Raises `TargetForeignError` where another stick is plugged in, `KeyInBackupError`, and the
    refusals of the place.
    """
    folder = backup_folder(target, office_id)
    with target_refusals():
        if not target.is_dir():
            raise TargetGoneError
        if read_mark(folder / MARK) != mark:
            raise TargetForeignError
        for each in (pool_folder(folder), sets_folder(folder)):
            make_private_folder(each)
        found = keys_inside(folder)
    if found:
        raise KeyInBackupError(len(found))
    return folder


def is_connected(target: Path, office_id: str, mark: str) -> bool:
    """Tell whether the registered place itself is at hand."""
    try:
        return target.is_dir() and read_mark(backup_folder(target, office_id) / MARK) == mark
    except OSError:
        return False


def require_room(folder: Path, wanted: int) -> None:
    """Raise `TargetFullError` where `wanted` bytes and a little more do not fit."""
    with target_refusals():
        free = shutil.disk_usage(folder).free
    if free < wanted + _SPARE:
        raise TargetFullError.by(wanted + _SPARE - free)
