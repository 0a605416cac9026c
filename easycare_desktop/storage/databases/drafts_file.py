"""drafts.db: half-typed work under a key that is exchanged at each destruction."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from easycare_desktop.storage.databases.drafts_tables import draft, metadata
from easycare_desktop.storage.databases.engine import begin, open_engine
from easycare_desktop.storage.keys.draft_keys import (
    add_draft_key,
    draft_keys,
    drop_older_draft_keys,
)
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from easycare_desktop.storage.repositories.drafts import Draft, draft_of, text_of
from easycare_desktop.system.atomic_files import disk_refusals, durable_unlink, sync_folder
from easycare_desktop.system.kept_aside import keep_aside

_NEXT = "drafts.next"
_log = logging.getLogger(__name__)


class DraftsFile:
    """The one database that may be lost: missing or unreadable, it begins anew.

    An unreadable file is kept aside, never thrown away. A stop within `renew` leaves the older file
    with both keys; it is read with the older one until the next renewal.
    """

    def __init__(self, folder: Path, keys: OpenKeys) -> None:
        self._path = folder / "drafts.db"
        self._keys = keys
        self._engine = self._opened()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Begin a transaction; commit at the end, roll back on any exception."""
        with begin(self._engine, self._path) as connection:
            yield connection

    def renew(self, left_of: Callable[[Draft], Draft | None]) -> None:
        """Rewrite the file under a new key with what is `left_of` each draft; forget the old key.

        New key, new file, replace, then drop the older keys: each step may be repeated.
        """
        with self.begin() as connection:
            rows = [(row, left_of(draft_of(row))) for row in connection.execute(select(draft))]
            kept = [
                {**row._mapping, "text": text_of(left)}  # noqa: SLF001 - SQLAlchemy's own way
                for row, left in rows
                if left is not None
            ]
        following = self._path.with_name(_NEXT)
        durable_unlink(following)
        engine = _make(following, add_draft_key(self._keys))
        try:
            with begin(engine, following) as connection:
                if kept:
                    connection.execute(insert(draft), kept)
        finally:
            engine.dispose()
        self._engine.dispose()
        try:
            with disk_refusals():
                following.replace(self._path)
                sync_folder(self._path.parent)
            drop_older_draft_keys(self._keys)
        finally:
            self._engine = self._opened()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _opened(self) -> Engine:
        if (following := self._path.with_name(_NEXT)).exists():
            durable_unlink(following)
        keys = draft_keys(self._keys)
        for key in keys if self._path.exists() else ():
            try:
                return _make(self._path, key)
            except (FileDamagedError, WrongKeyError):
                continue
        if self._path.exists():
            _log.warning("drafts cannot be read: kept aside as %s", keep_aside(self._path).name)
        return _make(self._path, keys[0])


def drafts_at(folder: Path, keys: OpenKeys) -> list[tuple[int, Draft]]:
    """Return (account, draft) of all that lies in a folder of data; none where none can be read."""
    path = folder / "drafts.db"
    for key in draft_keys(keys) if path.exists() else ():
        try:
            engine = open_engine(path, key, create=False)
            try:
                with begin(engine, path) as connection:
                    rows = connection.execute(select(draft)).all()
                return [(row.account_id, draft_of(row)) for row in rows]
            finally:
                engine.dispose()
        except (FileDamagedError, WrongKeyError):
            continue
    return []


def _make(path: Path, key: bytes) -> Engine:
    engine = open_engine(path, key, create=True)
    try:
        with begin(engine, path) as connection:
            metadata.create_all(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine
