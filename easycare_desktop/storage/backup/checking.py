"""Opens a copied database as a restore would, and reads all of it."""

from pathlib import Path

from sqlcipher3 import dbapi2

from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, connect

# Pages are looked at twice, as a tree and row by row: kept, each is read and decrypted once.
_KEEPS_PAGES = "PRAGMA cache_size = -32768"


def read_whole(path: Path, key: bytes) -> None:
    """Open a copy and read every page in use as a restore would: each is authenticated by that.

    Raises `FileDamagedError` and `WrongKeyError`.
    """
    if _ask(path, key, "PRAGMA quick_check") != [("ok",)]:
        raise FileDamagedError(path.name)


def check_database(path: Path, key: bytes) -> None:
    """Do the same, and prove every page by itself, free ones too.

    Both look on a connection of their own: one that has read a page before would not look again.
    Raises `FileDamagedError` and `WrongKeyError`.
    """
    if _ask(path, key, "PRAGMA cipher_integrity_check") != []:
        raise FileDamagedError(path.name)
    read_whole(path, key)


def schema_of(path: Path, key: bytes) -> str:
    """Return the schema revision of a copied database."""
    found = _ask(path, key, "SELECT version_num FROM alembic_version")
    return str(found[0][0]) if found else ""


def _ask(path: Path, key: bytes, question: str) -> list[tuple[object, ...]]:
    connection = connect(path, key, create=False)
    try:
        connection.execute(_KEEPS_PAGES)
        return list(connection.execute(question).fetchall())
    except dbapi2.DatabaseError:
        raise FileDamagedError(path.name) from None
    finally:
        connection.close()
