"""The keys of the holdings: one each, never changed, ended by a tombstone."""

import json
import secrets
import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.binding import binding
from easycare_desktop.security.sealing import new_keys
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.refusals import (
    KeyDestroyedError,
    KeyMissingAlarm,
    KeySeparatedError,
)

_ID_BYTES, _SPARE_BITS = 8, 2
_VERY_MANY, _AT_ONCE = 2_000, 500


@dataclass(frozen=True, slots=True)
class Envelope:
    """A separated key: HPKE to officer key number `officer_key`, for one item group."""

    holding_id: int
    group: str
    officer_key: int
    wrapped: bytes = field(repr=False)


def draw_holding_ids(count: int) -> set[int]:
    """Return at most so many random positive numbers of at most 62 bits."""
    drawn = struct.unpack(f">{count}Q", secrets.token_bytes(count * _ID_BYTES))
    return {number >> _SPARE_BITS for number in drawn} - {0}


def envelope_binding(office_id: str, holding_id: int, group: str, officer_key: int) -> bytes:
    """Bind an envelope to office, holding, item group and officer key."""
    return binding("separated", office_id, holding_id, group, officer_key)


class HoldingKeys:
    """Living keys are held in memory; a hit needs no lock, so reading goes on during a switch."""

    def __init__(
        self, file: KeyFile, draw: Callable[[int], Collection[int]] = draw_holding_ids
    ) -> None:
        self._file = file
        self._draw = draw
        self._living: dict[int, bytes] | None = None

    @contextmanager
    def creating(self, count: int) -> Iterator[dict[int, bytes]]:
        """Lend new keys, durable in one commit when the block ends, whatever becomes of the block.

        No number is ever reused. Very many are written while the block runs, by a thread that does
        not outlive it; as it needs the lock, the caller holds that in a change of the file or not
        at all. Within a change they join it.
        """
        with self._file.read() as connection:
            drawn: set[int] = set()
            while len(drawn) < count:
                more = self._draw(count - len(drawn))
                drawn |= {*more} - _standing(connection, more)
            joins = connection.in_transaction
        # In no order: a number tells nothing of what was written before or after it.
        fresh = dict(zip(drawn, new_keys(count), strict=True))
        if count < _VERY_MANY or joins:
            self._write(fresh)
            yield fresh
            return
        with ThreadPoolExecutor(1, "keys") as beside:
            written = beside.submit(self._write, fresh)
            yield fresh
        written.result()

    def _write(self, fresh: Mapping[int, bytes]) -> None:
        # In the order of the table: a row at a random place costs a page each.
        rows = sorted(fresh.items())
        with self._file.change() as connection:
            for start in range(0, len(rows), _AT_ONCE):
                some = rows[start : start + _AT_ONCE]
                # One step for all of them: between steps it would wait for its turn each time.
                places = ", ".join(["(?, ?)"] * len(some))
                statement = f"INSERT INTO holding_key(id, key) VALUES {places}"  # noqa: S608
                connection.execute(statement, [*chain.from_iterable(some)])
        with self._file.lock:
            if self._living is not None:
                self._living.update(fresh)

    def key_of(self, holding_id: int) -> bytes:
        """Return the key; raises `KeyDestroyedError`, `KeySeparatedError`, `KeyMissingAlarm`."""
        key = self._loaded().get(holding_id)
        if key is not None:
            return key
        with self._file.read() as connection:
            row = connection.execute(
                "SELECT destroyed_at, number FROM holding_key WHERE id = ?", (holding_id,)
            ).fetchone()
        if row is None:
            raise KeyMissingAlarm(holding_id)
        if row[0] is None:
            raise KeySeparatedError(holding_id)
        raise KeyDestroyedError(holding_id, datetime.fromisoformat(row[0]), row[1])

    def living(self) -> Mapping[int, bytes]:
        """Return all plain keys by number, as they are now."""
        return dict(self._loaded())

    def is_living(self, holding_id: int) -> bool:
        """Tell whether the plain key is here."""
        return holding_id in self._loaded()

    def separated_ids(self) -> frozenset[int]:
        """Return the numbers of holdings whose key is in an envelope."""
        return self._ids("wrapped IS NOT NULL")

    def tombstones(self) -> frozenset[int]:
        """Return the numbers of holdings whose key was destroyed."""
        return self._ids("destroyed_at IS NOT NULL")

    def envelope(self, holding_id: int) -> Envelope:
        """Return the envelope of a separated key; raises like `key_of` for any other number."""
        with self._file.read() as connection:
            row = connection.execute(
                "SELECT id, grp, officer_key, wrapped FROM holding_key"
                " WHERE id = ? AND wrapped IS NOT NULL",
                (holding_id,),
            ).fetchone()
        if row is None:
            self.key_of(holding_id)
            raise KeyMissingAlarm(holding_id)
        return Envelope(*row)

    def forget(self) -> None:
        """Drop what is in memory; the next use reads the file."""
        with self._file.lock:
            self._living = None

    def _loaded(self) -> dict[int, bytes]:
        living = self._living
        if living is None:
            with self._file.read() as connection:
                living = self._living = plain_keys(connection)
        return living

    def _ids(self, condition: str) -> frozenset[int]:
        with self._file.read() as connection:
            rows = connection.execute(f"SELECT id FROM holding_key WHERE {condition}")  # noqa: S608
            return frozenset(row[0] for row in rows)


def plain_keys(connection: Connection) -> dict[int, bytes]:
    """Return all plain keys of a key file by number."""
    return dict(connection.execute("SELECT id, key FROM holding_key WHERE key IS NOT NULL"))


def _standing(connection: Connection, numbers: Iterable[int]) -> set[int]:
    rows = connection.execute(
        "SELECT id FROM holding_key WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {row[0] for row in rows}
