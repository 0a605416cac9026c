"""Both snapshots are opened and read once for all places, while the first of them is written."""

import hashlib
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

from easycare_desktop.storage.backup.checking import read_whole
from easycare_desktop.storage.backup.manifest import FileKeys, StoredFile
from easycare_desktop.storage.backup.places import OFFICE_DB, SEPARATED_DB
from easycare_desktop.storage.backup.snapshot import remove_snapshots, snapshot_path
from easycare_desktop.storage.backup.source import Source
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError


class SnapshotLook:
    """A context that neither a thread nor a snapshot outlives; what a stop left goes before.

    Each copy of a snapshot is read back and is the very bytes of it. Free pages are compared by
    their hash alone; `check_set` proves them, too.
    """

    def __init__(self, folder: Path, keys: FileKeys) -> None:
        self._folder, self._keys = folder, keys
        self._pool = ThreadPoolExecutor(2, "look")
        self._looks: dict[str, Future[str]] = {}

    def begin(self, source: Source) -> None:
        """Have the snapshots of a source looked through from now on."""
        for name in (OFFICE_DB, SEPARATED_DB):
            stem = name.removesuffix(".db")
            key = self._keys.file_key(stem, source.facts.file_keys[stem])
            self._looks[name] = self._pool.submit(_look, snapshot_path(source.folder, name), key)

    def wait(self) -> None:
        """Return once both were read; raise `FileDamagedError` where one is damaged at home."""
        for each in self._looks.values():
            each.result()

    def prove(self, copies: Iterable[StoredFile]) -> None:
        """See that copied was what was looked through; raise `FileDamagedError` where it was not.

        The disk may give other bytes to whoever reads next.
        """
        for each in copies:
            found = self._looks.get(each.name)
            if found is not None and found.result() != each.sha256:
                raise FileDamagedError(each.name)

    def __enter__(self) -> Self:
        remove_snapshots(self._folder)
        return self

    def __exit__(self, *_about: object) -> None:
        self._pool.shutdown(cancel_futures=True)
        remove_snapshots(self._folder)


def _look(snapshot: Path, key: bytes) -> str:
    """Read a snapshot whole and return its SHA-256 in hex, which is taken before.

    Taken after, it would agree with a copy of what was harmed since the look.
    """
    try:
        with snapshot.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise FileDamagedError(snapshot.name) from None
    read_whole(snapshot, key)
    return digest
