"""Opens one SQLCipher file: the only place that knows how a file key is handed over."""

import logging
import os
import sqlite3
import sys
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.system.atomic_files import disk_refusals
from easycare_desktop.system.refusals import DiskFullError, DiskGoneError, FolderNotWritableError

KEY_BYTES = 32
PAGE_BYTES = 4096
_PLAIN_HEADER = b"SQLite format 3\0"
_SETTINGS_BUT_ONE = (
    "synchronous = EXTRA",
    "secure_delete = ON",
    "cipher_memory_security = OFF",
    "temp_store = MEMORY",
    "foreign_keys = ON",
)
_log = logging.getLogger(__name__)


class WrongKeyError(Refusal):
    """The key does not open the file: another key, another file, or a first page torn to pieces.

    `file` is the bare file name; the program chose it, so it says nothing of a person.
    """

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class FileDamagedError(Refusal):
    """The file is missing, empty, cut off, not encrypted, or its pages contradict each other."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


def settings_on(platform: str) -> tuple[str, ...]:
    """Return the settings of every connection.

    A commit ends when its journal ends. Where folders can be synced the journal is removed and its
    folder synced. Windows cannot, and a power cut would bring a removed journal back, and the data
    before the commit with it: there it is cut to nothing, which is synced.
    """
    journal = "TRUNCATE" if platform == "win32" else "DELETE"
    return (f"journal_mode = {journal}", *_SETTINGS_BUT_ONE)


def key_literal(key: bytes) -> str:
    """Return `key` (exactly 32 raw bytes) as the quoted literal of PRAGMA key and ATTACH … KEY.

    A key of any other length would silently become a passphrase, hence `ValueError`.
    """
    if len(key) != KEY_BYTES:
        message = "a file key is 32 bytes"
        raise ValueError(message)
    return f"\"x'{key.hex()}'\""


def connect(path: Path, key: bytes, *, create: bool = True) -> Connection:
    """Open the encrypted file `path` with 32 raw bytes, autocommitting until BEGIN IMMEDIATE.

    A missing file is created, readable by its owner alone, unless `create` is false. The connection
    may be handed from thread to thread; its user keeps it to one at a time.
    Raises `WrongKeyError`, `FileDamagedError` and the refusals of the disk.
    """
    literal = key_literal(key)
    with disk_refusals():
        _check_outside(path, create=create)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        _unlock(connection, literal)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise refusal_of(error, path) from None
    return connection


def rekey(path: Path, key: bytes, new: bytes) -> None:
    """Encrypt a file anew, from one 32-byte key to another; for a copy that nobody else has open.

    Raises as `connect`.
    """
    connection = connect(path, key, create=False)
    try:
        connection.execute(f"PRAGMA rekey = {key_literal(new)}")
    except dbapi2.DatabaseError as error:
        raise refusal_of(error, path) from None
    finally:
        connection.close()


def refusal_of(error: BaseException, path: Path) -> BaseException:
    """Return the refusal that a driver error on `path` means, or the error itself."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return WrongKeyError(path.name)
    if code == sqlite3.SQLITE_CORRUPT:
        return FileDamagedError(path.name)
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError()
    if code == sqlite3.SQLITE_IOERR:
        return DiskGoneError()
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return FolderNotWritableError()
    return error


def _check_outside(path: Path, *, create: bool) -> None:
    """Judge the file by what can be seen without a key; create it when that is wanted."""
    if create and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        return
    if not path.exists():
        raise FileDamagedError(path.name)
    size = path.stat().st_size
    if size == 0 and create:
        return
    with path.open("rb") as file:
        header = file.read(len(_PLAIN_HEADER))
    if header == _PLAIN_HEADER:
        _log.error("%s is not encrypted", path.name)
        raise FileDamagedError(path.name)
    if size == 0 or (size % PAGE_BYTES and not _is_undone_at_opening(path)):
        raise FileDamagedError(path.name)


def _is_undone_at_opening(path: Path) -> bool:
    """Tell whether a commit was stopped half-way: its journal cuts the file back to whole pages."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _unlock(connection: Connection, literal: str) -> None:
    """Hand the key over before anything else; a wrong key shows only at the first read."""
    connection.execute(f"PRAGMA key = {literal}")
    connection.execute("PRAGMA cipher_log_level = NONE")
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        connection.close()
        message = "the SQLite library of this installation does not encrypt"
        raise RuntimeError(message)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in settings_on(sys.platform):
        connection.execute(f"PRAGMA {setting}").fetchall()
