"""Guards of the product, each of which a campaign can take out to see whether it would notice."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest.mock import patch

from easycare_desktop.storage.keys import slots_file, sqlcipher
from easycare_desktop.system import atomic_files


def _write_in_place(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@contextmanager
def part_file() -> Iterator[None]:
    """Slots are written in place, not beside it and then put there."""
    with patch.object(slots_file, "write_atomically", _write_in_place):
        yield


@contextmanager
def fsync() -> Iterator[None]:
    """Files and folders that the program writes are not synced."""
    with patch.object(atomic_files.os, "fsync", lambda _handle: None):
        yield


@contextmanager
def _setting(old: str, new: str) -> Iterator[None]:
    changed = tuple(new if each == old else each for each in sqlcipher._SETTINGS)
    assert changed != sqlcipher._SETTINGS
    with patch.object(sqlcipher, "_SETTINGS", changed):
        yield


@contextmanager
def rollback_journal() -> Iterator[None]:
    """Databases keep a write-ahead log, which a commit does not sync."""
    with _setting("journal_mode = DELETE", "journal_mode = WAL"):
        with _setting("synchronous = EXTRA", "synchronous = NORMAL"):
            yield


@contextmanager
def extra_sync() -> Iterator[None]:
    """Databases do not sync the folder when a journal goes."""
    with _setting("synchronous = EXTRA", "synchronous = FULL"):
        yield


GUARDS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "part-file": part_file,
    "fsync": fsync,
    "rollback-journal": rollback_journal,
    "extra-sync": extra_sync,
}
