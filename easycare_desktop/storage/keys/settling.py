"""Brings the key file and its slots together after a stop between two steps of a change."""

import logging

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import keep_recipients
from easycare_desktop.storage.keys.slots import Kit, Slots
from easycare_desktop.storage.keys.slots_file import SlotsFile
from easycare_desktop.storage.keys.ways_in import slots_for

_log = logging.getLogger(__name__)


def settle(file: KeyFile, slots_file: SlotsFile) -> None:
    """Finish or drop what was begun; afterwards tables and slots say the same.

    A new password or sheet counts from the moment its slot is durable. A block counts from the
    moment it stands in the table, an unblocking likewise: the stricter side wins.
    """
    with file.lock:
        with file.read() as connection:
            settled = _is_settled(connection, slots_file.slots.kit)
        if not settled:
            with file.change() as connection:
                _settle_passwords(connection, slots_file.slots)
                _settle_sheets(connection, slots_file.slots.kit)
                keep_recipients(connection, _openers(connection))
        with file.read() as connection:
            generation = slots_file.slots.generation
            wanted = slots_for(connection, slots_file.slots, file.root, generation)
        if wanted != slots_file.slots:
            _log.info("slots of generation %d are brought up to date", generation)
            slots_file.put(wanted)


def _is_settled(connection: Connection, kit: Kit) -> bool:
    pending = connection.execute(
        "SELECT count(*) FROM account WHERE next_public_key IS NOT NULL"
    ).fetchone()[0]
    sheets = connection.execute("SELECT number, public_key FROM sheet").fetchall()
    sealed_to = {
        row[0] for row in connection.execute("SELECT DISTINCT recipient FROM officer_secret")
    }
    return (
        not pending and sheets == [(kit.number, kit.public)] and sealed_to <= _openers(connection)
    )


def _settle_passwords(connection: Connection, slots: Slots) -> None:
    for account_id, label, pending in connection.execute(
        "SELECT id, label, next_public_key FROM account WHERE next_public_key IS NOT NULL"
    ).fetchall():
        slot = slots.by_label.get(label)
        if slot is not None and slot.public == pending:
            connection.execute(
                "UPDATE account SET public_key = next_public_key WHERE id = ?", (account_id,)
            )
    connection.execute("UPDATE account SET next_public_key = NULL")


def _settle_sheets(connection: Connection, kit: Kit) -> None:
    """Keep the sheet of the kit; where the kit is none of ours, keep the newest one we made."""
    ours = connection.execute(
        "SELECT number FROM sheet WHERE number = ? AND public_key = ?", (kit.number, kit.public)
    ).fetchone()
    keep = ours or connection.execute("SELECT max(number) FROM sheet").fetchone()
    connection.execute("DELETE FROM sheet WHERE number <> ?", keep)


def _openers(connection: Connection) -> set[bytes]:
    """Return the public keys of active officers and of the sheet."""
    rows = connection.execute(
        "SELECT public_key FROM account WHERE role = ? AND state = ?"
        " UNION SELECT public_key FROM sheet",
        (Role.OFFICER.value, AccountState.ACTIVE.value),
    )
    return {row[0] for row in rows}
