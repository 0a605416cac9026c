"""Sealed files: scans and photos. Random names, never changed in place."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.engine import Row

from easycare_desktop.security.sealing import associated_data, seal, unseal
from easycare_desktop.storage.databases.office_tables import sealed_file
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.system.atomic_files import (
    durable_unlink,
    make_private_folder,
    write_atomically,
)


@dataclass(frozen=True, slots=True)
class SealedFile:
    """One sealed file of a holding; `size` counts plain bytes."""

    id: int
    holding_id: int
    name: str
    media: str
    size: int
    added_at: datetime
    account_id: int


class FilesRepository:
    """Rows of `sealed_file` and the files they name, sealed under their holding's key."""

    def __init__(self, connection: Connection, folder: Path, keys: OpenKeys) -> None:
        self._connection = connection
        self._folder = folder
        self._keys = keys

    def add(
        self, holding_id: int, content: bytes, media: str, *, at: datetime, account_id: int
    ) -> SealedFile:
        """Seal and write a file durably, then its row."""
        name = secrets.token_hex(16)
        sealed = seal(self._keys.key_of(holding_id), content, _bound(holding_id, name))
        make_private_folder(self._folder)
        write_atomically(self._folder / name, sealed)
        inserted = self._connection.execute(
            sealed_file.insert().values(
                holding_id=holding_id,
                name=name,
                media=media,
                size=len(content),
                added_at=at,
                account_id=account_id,
            )
        ).inserted_primary_key
        return self.get(int(inserted[0]) if inserted is not None else 0)

    def get(self, file_id: int) -> SealedFile:
        """Return the row of one file."""
        row = self._connection.execute(select(sealed_file).where(sealed_file.c.id == file_id)).one()
        return _file(row)

    def names(self) -> frozenset[str]:
        """Return the names of all files that rows name."""
        return frozenset(self._connection.execute(select(sealed_file.c.name)).scalars())

    def of_holdings(self, holding_ids: Iterable[int]) -> list[SealedFile]:
        """Return the files of some holdings."""
        return [
            _file(row)
            for ids in batches(holding_ids)
            for row in self._connection.execute(
                select(sealed_file).where(sealed_file.c.holding_id.in_(ids))
            )
        ]

    def with_media(self, media: str) -> list[SealedFile]:
        """Return the files of exactly this media type."""
        query = select(sealed_file).where(sealed_file.c.media == media)
        return [_file(row) for row in self._connection.execute(query)]

    def read(self, file_id: int) -> tuple[SealedFile, bytes]:
        """Open one file; raise `SealBrokenError` if it was changed."""
        file = self.get(file_id)
        return file, self.open(file, self._keys.key_of(file.holding_id))

    def open(self, file: SealedFile, key: bytes) -> bytes:
        """Open a file with the key of its holding; raise `SealBrokenError` if it was changed.

        Raises `FileDamagedError` where the file is missing.
        """
        try:
            sealed = (self._folder / file.name).read_bytes()
        except FileNotFoundError:
            raise FileDamagedError(file.name) from None
        return unseal(key, sealed, _bound(file.holding_id, file.name))

    def delete(self, ids: Iterable[int]) -> None:
        """Delete rows of files that stay for nothing; the files are unlinked once that stands."""
        self._connection.execute(delete(sealed_file).where(sealed_file.c.id.in_(list(ids))))

    def remove_files(self, files: Iterable[SealedFile]) -> int:
        """Unlink sealed files; rows go with their holding. Return how many were there."""
        count = 0
        for file in files:
            path = self._folder / file.name
            if path.exists():
                durable_unlink(path)
                count += 1
        return count


def _bound(holding_id: int, name: str) -> bytes:
    return associated_data(holding_id, f"file:{name}", 0)


def _file(row: Row[tuple[object, ...]]) -> SealedFile:
    return SealedFile(
        id=row.id,
        holding_id=row.holding_id,
        name=row.name,
        media=row.media,
        size=row.size,
        added_at=row.added_at,
        account_id=row.account_id,
    )
