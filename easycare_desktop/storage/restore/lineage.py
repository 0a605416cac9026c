"""Which installations an office has had: a backup of another one is not of this line."""

from collections.abc import Iterator
from datetime import datetime

from easycare_desktop.storage.backup.manifest import Facts
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


def check_line(keys: OpenKeys, facts: Facts, name: str) -> None:
    """Accept a backup of this line whose keys are no newer than these.

    Raises `BackupForkedError` for one that a PC made after the office had left it, or that comes
    from nowhere known, and `KeysOlderError` for one that has seen newer keys.
    """
    keys.require_at_least(facts.generation, facts.revision)
    own = keys.file.identity
    if Identity(facts.lineage, facts.instance) == own:
        return
    for former, left_at in _former(keys):
        if former == Identity(facts.lineage, facts.instance) and facts.made_at <= left_at:
            return
    raise BackupForkedError(name)


def left_instances(keys: OpenKeys) -> frozenset[str]:
    """Return the installations that the office has left: what they write later does not count."""
    return frozenset(former.instance for former, _ in _former(keys))


def _former(keys: OpenKeys) -> Iterator[tuple[Identity, datetime]]:
    """Yield every installation that the office has left, and when."""
    for entry in keys.ledger_entries():
        if entry.kind == MOVED:
            left = entry.facts["from"]
            if isinstance(left, dict):
                yield Identity(str(left["lineage"]), str(left["instance"])), entry.at
