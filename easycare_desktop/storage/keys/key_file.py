"""The open `keys-<g>.db` of the generation that is in use now."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.identity import Identity, read_identity
from easycare_desktop.storage.keys.refusals import (
    HandedOverError,
    KeysForeignError,
    KeysNewerFormatError,
)
from easycare_desktop.storage.keys.schema import SCHEMA, meta, upgrade_tables
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, connect, refusal_of
from easycare_desktop.system.refusals import DiskGoneError


class KeyFile:
    """One connection and the lock around it. A generation switch moves it to the next file.

    Raises `WrongKeyError`, `FileDamagedError`, `KeysForeignError`, `KeysNewerFormatError`.
    """

    def __init__(self, path: Path, root: bytes, office_id: str) -> None:
        self.lock = RLock()
        self.office_id = office_id
        self._path = path
        self._root = root
        self._generation = 0
        self.read_only = False
        self._stopped = False
        self._revision: int | None = None
        self._connection = self._connect()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def root(self) -> bytes:
        """The 32 bytes that open it."""
        return self._root

    @property
    def generation(self) -> int:
        """The number of the generation."""
        return self._generation

    @property
    def revision(self) -> int:
        """How many changes the file has seen, over all generations."""
        with self.lock:
            if self._revision is None:
                with self.read() as connection:
                    self._revision = int(meta(connection, "revision"))
            return self._revision

    @property
    def identity(self) -> Identity:
        """Line and instance of the installation that these keys write for."""
        with self.read() as connection:
            return read_identity(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend the connection for reading, to one thread at a time."""
        with self.lock:
            try:
                yield self._connection
            except dbapi2.DatabaseError as error:
                raise refusal_of(error, self._path) from None

    @contextmanager
    def change(self, *, counts: bool = True) -> Iterator[Connection]:
        """Lend the connection in one transaction: durable at the end, undone by any exception.

        Within another change of the same thread it joins that one. Unless it `counts`, copies of
        the file elsewhere stay as new as this one. Raises `HandedOverError` while
        another PC writes for the office, and `DiskGoneError` once it was stopped.
        """
        with self.read() as connection:
            if connection.in_transaction:
                yield connection
                return
            if self.read_only:
                raise HandedOverError
            if self._stopped:
                raise DiskGoneError
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if counts:
                    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                self._revision = None

    def stop(self) -> None:
        """Take no change any more: a newer generation may be in use from the next opening on."""
        self._stopped = True

    def upgrade(self) -> None:
        """Bring a file that an older version of this program wrote to the schema of this one."""
        with self.read() as connection:
            current = meta(connection, "schema") == SCHEMA
        if not current:
            with self.change() as connection:
                upgrade_tables(connection)

    def move_to(self, path: Path, root: bytes) -> None:
        """Close this file and go on with another one."""
        with self.lock:
            self._connection.close()
            self._path, self._root, self._revision = path, root, None
            self._connection = self._connect()

    def close(self) -> None:
        """Close the file and forget what opened it."""
        with self.lock:
            self._connection.close()
            self._root = b""

    def _connect(self) -> Connection:
        connection = connect(self._path, self._root, create=False)
        try:
            self._judge(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _judge(self, connection: Connection) -> None:
        """Accept a file of this office in a format that this program knows."""
        try:
            schema, office = meta(connection, "schema"), meta(connection, "office")
            self._generation = int(meta(connection, "generation"))
        except (dbapi2.DatabaseError, KeyError):
            raise FileDamagedError(self._path.name) from None
        if int(schema) > SCHEMA:
            raise KeysNewerFormatError
        if office != self.office_id:
            raise KeysForeignError
