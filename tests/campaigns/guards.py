"""Guards of the product, each of which a campaign can take out to see whether it would notice."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.services import one_writer
from easycare_desktop.services.restore import desk
from easycare_desktop.storage.backup.copying import Meter
from easycare_desktop.storage.backup.manifest import StoredFile
from easycare_desktop.storage.backup.places import LEDGER, OFFICE_DB, SEPARATED_DB, SetPlace
from easycare_desktop.storage.backup.settling import Settling
from easycare_desktop.storage.backup.snapshot import snapshot_path
from easycare_desktop.storage.backup.source import Source
from easycare_desktop.storage.backup.writer import SetWriter
from easycare_desktop.storage.keys import (
    generation,
    generation_copy,
    key_places,
    place_writing,
    slots_file,
    sqlcipher,
)
from easycare_desktop.storage.keys.generation_checks import REMAINING
from easycare_desktop.storage.keys.generation_files import slots_path
from easycare_desktop.storage.keys.holding_keys import Envelope
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.switch_plan import SwitchPlan
from easycare_desktop.storage.keys.switch_report import SwitchCheck
from easycare_desktop.storage.restore.replay import Replayed
from easycare_desktop.system import atomic_files
from tests.campaigns import guards_of_places

_PIECE = 64
_COPY_KEYS = generation_copy._copy_keys


def _write_in_place(path: Path, content: bytes) -> None:
    with atomic_files.disk_refusals(), path.open("wb", buffering=0) as file:
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
    write = place_writing.write_picture

    def clear_first(picture: place_writing.Picture, folder: Path) -> bool:
        if folder.is_dir():
            place_writing._clear_away(folder, set())
        return write(picture, folder)

    with patch.object(key_places, "write_picture", clear_first):
        yield


@contextmanager
def replay() -> Iterator[None]:
    """A restore does not apply what the keys know of the time since."""
    nothing = Replayed(0, 0, 0, 0, frozenset())
    with patch.object(desk, "replay", lambda _uow, _vault, _at: nothing):
        yield


@contextmanager
def half_typed() -> Iterator[None]:
    """A restore leaves behind what is half typed."""
    with patch.object(desk, "take_drafts", lambda *_given: None):
        yield


@contextmanager
def one_line() -> Iterator[None]:
    """A restore takes whatever a PC wrote after the office had left it."""
    with patch.object(desk, "check_line", lambda *_given: None):
        yield


@contextmanager
def newest_place() -> Iterator[None]:
    """Nobody asks the key places whether the folder is an older copy of itself."""
    with patch.object(one_writer, "newer_place", lambda _keys: None):
        yield


@contextmanager
def keys_apart() -> Iterator[None]:
    """A data backup takes the key file and its ways in along."""
    sweep = SetWriter._sweep

    def carry_along(writer: SetWriter, place: SetPlace) -> int:
        keys = writer._keys
        assert isinstance(keys, OpenKeys)
        for path in (keys.file.path, slots_path(keys.folder, keys.generation)):
            (place.folder / path.name).write_bytes(path.read_bytes())
        return sweep(writer, place)

    with patch.object(SetWriter, "_sweep", carry_along):
        yield


@contextmanager
def manifest_last() -> Iterator[None]:
    """The manifest of a backup is written before the files that it names."""
    copy_set = SetWriter._copy_set
    late: list[tuple[Source, Meter]] = []

    def name_only(
        _writer: SetWriter, source: Source, _place: SetPlace, settling: Settling
    ) -> tuple[StoredFile, ...]:
        late.append((source, settling.meter))
        named = []
        for name in (OFFICE_DB, SEPARATED_DB):
            content = snapshot_path(source.folder, name).read_bytes()
            named.append(StoredFile(name, len(content), sha256(content).hexdigest()))
        ledger = "".join(f"{line}\n" for line in source.ledger).encode()
        return (*named, StoredFile(LEDGER, len(ledger), sha256(ledger).hexdigest()))

    def copy_now(writer: SetWriter, place: SetPlace) -> int:
        source, meter = late.pop()
        with Settling(meter) as settling:
            copy_set(writer, source, place, settling)
        return 0

    with (
        patch.object(SetWriter, "_copy_set", name_only),
        patch.object(SetWriter, "_sweep", copy_now),
    ):
        yield


def _lose_one(connection: Connection, plan: SwitchPlan, envelopes: Sequence[Envelope]) -> None:
    """Copy the keys as always, but one."""
    _COPY_KEYS(connection, plan, envelopes)
    connection.execute(
        "DELETE FROM main.holding_key WHERE id = (SELECT max(id) FROM main.holding_key"
        " WHERE key IS NOT NULL)"
    )


@contextmanager
def equality() -> Iterator[None]:
    """A faulty copy of the keys loses one of them, and nobody compares."""
    held = (SwitchCheck(REMAINING, held=True, count=0),)
    with (
        patch.object(generation_copy, "_copy_keys", _lose_one),
        patch.object(generation, "check_new_generation", lambda *_given: held),
    ):
        yield


GUARDS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "part-file": part_file,
    "fsync": fsync,
    "rollback-journal": rollback_journal,
    "extra-sync": extra_sync,
    "cut-journal": cut_journal,
    "trial-copy": trial_copy,
    "replay": replay,
    "half-typed": half_typed,
    "one-line": one_line,
    "newest-place": newest_place,
    "keys-apart": keys_apart,
    "manifest-last": manifest_last,
    "equality": equality,
    "place-sync": place_sync,
    "own-folder": guards_of_places.own_folder,
    "vault-mark": guards_of_places.vault_mark,
    "seal-tag": guards_of_places.seal_tag,
    "struck-off": guards_of_places.struck_off,
    "lease-kept": guards_of_places.lease_kept,
    "places-first": guards_of_places.places_first,
    "older-copy": guards_of_places.older_copy,
}
