"""Guards of the product, each of which a campaign can take out to see whether it would notice."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest.mock import patch

from easycare_desktop.storage.keys import key_places, slots_file, sqlcipher
from easycare_desktop.storage.keys.key_places import KeyPlace
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system import atomic_files

_PIECE = 64


def _write_in_place(path: Path, content: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(content), _PIECE):
            file.write(content[start : start + _PIECE])


@contextmanager
def part_file() -> Iterator[None]:
    """Slots are written in place, not beside it and then put there."""
    with patch.object(slots_file, "write_atomically", _write_in_place):
        yield


@contextmanager
def _settings(journal: str, synchronous: str) -> Iterator[None]:
    settings = (journal, synchronous, *sqlcipher.settings_on("linux")[2:])
    with patch.object(sqlcipher, "settings_on", lambda _platform: settings):
        yield


@contextmanager
def fsync() -> Iterator[None]:
    """Nothing is synced: no file, no folder, no database."""
    journal, *_rest = sqlcipher.settings_on("linux")
    no_sync = patch.object(atomic_files.os, "fsync", lambda _handle: None)
    with _settings(journal, "synchronous = OFF"), no_sync:
        yield


@contextmanager
def rollback_journal() -> Iterator[None]:
    """Databases keep a write-ahead log, which a commit does not sync."""
    with _settings("journal_mode = WAL", "synchronous = NORMAL"):
        yield


@contextmanager
def extra_sync() -> Iterator[None]:
    """Databases do not sync the folder when a journal goes."""
    with _settings(sqlcipher.settings_on("linux")[0], "synchronous = FULL"):
        yield


@contextmanager
def cut_journal() -> Iterator[None]:
    """Where folders cannot be synced, journals are removed all the same."""
    with _settings(*sqlcipher.settings_on("linux")[:2]):
        yield


@contextmanager
def place_sync() -> Iterator[None]:
    """A file that has come to its place is not synced there, nor is its folder."""
    with patch.object(atomic_files, "_sync_place", lambda _path: None):
        yield


@contextmanager
def trial_copy() -> Iterator[None]:
    """The copy at a key place goes before the new one is written there."""
    write = key_places._write

    def clear_first(keys: OpenKeys, place: KeyPlace) -> None:
        folder = key_places._folder(keys, place)
        if folder.is_dir():
            key_places._clear_away(folder, set())
        write(keys, place)

    with patch.object(key_places, "_write", clear_first):
        yield


GUARDS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "part-file": part_file,
    "fsync": fsync,
    "rollback-journal": rollback_journal,
    "extra-sync": extra_sync,
    "cut-journal": cut_journal,
    "trial-copy": trial_copy,
    "place-sync": place_sync,
}
