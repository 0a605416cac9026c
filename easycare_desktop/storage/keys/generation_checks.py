"""Compares a new generation with the one it came from, on fresh connections."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap
from easycare_desktop.storage.keys.census import is_intact
from easycare_desktop.storage.keys.holding_keys import envelope_binding
from easycare_desktop.storage.keys.schema import COPIED_WHOLE
from easycare_desktop.storage.keys.sqlcipher import connect
from easycare_desktop.storage.keys.switch_plan import SwitchPlan
from easycare_desktop.storage.keys.switch_report import SwitchCheck
from easycare_desktop.storage.ledger import book

REMAINING = "remaining_equal"


def check_new_generation(
    old: tuple[Path, bytes],
    new: tuple[Path, bytes],
    plan: SwitchPlan,
    office_id: str,
    officer: KeyPair | None,
) -> tuple[SwitchCheck, ...]:
    """Return every check with its result; `old` and `new` are paths with their roots.

    With the officer's key pair the new envelopes are opened and compared too.
    """
    before, after = connect(*old, create=False), connect(*new, create=False)
    try:
        return tuple(_Pair(before, after, plan, office_id, officer).checks())
    finally:
        before.close()
        after.close()


class _Pair:
    """Both generations, read into memory."""

    def __init__(
        self,
        before: Connection,
        after: Connection,
        plan: SwitchPlan,
        office_id: str,
        officer: KeyPair | None,
    ) -> None:
        self._before, self._after = before, after
        self._plan, self._office, self._officer = plan, office_id, officer
        self._old_keys, self._old_marks = _read(before)
        self._new_keys, self._new_marks = _read(after)

    def checks(self) -> Iterator[SwitchCheck]:
        yield SwitchCheck("file_intact", is_intact(self._after), 1)
        yield self._removed()
        yield self._tombstones()
        yield self._remaining()
        yield self._envelopes()
        yield self._no_doomed()
        yield self._control()
        yield self._tables()
        sound = book.is_sound(self._after, self._office)
        yield SwitchCheck("ledger_sound", sound, len(book.entries(self._after)))

    def _removed(self) -> SwitchCheck:
        """Exactly the approved numbers are gone; none came."""
        gone = self._old_marks.keys() - self._new_marks.keys()
        came = self._new_marks.keys() - self._old_marks.keys()
        return SwitchCheck("removed_exactly", gone == self._plan.destroy and not came, len(gone))

    def _tombstones(self) -> SwitchCheck:
        query = "SELECT id FROM holding_key WHERE destroyed_at IS NOT NULL"
        old = {row[0] for row in self._before.execute(query)}
        new = {row[0] for row in self._after.execute(query)}
        return SwitchCheck("tombstones", new == old | self._plan.destroy, len(new))

    def _remaining(self) -> SwitchCheck:
        """Every plain key that stays is there, byte for byte, and no other one."""
        leaving = self._plan.destroy | self._plan.separate.keys()
        expected = {each: key for each, key in self._old_keys.items() if each not in leaving}
        return SwitchCheck(REMAINING, expected == self._new_keys, len(self._new_keys))

    def _envelopes(self) -> SwitchCheck:
        """Older envelopes are unchanged; new ones hold the right key where we may look."""
        query = "SELECT id, grp, officer_key, wrapped FROM holding_key WHERE wrapped IS NOT NULL"
        old = {row[0]: row for row in self._before.execute(query)}
        new = {row[0]: row for row in self._after.execute(query)}
        fresh = new.keys() - old.keys()
        held = fresh == self._plan.separate.keys() and all(
            new[each] == row for each, row in old.items() if each not in self._plan.destroy
        )
        return SwitchCheck(
            "envelopes", held and all(self._opens(*new[each]) for each in fresh), len(new)
        )

    def _opens(self, holding_id: int, group: str, number: int, wrapped: bytes) -> bool:
        if self._officer is None:
            return True
        bound = envelope_binding(self._office, holding_id, group, number)
        try:
            return unwrap(wrapped, self._officer, bound) == self._old_keys[holding_id]
        except WrapBrokenError:
            return False

    def _no_doomed(self) -> SwitchCheck:
        """No key that stays has the fingerprint of one that goes, under whatever number."""
        doomed = set(self._plan.doomed.values())
        return SwitchCheck(
            "no_doomed_key", doomed.isdisjoint(self._new_marks.values()), len(self._new_marks)
        )

    def _control(self) -> SwitchCheck:
        """Find all of them in the old generation with the same search: it is able to find."""
        doomed = set(self._plan.doomed.values())
        found = doomed & set(self._old_marks.values())
        complete = found == doomed and self._plan.doomed.keys() == self._plan.destroy
        return SwitchCheck("positive_control", complete, len(found))

    def _tables(self) -> SwitchCheck:
        rows, equal = 0, True
        for table in COPIED_WHOLE:
            old, new = _rows(self._before, table), _rows(self._after, table)
            rows += len(new)
            equal = equal and old == new
        return SwitchCheck("tables_equal", equal, rows)


def _read(connection: Connection) -> tuple[dict[int, bytes], dict[int, bytes]]:
    """Return every plain key, and the fingerprint of every plain key and envelope, by number."""
    rows = connection.execute(
        "SELECT id, key, wrapped FROM holding_key WHERE destroyed_at IS NULL"
    ).fetchall()
    boil = hashlib.sha256  # tens of thousands at once
    marks = {number: boil(key or wrapped).digest() for number, key, wrapped in rows}
    return {number: key for number, key, _ in rows if key is not None}, marks


def _rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return list(connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"))  # noqa: S608
