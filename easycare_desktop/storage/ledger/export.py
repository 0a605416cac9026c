"""`ledger.jsonl`: the ledger as lines that anybody can check with the certificate alone."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from easycare_desktop.security.signing import SignatureBrokenError, verify_signature
from easycare_desktop.storage.ledger.book import Signer
from easycare_desktop.storage.ledger.chain import (
    LedgerEntry,
    canonical,
    entry_hash,
    first_hash,
    head_message,
)
from easycare_desktop.storage.ledger.changing import SIGNING_KEY_CHANGED, Certificates

_FORMAT = 1


class LedgerFault(Enum):
    """What can be wrong with an export."""

    UNREADABLE = "unreadable"
    CHANGED = "changed"
    GAP = "gap"
    BAD_SIGNATURE = "bad_signature"
    CUT = "cut"
    UNSIGNED_TAIL = "unsigned_tail"
    UNSIGNED_END = "unsigned_end"
    OTHER_HEAD = "other_head"


@dataclass(frozen=True, slots=True)
class LedgerProblem:
    """One fault and the sequence number from which on it stands (0: the whole file)."""

    fault: LedgerFault
    seq: int


def export_lines(
    office_id: str, entries: Sequence[LedgerEntry], signer: Signer | None
) -> list[str]:
    """Return the lines of the export: a title, the entries, and an end that counts them.

    With a `signer` the end is signed; its signature shows that nothing was cut off since then.
    """
    head = entries[-1].hash if entries else first_hash(office_id)
    end = signer(_end_message(office_id, len(entries), head)) if signer else None
    return [
        canonical({"format": _FORMAT, "office": office_id}),
        *(_line(entry) for entry in entries),
        canonical({"end": len(entries), "head": head.hex(), "signature": _hex(end)}),
    ]


def verify_export(
    lines: Iterable[str], certificate: bytes, known_head: tuple[int, bytes] | None = None
) -> list[LedgerProblem]:
    """Return everything that is wrong with an export; an empty list means it stands.

    `certificate`: DER, from a paper or an earlier backup. `known_head`: number and hash (or its
    begin) of an entry as printed on a paper; only this shows that a chain was cut or written anew.
    Where the office changed its signing key, the old one must have signed the new certificate.
    An unsigned tail is no forgery by itself: a clerk's session cannot sign. Where the end is not
    signed, anybody may have written it behind any entry, unless that is the known head itself.
    """
    rows = [_read(line) for line in lines if line.strip()]
    if not rows or rows[0] is None or rows[0].get("format") != _FORMAT:
        return [LedgerProblem(LedgerFault.UNREADABLE, 0)]
    changes = [
        (entry.seq, entry.facts)
        for row in rows
        if (entry := _entry(row)) is not None and entry.kind == SIGNING_KEY_CHANGED
    ]
    office = str(rows[0].get("office"))
    check = _Check(office, Certificates(office, certificate, changes), known_head)
    has_end = rows[-1] is not None and "end" in rows[-1]
    for row in rows[1 : len(rows) - has_end]:
        check.entry(row)
    check.end(rows[-1] if has_end else None)
    return check.problems


class _Check:
    """Walks along the entries and keeps what is wrong."""

    def __init__(
        self, office_id: str, certificates: Certificates, known_head: tuple[int, bytes] | None
    ) -> None:
        self.problems: list[LedgerProblem] = []
        self._office = office_id
        self._certificates = certificates
        self._known = known_head
        self._seen_known = known_head is None
        self._seq = 0
        self._signed_to = 0
        self._head = first_hash(office_id)

    def entry(self, row: dict[str, Any] | None) -> None:
        entry = _entry(row)
        if entry is None:
            self._note(LedgerFault.UNREADABLE, self._seq + 1)
            return
        if entry.seq != self._seq + 1 or entry.prev_hash != self._head:
            self._note(LedgerFault.GAP, entry.seq)
        own = entry_hash(entry.seq, entry.at, entry.kind, entry.facts, entry.prev_hash)
        if own != entry.hash:
            self._note(LedgerFault.CHANGED, entry.seq)
        self._seq, self._head = entry.seq, own
        if entry.signature is not None:
            self._signature(entry.signature, head_message(self._office, entry.seq, own))
        if self._known and self._known[0] == entry.seq:
            self._seen_known = True
            if not own.startswith(self._known[1]):
                self._note(LedgerFault.OTHER_HEAD, entry.seq)

    def end(self, row: dict[str, Any] | None) -> None:
        if row is None or row.get("end") != self._seq or row.get("head") != self._head.hex():
            self._note(LedgerFault.CUT, self._seq)
        elif row.get("signature"):
            signature = _bytes(row["signature"])
            self._signature(signature, _end_message(self._office, self._seq, self._head))
        elif self._known is None or self._known[0] != self._seq:
            self._note(LedgerFault.UNSIGNED_END, self._seq)
        if not self._seen_known:
            self._note(LedgerFault.CUT, self._seq)
        if self._signed_to < self._seq:
            self._note(LedgerFault.UNSIGNED_TAIL, self._signed_to + 1)

    def _signature(self, signature: bytes, message: bytes) -> None:
        try:
            verify_signature(self._certificates.at(self._seq), message, signature)
        except SignatureBrokenError:
            self._note(LedgerFault.BAD_SIGNATURE, self._seq)
        else:
            self._signed_to = self._seq

    def _note(self, fault: LedgerFault, seq: int) -> None:
        self.problems.append(LedgerProblem(fault, seq))


def _line(entry: LedgerEntry) -> str:
    return canonical(
        {
            "seq": entry.seq,
            "at": entry.at.isoformat(),
            "kind": entry.kind,
            "facts": entry.facts,
            "prev": entry.prev_hash.hex(),
            "hash": entry.hash.hex(),
            "signature": _hex(entry.signature),
        }
    )


def _entry(row: dict[str, Any] | None) -> LedgerEntry | None:
    if row is None or not isinstance(row.get("seq"), int):
        return None
    try:
        return LedgerEntry(
            row["seq"],
            datetime.fromisoformat(row["at"]),
            row["kind"],
            row["facts"],
            bytes.fromhex(row["prev"]),
            bytes.fromhex(row["hash"]),
            _bytes(row["signature"]) if row["signature"] else None,
        )
    except (KeyError, TypeError, ValueError):
        return None


def _read(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def _bytes(text: object) -> bytes:
    """Return the bytes of a hex text; no bytes at all where it is none, which no check accepts."""
    try:
        return bytes.fromhex(str(text))
    except ValueError:
        return b""


def _hex(value: bytes | None) -> str | None:
    return None if value is None else value.hex()


def _end_message(office_id: str, count: int, head: bytes) -> bytes:
    return head_message(office_id, count, head) + b" end"
