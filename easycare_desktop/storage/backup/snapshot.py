"""Copies of the two databases as they stand at one moment, on the office's own disk."""

import shutil
from contextlib import suppress
from pathlib import Path

from easycare_desktop.storage.backup.places import OFFICE_DB, SEPARATED_DB
from easycare_desktop.system.atomic_files import PART, disk_refusals


def snapshot_path(folder: Path, name: str) -> Path:
    """Return where the copy of a database lies while a backup is made."""
    return folder / f".{name}.snapshot{PART}"


def take_snapshot(folder: Path) -> None:
    """Copy both databases byte by byte, still encrypted, beside themselves.

    The caller holds a transaction on both, which keeps every writer out: the bytes are those of
    the last commit. One process alone writes (`OfficeLock`), so the locks of the file system,
    which a second opening of the same file may drop, guard nothing here.
    Raises `DiskFullError`, `FolderNotWritableError`.
    """
    with disk_refusals():
        for name in (OFFICE_DB, SEPARATED_DB):
            shutil.copyfile(folder / name, snapshot_path(folder, name))


def remove_snapshots(folder: Path) -> None:
    """Remove the copies, where there are any: a stop may have left some."""
    for name in (OFFICE_DB, SEPARATED_DB):
        with suppress(OSError):
            snapshot_path(folder, name).unlink(missing_ok=True)
