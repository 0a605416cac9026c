"""The table `ledger` of one open key file."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.ledger.chain import (
    LedgerEntry,
    canonical,
    entry_hash,
    first_broken,
    first_hash,
    head_message,
)

TABLE = """CREATE TABLE ledger(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    prev_hash BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB)"""
Signer = Callable[[bytes], bytes]


def append(
    connection: Connection,
    office_id: str,
    kind: str,
    facts: Mapping[str, object],
    at: datetime,
    signer: Signer | None,
) -> LedgerEntry:
    """Add one entry inside the transaction of the caller; sign it where there is a `signer`.

    Facts that are not plain JSON are a `TypeError`.
    """
    last = connection.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
    seq, prev = (last[0] + 1, last[1]) if last else (1, first_hash(office_id))
    plain = json.loads(canonical(facts))
    head = entry_hash(seq, at, kind, plain, prev)
    signature = signer(head_message(office_id, seq, head)) if signer else None
    connection.execute(
        "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)",
        (seq, at.isoformat(), kind, canonical(plain), prev, head, signature),
    )
    return LedgerEntry(seq, at, kind, plain, prev, head, signature)


def sign_head(connection: Connection, office_id: str, signer: Signer) -> None:
    """Sign the last entry where a clerk's session left it unsigned."""
    last = connection.execute(
        "SELECT seq, hash, signature FROM ledger ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if last and last[2] is None:
        signature = signer(head_message(office_id, last[0], last[1]))
        connection.execute("UPDATE ledger SET signature = ? WHERE seq = ?", (signature, last[0]))


def entries(connection: Connection) -> list[LedgerEntry]:
    """Return every entry, the first one first."""
    return [
        LedgerEntry(seq, datetime.fromisoformat(at), kind, json.loads(body), prev, own, signature)
        for seq, at, kind, body, prev, own, signature in connection.execute(
            "SELECT seq, at, kind, body, prev_hash, hash, signature FROM ledger ORDER BY seq"
        )
    ]


def is_sound(connection: Connection, office_id: str) -> bool:
    """Tell whether every entry follows from the one before."""
    return first_broken(office_id, entries(connection)) is None
