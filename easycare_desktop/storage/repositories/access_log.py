"""The access log: appended, hash-chained, never rolled back.

Fields follow the safety measures standard (Notice of the Personal Information Protection
Commission, art. 2 and 8): account, time to the second, place, whose data, what was done.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Text, cast, select
from sqlalchemy.engine import Row

from easycare_desktop.storage.databases.office_tables import access_log
from easycare_desktop.storage.repositories.bulk import insert_rows
from easycare_desktop.storage.repositories.prepared import Prepared

FIRST = b"\0" * 32
_LAST = Prepared(
    select(access_log.c.seq, access_log.c.hash).order_by(access_log.c.seq.desc()).limit(1)
)
_in_one_line = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True).encode


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log. `person_id` is a number, never a name."""

    seq: int
    at: datetime
    account_id: int
    place: str
    person_id: int | None
    action: str
    count: int
    outcome: str
    detail: str
    prev_hash: bytes
    hash: bytes


class AccessLogRepository:
    """Rows of `access_log`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(
        self,
        action: str,
        *,
        at: datetime,
        account_id: int,
        place: str,
        person_id: int | None = None,
        count: int = 1,
        outcome: str = "ok",
        detail: str = "",
    ) -> LogEntry:
        """Append one line, chained to the one before."""
        last = _LAST.first(self._connection)
        seq, prev = (last.seq + 1, last.hash) if last else (1, FIRST)
        fields = (seq, at, account_id, place, person_id, action, count, outcome, detail)
        entry = LogEntry(*fields, prev_hash=prev, hash=_hash(prev, fields))
        row = (*fields, entry.prev_hash, entry.hash)
        insert_rows(self._connection, access_log, _NAMES, [row])
        return entry

    def newest(self, limit: int = 500, person_id: int | None = None) -> list[LogEntry]:
        """Return the newest lines first."""
        query = select(access_log).order_by(access_log.c.seq.desc()).limit(limit)
        if person_id is not None:
            query = query.where(access_log.c.person_id == person_id)
        return [_entry(row) for row in self._connection.execute(query)]

    def backwards(self) -> Iterator[LogEntry]:
        """Yield every line, the newest first."""
        for row in self._connection.execute(select(access_log).order_by(access_log.c.seq.desc())):
            yield _entry(row)

    def between(self, first: date, last: date) -> Iterator[LogEntry]:
        """Yield the lines of some days, the oldest first."""
        query = select(access_log).where(_within(first, last)).order_by(access_log.c.seq)
        for row in self._connection.execute(query):
            yield _entry(row)

    def has_between(self, first: date, last: date) -> bool:
        """Tell whether anything was done on these days."""
        # From behind: what is asked for is the month that has just ended, after years of lines.
        newest = access_log.c.seq.desc()
        query = select(access_log.c.seq).where(_within(first, last)).order_by(newest).limit(1)
        return self._connection.execute(query).first() is not None

    def begun_on(self) -> date | None:
        """Return the day of the first line."""
        query = select(access_log.c.at).order_by(access_log.c.seq).limit(1)
        found = self._connection.execute(query).scalar()
        return None if found is None else found.date()

    def holds(self, entry: LogEntry) -> bool:
        """Tell whether the same line stands here, too."""
        query = select(access_log.c.seq).where(
            access_log.c.seq == entry.seq, access_log.c.hash == entry.hash
        )
        return self._connection.execute(query).first() is not None

    def head(self) -> tuple[int, bytes]:
        """Return number and hash of the newest line."""
        row = _LAST.first(self._connection)
        return (row.seq, row.hash) if row else (0, FIRST)

    def first_broken(self) -> int | None:
        """Walk the chain; return the number of the first line that does not fit, or nothing."""
        prev, expected = FIRST, 1
        for row in self._connection.execute(select(access_log).order_by(access_log.c.seq)):
            entry = _entry(row)
            fields = tuple(getattr(entry, name) for name in _NAMES[:9])
            if (
                entry.seq != expected
                or entry.prev_hash != prev
                or entry.hash != _hash(prev, fields)
            ):
                return expected
            prev, expected = entry.hash, expected + 1
        return None


_NAMES = (
    "seq",
    "at",
    "account_id",
    "place",
    "person_id",
    "action",
    "count",
    "outcome",
    "detail",
    "prev_hash",
    "hash",
)


def _within(first: date, last: date) -> ColumnElement[bool]:
    """Return the days of the office from one to the other: moments are kept as its clock says."""
    at, after = cast(access_log.c.at, Text), last + timedelta(days=1)
    return (at >= first.isoformat()) & (at < after.isoformat())


def _hash(prev: bytes, fields: tuple[object, ...]) -> bytes:
    plain = _in_one_line(
        [each.isoformat() if isinstance(each, datetime) else each for each in fields]
    )
    return hashlib.sha256(prev + plain.encode()).digest()


def _entry(row: Row[tuple[object, ...]]) -> LogEntry:
    return LogEntry(**{name: getattr(row, name) for name in _NAMES})
