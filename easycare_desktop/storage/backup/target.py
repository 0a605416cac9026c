"""The folder of an office at a place: made, marked, recognised, and free of keys."""

import json
import secrets
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
from easycare_desktop.system.atomic_files import make_private_folder, write_atomically

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
        found = _read(folder)
        if found:
            return found
        mark = secrets.token_hex(8)
        write_atomically(folder / MARK, json.dumps({"mark": mark}).encode("ascii"))
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
        if _read(folder) != mark:
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
        return target.is_dir() and _read(backup_folder(target, office_id)) == mark
    except OSError:
        return False


def require_room(folder: Path, wanted: int) -> None:
    """Raise `TargetFullError` where `wanted` bytes and a little more do not fit."""
    with target_refusals():
        free = shutil.disk_usage(folder).free
    if free < wanted + _SPARE:
        raise TargetFullError.by(wanted + _SPARE - free)


def _read(folder: Path) -> str:
    try:
        return str(json.loads((folder / MARK).read_bytes())["mark"])
    except (OSError, KeyError, TypeError, ValueError):
        return ""
