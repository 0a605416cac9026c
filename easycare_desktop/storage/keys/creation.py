"""Makes the first generation of keys of an office."""

import secrets
from dataclasses import replace
from pathlib import Path

from sqlcipher3.dbapi2 import Connection, DatabaseError

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import (
    LoginEmptyError,
    NewAccount,
    login_label,
    same_login,
)
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.password_rule import check_password
from easycare_desktop.security.passwords import HOUSE_KDF, SALT_BYTES, KdfPolicy, new_salt
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.security.sealing import new_key
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.account_rows import insert_account
from easycare_desktop.storage.keys.generation_files import (
    generations_with_slots,
    journal_path,
    keys_path,
)
from easycare_desktop.storage.keys.identity import Identity, put_identity
from easycare_desktop.storage.keys.journal import Journal
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import create_officer_secrets
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.keys.refusals import KeysPresentError
from easycare_desktop.storage.keys.schema import SCHEMA, create_tables, put_meta
from easycare_desktop.storage.keys.slots import Kit, Protection, Slots
from easycare_desktop.storage.keys.slots_file import SlotsFile, make_device_key, write_slots
from easycare_desktop.storage.keys.sqlcipher import connect, refusal_of
from easycare_desktop.storage.keys.ways_in import make_slot, slots_for
from easycare_desktop.system.atomic_files import make_private_folder, overwrite_and_unlink
from easycare_desktop.system.clock import Clock

FIRST = 1
FILE_KEYS = ("office", "separated", "drafts")


def create_keys(
    folder: Path,
    office_id: str,
    store: CredentialStore | None,
    first_officer: NewAccount,
    sheet: RecoveryCode,
    *,
    clock: Clock,
    kdf: KdfPolicy = HOUSE_KDF,
) -> OpenKeys:
    """Make keys for a new office and open them as its first officer. The slots are the commit.

    Without a `store` the office is opened by passphrase alone; that is recorded. Raises
    `KeysPresentError`, `LoginEmptyError`, `CredentialStoreError`, what `check_password` raises.
    """
    _check_officer(first_officer)
    make_private_folder(folder)
    if generations_with_slots(folder):
        raise KeysPresentError
    device_key = make_device_key(store, office_id, FIRST)
    label_salt = secrets.token_bytes(SALT_BYTES)
    label = login_label(label_salt, first_officer.login)
    slot, pair = make_slot(first_officer.password, office_id, label, kdf.make)
    protection = Protection.PASSPHRASE if store is None else Protection.DEVICE
    file = _create_file(folder, office_id)
    with file.change() as connection:
        officer = replace(first_officer, role=Role.OFFICER)
        account_id = insert_account(connection, officer, label, pair.public, clock.now())
        recipients = (pair.public, _insert_sheet(connection, sheet, kdf))
        create_officer_secrets(connection, office_id, recipients, clock.now())
        opener = Opener(account_id, label, pair)
        facts = {"office": office_id, "generation": FIRST, "protection": protection.value}
        Journal(file, opener).append("keys_created", facts, clock.now())
        nothing = Slots(
            office_id, 0, protection, label_salt, Kit(0, b"", kdf.make, b"", b""), {label: slot}
        )
        slots = slots_for(connection, nothing, file.root, FIRST)
    write_slots(folder, slots, device_key)
    slots_file = SlotsFile(folder, slots, device_key)
    return OpenKeys(file, slots_file, opener, store=store, clock=clock, kdf=kdf)


def _check_officer(officer: NewAccount) -> None:
    if not same_login(officer.login):
        raise LoginEmptyError
    check_password(officer.password, (officer.login, officer.name, *officer.own_words))


def _create_file(folder: Path, office_id: str) -> KeyFile:
    """Make the key file; one that an earlier attempt left without slots opens for nobody."""
    path, root = keys_path(folder, FIRST), new_key()
    overwrite_and_unlink(path)
    overwrite_and_unlink(journal_path(folder, FIRST))
    connection = connect(path, root)
    try:
        connection.execute("BEGIN IMMEDIATE")
        create_tables(connection)
        put_meta(connection, schema=SCHEMA, office=office_id, generation=FIRST, revision=0)
        put_identity(connection, Identity.fresh())
        connection.executemany(
            "INSERT INTO file_key VALUES (?, 1, ?)", [(name, new_key()) for name in FILE_KEYS]
        )
        connection.execute("COMMIT")
    except DatabaseError as error:
        raise refusal_of(error, path) from None
    finally:
        connection.close()
    return KeyFile(path, root, office_id)


def _insert_sheet(connection: Connection, code: RecoveryCode, kdf: KdfPolicy) -> bytes:
    salt, made = new_salt(), kdf.make
    pair: KeyPair = code.key_pair(salt, made)
    connection.execute(
        "INSERT INTO sheet VALUES (1, ?, ?, ?, ?, ?)",
        (pair.public, salt, made.memory, made.passes, made.lanes),
    )
    return pair.public
