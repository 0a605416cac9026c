"""The chain of the ledger: each entry carries the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.security.binding import binding


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger: codes, numbers and moments, never a personal value.

    `signature`: over the head that this entry is, where an officer's session wrote it.
    """

    seq: int
    at: datetime
    kind: str
    facts: Mapping[str, object]
    prev_hash: bytes
    hash: bytes
    signature: bytes | None = None


def canonical(value: object) -> str:
    """Return the one JSON text of a value: sorted, no spaces, no NaN."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def first_hash(office_id: str) -> bytes:
    """Return what stands as the hash before the first entry of an office."""
    return hashlib.sha256(binding("ledger", office_id)).digest()


def entry_hash(
    seq: int, at: datetime, kind: str, facts: Mapping[str, object], prev: bytes
) -> bytes:
    """Return SHA-256 over the canonical entry and the hash before it."""
    body = {"at": at.isoformat(), "facts": facts, "kind": kind, "prev": prev.hex(), "seq": seq}
    return hashlib.sha256(canonical(body).encode()).digest()


def head_message(office_id: str, seq: int, head: bytes) -> bytes:
    """Return the bytes that the signature of a head covers."""
    return binding("ledger head", office_id, seq, head.hex())


def first_broken(office_id: str, entries: Sequence[LedgerEntry]) -> int | None:
    """Return the place of the first entry that does not follow from the one before, if any."""
    prev = first_hash(office_id)
    for place, entry in enumerate(entries, start=1):
        own = entry_hash(entry.seq, entry.at, entry.kind, entry.facts, prev)
        if entry.seq != place or entry.prev_hash != prev or entry.hash != own:
            return place
        prev = entry.hash
    return None
