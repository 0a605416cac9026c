"""What a disk comes to once every database of it is opened, which undoes what was not committed.

A stop in the middle of a transaction leaves another disk at each write, and the same office.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from easycare_desktop.storage.keys import sqlcipher
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError, connect
from tests.campaigns.shim import Disk

_JOURNAL = "-journal"
_KEY = "key"
_TABLES = "SELECT name, sql FROM sqlite_master ORDER BY name"

Outcome = frozenset[tuple[str, str]]


@contextmanager
def keys_told(disk: Disk) -> Iterator[set[bytes]]:
    """Collect the key of every file that is opened; a record of the disk tells them, too."""
    keys: set[bytes] = set()
    literal = sqlcipher.key_literal

    def telling(key: bytes) -> str:
        keys.add(key)
        disk.mark(f"{_KEY} {key.hex()}")
        return literal(key)

    with patch.object(sqlcipher, "key_literal", telling):
        yield keys


class Undone:
    """Reads disks with all `keys` that there are, the same file only once."""

    def __init__(self, keys: set[bytes], scratch: Path) -> None:
        self._keys = sorted(keys)
        self._scratch = scratch
        self._known: dict[tuple[str, str], str] = {}
        scratch.mkdir(exist_ok=True)

    def of(self, folder: Path) -> Outcome:
        """Return every file by what it holds; a database that nothing opens by its bytes."""
        files = [path for path in folder.rglob("*") if path.is_file()]
        return frozenset(
            (str(path.relative_to(folder)), self._holds(path))
            for path in files
            if not (path.name.endswith(_JOURNAL) and _database_of(path).exists())
        )

    def _holds(self, path: Path) -> str:
        content = path.read_bytes()
        journal = path.with_name(path.name + _JOURNAL)
        beside = journal.read_bytes() if journal.exists() else b""
        both = (sha256(content).hexdigest(), sha256(beside).hexdigest())
        if path.suffix != ".db":
            return both[0]
        if both not in self._known:
            self._known[both] = self._opened(content, beside) or " ".join(both)
        return self._known[both]

    def _opened(self, content: bytes, beside: bytes) -> str:
        for key in self._keys:
            copy = self._scratch / "one.db"
            copy.write_bytes(content)
            journal = copy.with_name(copy.name + _JOURNAL)
            journal.write_bytes(beside) if beside else journal.unlink(missing_ok=True)
            try:
                connection = connect(copy, key, create=False)
            except (WrongKeyError, FileDamagedError):
                continue
            try:
                return _dump(connection)
            except sqlcipher.dbapi2.DatabaseError:
                return ""
            finally:
                connection.close()
        return ""


def _dump(connection: sqlcipher.Connection) -> str:
    told = sha256()
    for name, made_by in connection.execute(_TABLES).fetchall():
        told.update(repr((name, made_by)).encode())
        if str(made_by).upper().startswith("CREATE TABLE"):
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - own names
            told.update(repr(rows).encode())
    return told.hexdigest()


def _database_of(journal: Path) -> Path:
    return journal.with_name(journal.name.removesuffix(_JOURNAL))


def told_keys(words: list[str]) -> set[bytes]:
    """Return the keys that a record tells."""
    return {bytes.fromhex(word[len(_KEY) + 1 :]) for word in words if word.startswith(_KEY + " ")}
