import sqlite3
import sys
from pathlib import Path

import pytest

from easycare_desktop.storage.keys.sqlcipher import (
    PAGE_BYTES,
    FileDamagedError,
    WrongKeyError,
    connect,
    key_literal,
    refusal_of,
    settings_on,
)
from easycare_desktop.system.refusals import DiskFullError, DiskGoneError, FolderNotWritableError

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "keys-1.db"
    connection = connect(path, KEY)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE t(x BLOB)")
    connection.executemany("INSERT INTO t VALUES (?)", [(b"canary" * 500,)] * 20)
    connection.execute("COMMIT")
    connection.close()
    return path


def _size(path: Path, key: bytes = KEY) -> int:
    connection = connect(path, key, create=False)
    try:
        return connection.execute("SELECT count(*) FROM t").fetchone()[0]
    finally:
        connection.close()


def test_settings_are_those_that_lost_nothing(path: Path):
    connection = connect(path, KEY)
    expected = {
        "journal_mode": "truncate" if sys.platform == "win32" else "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "cipher_memory_security": "0",
        "temp_store": 2,
        "foreign_keys": 1,
        "page_size": str(PAGE_BYTES),
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert {name: str(value) for name, value in found.items()} == {
        name: str(value) for name, value in expected.items()
    }
    assert connection.isolation_level is None
    connection.close()


def test_where_folders_cannot_be_synced_a_journal_is_cut_and_synced():
    assert settings_on("win32")[0] == "journal_mode = TRUNCATE"
    assert settings_on("linux")[0] == "journal_mode = DELETE"
    assert settings_on("win32")[1:] == settings_on("linux")[1:]


def test_a_commit_that_stopped_half_way_is_undone_though_its_last_page_is_torn(
    path: Path, tmp_path: Path
):
    connection = connect(path, KEY)
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO t VALUES (?)", [(b"more" * 900,)] * 50)
    stopped = tmp_path / "stopped.db"
    content = path.read_bytes()
    assert len(content) > 30 * PAGE_BYTES
    stopped.write_bytes(content + bytes(1000))
    with pytest.raises(FileDamagedError):
        _size(stopped)
    journal = Path(f"{path}-journal")
    Path(f"{stopped}-journal").write_bytes(journal.read_bytes())
    assert _size(stopped) == 20
    connection.execute("ROLLBACK")
    connection.close()


def test_nothing_of_the_content_stands_in_the_file(path: Path):
    content = path.read_bytes()
    assert b"canary" not in content
    assert not content.startswith(b"SQLite format 3")
    assert sys.platform == "win32" or path.stat().st_mode & 0o077 == 0


def test_the_standard_library_cannot_read_it(path: Path):
    plain = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM t")
    plain.close()


def test_a_wrong_key_is_told_by_type(path: Path, capfd: pytest.CaptureFixture[str]):
    with pytest.raises(WrongKeyError) as refusal:
        connect(path, bytes(32))
    assert refusal.value.file == "keys-1.db"
    assert capfd.readouterr() == ("", "")
    assert _size(path) == 20


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_no_passphrase(tmp_path: Path, length: int):
    with pytest.raises(ValueError, match="32 bytes"):
        connect(tmp_path / "x.db", b"k" * length)
    with pytest.raises(ValueError, match="32 bytes"):
        key_literal(b"k" * length)
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("kept", [0, 1, 100, PAGE_BYTES, 3 * PAGE_BYTES, 3 * PAGE_BYTES + 5])
def test_a_cut_file_is_damaged(path: Path, kept: int):
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(FileDamagedError):
        connect(path, KEY, create=False)


def test_a_missing_file_is_made_only_on_demand(tmp_path: Path):
    with pytest.raises(FileDamagedError):
        connect(tmp_path / "none.db", KEY, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_plain_file_is_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE t(x)")
    plain.commit()
    plain.close()
    with pytest.raises(FileDamagedError):
        connect(tmp_path / "plain.db", KEY)
    assert "not encrypted" in caplog.text


def test_a_torn_first_page_looks_like_a_wrong_key(path: Path):
    path.write_bytes(bytes(PAGE_BYTES) + path.read_bytes()[PAGE_BYTES:])
    with pytest.raises(WrongKeyError):
        connect(path, KEY, create=False)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_IOERR, DiskGoneError),
        (sqlite3.SQLITE_READONLY, FolderNotWritableError),
        (sqlite3.SQLITE_CANTOPEN, FolderNotWritableError),
        (sqlite3.SQLITE_CORRUPT, FileDamagedError),
        (sqlite3.SQLITE_NOTADB, WrongKeyError),
        (sqlite3.SQLITE_BUSY, sqlite3.OperationalError),
    ],
)
def test_driver_errors_become_refusals(code: int, kind: type[Exception]):
    error = sqlite3.OperationalError("some text")
    error.sqlite_errorcode = code
    assert type(refusal_of(error, Path("keys-1.db"))) is kind
