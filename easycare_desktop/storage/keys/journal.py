"""What is written down beside the keys: the ledger, restrictions, high-water marks."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import open_signing_key
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.ledger import book
from easycare_desktop.storage.ledger.chain import LedgerEntry, canonical
from easycare_desktop.storage.ledger.export import export_lines


@dataclass(frozen=True, slots=True)
class Restriction:
    """A withdrawal, hold, suspension or revocation: it stands here before it stands in the data."""

    id: int
    kind: str
    subject: str
    facts: Mapping[str, object]
    at: datetime


class Journal:
    """Signs each head while the session can open the signing key."""

    def __init__(self, file: KeyFile, opener: Opener) -> None:
        self._file = file
        self._opener = opener

    def append(self, kind: str, facts: Mapping[str, object], at: datetime) -> LedgerEntry:
        """Add one entry to the ledger, durable when this returns."""
        with self._file.change() as connection:
            office = self._file.office_id
            return book.append(connection, office, kind, facts, at, self._signer(connection))

    def entries(self) -> list[LedgerEntry]:
        """Return the whole ledger."""
        with self._file.read() as connection:
            return book.entries(connection)

    def export(self) -> list[str]:
        """Return the lines of `ledger.jsonl`; an officer's session signs its last head and end."""
        office = self._file.office_id
        with self._file.lock, self._file.read() as connection:
            signer = self._signer(connection)
            entries = book.entries(connection)
            if signer and entries and entries[-1].signature is None:
                with self._file.change() as changing:
                    book.sign_head(changing, office, signer)
                entries = book.entries(connection)
            return export_lines(office, entries, signer)

    def restrict(
        self, kind: str, subject: str, facts: Mapping[str, object], at: datetime
    ) -> Restriction:
        """Record a restriction and its ledger entry in one commit."""
        with self._file.change() as connection:
            cursor = connection.execute(
                "INSERT INTO restriction(kind, subject, facts, at) VALUES (?, ?, ?, ?)",
                (kind, subject, canonical(facts), at.isoformat()),
            )
            told = {"kind": kind, "subject": subject, "facts": facts}
            self.append("restriction", told, at)
            return Restriction(cursor.lastrowid, kind, subject, dict(facts), at)

    def restrictions(self, kinds: Collection[str] = ()) -> list[Restriction]:
        """Return all restrictions, or those of some kinds, the first one first."""
        wanted = f" WHERE kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        with self._file.read() as connection:
            rows = connection.execute(
                f"SELECT id, kind, subject, facts, at FROM restriction{wanted} ORDER BY id",  # noqa: S608 - marks alone
                tuple(kinds),
            )
            return [
                Restriction(number, kind, subject, json.loads(facts), datetime.fromisoformat(at))
                for number, kind, subject, facts, at in rows
            ]

    def raise_high_water(self, name: str, value: int, *, counts: bool = True) -> None:
        """Raise a mark; a lower value leaves it. `counts`: as a change that key places need."""
        with self._file.change(counts=counts) as connection:
            connection.execute(
                "INSERT INTO high_water VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
                (name, value),
            )

    def high_water(self, name: str) -> int:
        """Return a mark, 0 where none was ever set."""
        with self._file.read() as connection:
            row = connection.execute(
                "SELECT value FROM high_water WHERE name = ?", (name,)
            ).fetchone()
            return int(row[0]) if row else 0

    def _signer(self, connection: Connection) -> book.Signer | None:
        try:
            return open_signing_key(connection, self._file.office_id, self._opener.pair).sign
        except NotAnOfficerError:
            return None
