"""The registration of key places: which are in use, and which were struck off with keys on them.

A place is known by its mark, a random one that lies there too; its path only says where it was
last. So two sticks may take turns at one drive letter, and no third one is taken for either.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.open_keys import OpenKeys

ADDED, REMOVED, GONE = "key_place_added", "key_place_removed", "key_place_gone"


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A registered place, by the label the office gave it.

    `mark` is empty for one that was registered before places had marks, until it is next seen.
    """

    id: int
    label: str
    path: Path
    added_at: datetime
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """A place that was struck off, or lost, while keys lay there.

    `generation`: of the newest keys that it is known to hold alone; 0 where older ones may lie
    there. `gone_at`: when account `gone_by` said that it was destroyed. `label` is empty for one
    that was struck off before labels were kept.
    """

    id: int
    label: str
    mark: str
    generation: int
    removed_at: datetime
    lost: bool = False
    gone_at: datetime | None = None
    gone_by: int = 0

    @property
    def is_out(self) -> bool:
        """Tell whether it may still lie somewhere."""
        return self.gone_at is None


def key_places(keys: OpenKeys) -> list[KeyPlace]:
    """Return the registered places."""
    with keys.file.read() as connection:
        rows = connection.execute(
            "SELECT id, label, path, added_at, mark FROM key_place ORDER BY id"
        )
        return [
            KeyPlace(number, label, Path(path), datetime.fromisoformat(at), mark)
            for number, label, path, at, mark in rows
        ]


def former_places(keys: OpenKeys) -> list[FormerPlace]:
    """Return the places that were struck off with keys on them, the first one first."""
    with keys.file.read() as connection:
        rows = connection.execute(
            "SELECT id, label, mark, generation, removed_at, lost, gone_at, gone_by"
            " FROM former_place ORDER BY id"
        ).fetchall()
    return [
        FormerPlace(
            number,
            label,
            mark,
            generation,
            datetime.fromisoformat(at),
            bool(lost),
            datetime.fromisoformat(gone) if gone else None,
            by,
        )
        for number, label, mark, generation, at, lost, gone, by in rows
    ]


def add_place(keys: OpenKeys, label: str, path: Path, mark: str = "") -> KeyPlace:
    """Register a place and enter it into the ledger by its number, which is never used again."""
    now = keys.clock.now()
    with keys.file.change() as connection:
        number = _next_number(connection, keys)
        connection.execute(
            "INSERT INTO key_place(id, label, path, added_at, mark) VALUES (?, ?, ?, ?, ?)",
            (number, label, str(path), now.isoformat(), mark),
        )
        keys.ledger_append(ADDED, {"place": number}, now)
    return KeyPlace(number, label, path, now, mark)


def note_place(keys: OpenKeys, place: KeyPlace) -> KeyPlace:
    """Write down label, path and mark of a registered place as they are now.

    One that is registered at that path is looked for where this one was: the two may have swapped.
    """
    with keys.file.change() as connection:
        connection.execute(
            "UPDATE key_place SET path = (SELECT path FROM key_place WHERE id = ?)"
            " WHERE path = ? AND id <> ?",
            (place.id, str(place.path), place.id),
        )
        connection.execute(
            "UPDATE key_place SET label = ?, path = ?, mark = ? WHERE id = ?",
            (place.label, str(place.path), place.mark, place.id),
        )
        keys.ledger_append("key_place_moved", {"place": place.id}, keys.clock.now())
    return place


def remove_place(
    keys: OpenKeys, place_id: int, *, generation: int = 0, erased: bool = False, lost: bool = False
) -> None:
    """Strike a place off the list. Unless its keys were `erased`, it is remembered as a former one.

    `generation`: see `FormerPlace`. What lies there stays.
    """
    place = next((each for each in key_places(keys) if each.id == place_id), None)
    if place is None:
        return
    now = keys.clock.now()
    with keys.file.change() as connection:
        connection.execute("DELETE FROM key_place WHERE id = ?", (place_id,))
        if not erased:
            connection.execute(
                "INSERT INTO former_place(id, label, mark, generation, removed_at, lost)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (place_id, place.label, place.mark, generation, now.isoformat(), lost),
            )
        keys.ledger_append(REMOVED, {"place": place_id, "erased": erased}, now)


def drop_registration(keys: OpenKeys, place: KeyPlace) -> None:
    """Take back a registration at whose place no keys were written."""
    with keys.file.change() as connection:
        connection.execute("DELETE FROM key_place WHERE id = ?", (place.id,))
        keys.ledger_append(REMOVED, {"place": place.id, "erased": True}, keys.clock.now())


def place_found_again(keys: OpenKeys, mark: str) -> bool:
    """Forget a former place that is in use again, and holds the newest keys alone; tell whether."""
    if keys.file.read_only or all(each.mark != mark for each in former_places(keys)):
        return False
    with keys.file.change() as connection:
        connection.execute("DELETE FROM former_place WHERE mark = ?", (mark,))
    return True


def place_gone(keys: OpenKeys, place_id: int, account_id: int) -> None:
    """Write down that somebody says a former place was destroyed with its keys."""
    now = keys.clock.now()
    with keys.file.change() as connection:
        connection.execute(
            "UPDATE former_place SET gone_at = ?, gone_by = ? WHERE id = ? AND gone_at IS NULL",
            (now.isoformat(), account_id, place_id),
        )
        keys.ledger_append(GONE, {"place": place_id, "account": account_id}, now)


def _next_number(connection: Connection, keys: OpenKeys) -> int:
    (highest,) = connection.execute(
        "SELECT max(id) FROM (SELECT id FROM key_place UNION SELECT id FROM former_place)"
    ).fetchone()
    return 1 + max([highest or 0, *_told(keys)])


def _told(keys: OpenKeys) -> Iterable[int]:
    """Return every number that a place ever had, as the ledger tells."""
    return (int(str(each.facts["place"])) for each in keys.ledger_entries() if each.kind == ADDED)
