"""Counts a key file and boils it down to numbers that two sides can compare."""

import hashlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.schema import meta
from easycare_desktop.storage.ledger import book


@dataclass(frozen=True, slots=True)
class Census:
    """What a key file holds. `keys`: SHA-256 over all ids and fingerprints, in hex."""

    generation: int
    living: int
    separated: int
    tombstones: int
    keys: str
    ledger_entries: int
    ledger_sound: bool
    intact: bool


def fingerprint(key: bytes) -> bytes:
    """Return SHA-256 of a key or of an envelope."""
    return hashlib.sha256(key).digest()


def fingerprints(
    connection: Connection, wanted: AbstractSet[int] | None = None
) -> dict[int, bytes]:
    """Return the fingerprint of every plain key and envelope by holding number, or of some."""
    rows = connection.execute(
        "SELECT id, coalesce(key, wrapped) FROM holding_key WHERE destroyed_at IS NULL ORDER BY id"
    )
    boil = hashlib.sha256  # tens of thousands at once, several times in a destruction
    if wanted is None:
        return {holding_id: boil(secret).digest() for holding_id, secret in rows}
    return {each: boil(secret).digest() for each, secret in rows if each in wanted}


def take_census(connection: Connection, office_id: str) -> Census:
    """Read every row of keys and ledger and every page of the file."""
    living, separated, tombstones = connection.execute(
        "SELECT count(key), count(wrapped), count(destroyed_at) FROM holding_key"
    ).fetchone()
    total = hashlib.sha256()
    for holding_id, each in fingerprints(connection).items():
        total.update(holding_id.to_bytes(8, "big") + each)
    return Census(
        generation=int(meta(connection, "generation")),
        living=living,
        separated=separated,
        tombstones=tombstones,
        keys=total.hexdigest(),
        ledger_entries=connection.execute("SELECT count(*) FROM ledger").fetchone()[0],
        ledger_sound=book.is_sound(connection, office_id),
        intact=is_intact(connection),
    )


def is_intact(connection: Connection) -> bool:
    """Tell whether every page carries its own authentication and the tables agree."""
    torn = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    found = connection.execute("PRAGMA main.integrity_check").fetchall()
    return not torn and found == [("ok",)]
