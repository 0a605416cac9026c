"""Changing what officers share: another officer key, another signing key, signed by the old one."""

from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState, NotAnOfficerError
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap, wrap
from easycare_desktop.storage.keys import officer_secrets
from easycare_desktop.storage.keys.holding_keys import envelope_binding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.ledger.changing import SIGNING_KEY_CHANGED, change_facts


def rotate_officer_secrets(keys: OpenKeys, now: datetime) -> int:
    """Make a new officer key and signing key in one commit; return how many envelopes it holds.

    Every separated key is put into an envelope of the new officer key. Whoever is an officer now,
    and the sheet, can open both; nobody else. The old signing key signs the certificate of the new
    one, in the ledger. Raises `NotAnOfficerError`.
    """
    office = keys.office_id
    with keys.file.change() as connection:
        old = keys.signing_key()
        signing = SigningKey.generate(office, now)
        facts = change_facts(office, old, signing)
        recipients = _officers(connection)
        count = _rewrap(connection, keys, KeyPair.generate(), recipients)
        officer_secrets.replace_signing_key(connection, office, signing, recipients)
        keys.ledger_append(SIGNING_KEY_CHANGED, facts, now)
    return count


def prove_opener(keys: OpenKeys, pair: KeyPair) -> int | None:
    """Open one separated key as the owner of `pair`; return its number, nothing where none is kept.

    Raises `NotAnOfficerError` where the pair cannot.
    """
    office = keys.office_id
    with keys.file.read() as connection:
        row = connection.execute(
            "SELECT id, grp, officer_key, wrapped FROM holding_key"
            " WHERE wrapped IS NOT NULL ORDER BY id LIMIT 1"
        ).fetchone()
        number = row[2] if row else None
        officer = officer_secrets.open_officer_key(connection, office, pair, number)
    if row is None:
        return None
    try:
        unwrap(row[3], officer, envelope_binding(office, row[0], row[1], row[2]))
    except WrapBrokenError:
        raise NotAnOfficerError from None
    return int(row[0])


def open_separated_as(keys: OpenKeys, pair: KeyPair, holding_id: int) -> bytes:
    """Return a separated key as the officer who owns `pair`, beside somebody else's session.

    Raises `NotAnOfficerError` where the pair cannot open it.
    """
    office = keys.office_id
    with keys.file.read() as connection:
        row = connection.execute(
            "SELECT grp, officer_key, wrapped FROM holding_key WHERE id = ?", (holding_id,)
        ).fetchone()
        if row is None or row[2] is None:
            raise NotAnOfficerError
        officer = officer_secrets.open_officer_key(connection, office, pair, row[1])
    try:
        return unwrap(row[2], officer, envelope_binding(office, holding_id, row[0], row[1]))
    except WrapBrokenError:
        raise NotAnOfficerError from None


def _officers(connection: Connection) -> list[bytes]:
    rows = connection.execute(
        "SELECT public_key FROM account WHERE role = ? AND state = ?"
        " UNION SELECT public_key FROM sheet",
        (Role.OFFICER.value, AccountState.ACTIVE.value),
    )
    return [row[0] for row in rows]


def _rewrap(
    connection: Connection, keys: OpenKeys, officer: KeyPair, recipients: list[bytes]
) -> int:
    """Move every envelope to the new officer key, then forget the older ones."""
    office = keys.office_id
    rows = connection.execute(
        "SELECT id, grp, officer_key, wrapped FROM holding_key WHERE wrapped IS NOT NULL"
    ).fetchall()
    old = {number: keys.officer_private_key(number) for number in {row[2] for row in rows}}
    number = officer_secrets.add_officer_key(connection, office, officer, recipients)
    changed = []
    for holding_id, group, before, wrapped in rows:
        key = unwrap(wrapped, old[before], envelope_binding(office, holding_id, group, before))
        bound = envelope_binding(office, holding_id, group, number)
        changed.append((wrap(key, officer.public, bound), number, holding_id))
    connection.executemany(
        "UPDATE holding_key SET wrapped = ?, officer_key = ? WHERE id = ?", changed
    )
    officer_secrets.forget_older(connection, number)
    return len(changed)
