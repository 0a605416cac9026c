"""Counts a key file and boils it down to numbers that two sides can compare."""

import hashlib
import json
import struct
from collections.abc import Collection
from dataclasses import dataclass

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.schema import meta
from easycare_desktop.storage.ledger import book

_SECRETS = (
    "SELECT id, coalesce(key, wrapped) FROM holding_key WHERE destroyed_at IS NULL ORDER BY id"
)
_head = struct.Struct(">QI").pack


@dataclass(frozen=True, slots=True)
class Census:
    """What a key file holds. `keys`: SHA-256 over all ids with their keys or envelopes, in hex."""

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


def fingerprints(connection: Connection, wanted: Collection[int]) -> dict[int, bytes]:
    """Return the fingerprints of some plain keys and envelopes by holding number."""
    rows = connection.execute(
        "SELECT id, coalesce(key, wrapped) FROM holding_key WHERE destroyed_at IS NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    return {holding_id: fingerprint(secret) for holding_id, secret in rows}


def take_census(connection: Connection, office_id: str) -> Census:
    """Read every row of keys and ledger and every page of the file."""
    living, separated, tombstones = connection.execute(
        "SELECT count(key), count(wrapped), count(destroyed_at) FROM holding_key"
    ).fetchone()
    total = hashlib.sha256()
    add = total.update  # tens of thousands at once, several times in a destruction
    for holding_id, secret in connection.execute(_SECRETS):
        add(_head(holding_id, len(secret)))
        add(secret)
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
