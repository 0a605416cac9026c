"""Which installations an office has had: a backup of another one is not of this line."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from easycare_desktop.storage.backup.manifest import Facts
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.backup.reader import open_set
from easycare_desktop.storage.backup.refusals import (
    BackupDamagedError,
    BackupForeignError,
    BackupNewerFormatError,
)
from easycare_desktop.storage.keys.identity import Identity, put_identity
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.restore.refusals import BackupForkedError

MOVED = "moved_to_new_pc"


def move_identity(keys: OpenKeys, facts: dict[str, object], now: datetime) -> Identity:
    """Begin a new line as a child of the one before, with a new instance; the ledger tells both."""
    before, after = keys.file.identity, Identity.fresh()
    with keys.file.change() as connection:
        put_identity(connection, after)
        told = {
            "from": {"lineage": before.lineage, "instance": before.instance},
            "to": {"lineage": after.lineage, "instance": after.instance},
            **facts,
        }
        keys.ledger_append(MOVED, told, now)
    return after


def made_ahead(keys: OpenKeys, places: Iterable[SetPlace], now: datetime) -> list[str]:
    """Return the backups of this installation that say they were made later than now.

    They lie there, so they were made before the office leaves: the clock was ahead then, or is
    behind now. `move_identity` tells them, and they stay backups of this line.
    """
    own, ahead = keys.file.identity, []
    for place in places:
        with suppress(BackupDamagedError, BackupForeignError, BackupNewerFormatError):
            facts = open_set(place, keys).facts
            if facts.made_at > now and Identity(facts.lineage, facts.instance) == own:
                ahead.append(place.name)
    return ahead


def check_line(keys: OpenKeys, facts: Facts, name: str) -> None:
    """Accept a backup of this line whose keys are no newer than these.

    Raises `BackupForkedError` for one that a PC made after the office had left it, or that comes
    from nowhere known, and `KeysOlderError` for one that has seen newer keys.
    """
    keys.require_at_least(facts.generation, facts.revision)
    own = keys.file.identity
    if Identity(facts.lineage, facts.instance) == own:
        return
    for former, left_at, ahead in _former(keys):
        known = facts.made_at <= left_at or name in ahead
        if known and former == Identity(facts.lineage, facts.instance):
            return
    raise BackupForkedError(name)


def left_instances(keys: OpenKeys) -> frozenset[str]:
    """Return the installations that the office has left: what they write later does not count."""
    return frozenset(former.instance for former, _, _ in _former(keys))


def _former(keys: OpenKeys) -> Iterator[tuple[Identity, datetime, frozenset[str]]]:
    """Yield every installation that the office has left, when, and its sets made ahead of that."""
    for entry in keys.ledger_entries():
        if entry.kind == MOVED:
            left, ahead = entry.facts["from"], entry.facts.get("ahead", ())
            if isinstance(left, dict) and isinstance(ahead, list | tuple):
                identity = Identity(str(left["lineage"]), str(left["instance"]))
                yield identity, entry.at, frozenset(map(str, ahead))
