"""How a password or a sheet becomes a key pair, and how a root is sealed to one."""

from dataclasses import replace

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.security.passwords import KdfParameters, KdfPolicy, derive, new_salt
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.security.sealing import SealBrokenError, seal, unseal
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap, wrap
from easycare_desktop.storage.keys import account_rows
from easycare_desktop.storage.keys.refusals import WrongSheetError
from easycare_desktop.storage.keys.slots import (
    Kit,
    Slot,
    Slots,
    private_binding,
    root_binding,
    sheet_opener,
)


def make_slot(
    password: str, office_id: str, label: str, parameters: KdfParameters
) -> tuple[Slot, KeyPair]:
    """Make a new pair for a password; the slot carries no root yet."""
    pair, salt = KeyPair.generate(), new_salt()
    key = derive(password, salt, parameters)
    private = seal(key, pair.private, private_binding(office_id, label))
    return Slot(salt, parameters, private, pair.public, None), pair


def open_slot(
    slot: Slot | None, password: str, office_id: str, label: str, policy: KdfPolicy
) -> KeyPair:
    """Return the pair of a slot; raises `SealBrokenError`, after the same work for no slot at all.

    Raises `KdfOutOfBoundsError` where the stored parameters were changed.
    """
    if slot is None:
        derive(password, new_salt(), policy.make)
        raise SealBrokenError
    key = derive(password, slot.salt, policy.check(slot.kdf))
    pair = KeyPair.from_private(unseal(key, slot.private, private_binding(office_id, label)))
    if pair.public != slot.public:
        raise SealBrokenError
    return pair


def open_kit(kit: Kit, code: RecoveryCode, policy: KdfPolicy) -> KeyPair:
    """Return the pair of a recovery sheet; raises `WrongSheetError`, `KdfOutOfBoundsError`."""
    pair = code.key_pair(kit.salt, policy.check(kit.kdf))
    if pair.public != kit.public:
        raise WrongSheetError(kit.number)
    return pair


def unwrap_root(
    envelope: bytes, pair: KeyPair, office_id: str, generation: int, opener: str
) -> bytes:
    """Return the root of a generation; raises `SealBrokenError`."""
    try:
        return unwrap(envelope, pair, root_binding(office_id, generation, opener))
    except WrapBrokenError:
        raise SealBrokenError from None


def seal_root(root: bytes, public: bytes, slots: Slots, opener: str) -> bytes:
    """Seal the root of the generation of `slots` to one more public key."""
    return wrap(root, public, root_binding(slots.office_id, slots.generation, opener))


def slots_for(connection: Connection, base: Slots, root: bytes, generation: int) -> Slots:
    """Return the slots that the tables ask for; public keys are believed from the tables alone.

    Within one generation, what is sealed already stays as it is. An account that is unknown loses
    its slot; one that is not active, or whose slot holds another public key, loses the root.
    """
    same = generation == base.generation
    publics = _active_publics(connection)
    by_label: dict[str, Slot] = {}
    for label, slot in base.by_label.items():
        if label not in publics:
            continue
        if publics[label] != slot.public:
            by_label[label] = replace(slot, root=None)
        elif same and slot.root is not None:
            by_label[label] = slot
        else:
            bound = root_binding(base.office_id, generation, label)
            by_label[label] = replace(slot, root=wrap(root, slot.public, bound))
    kit = _newest_kit(connection, base, root, generation)
    return replace(base, generation=generation, kit=kit, by_label=by_label)


def _active_publics(connection: Connection) -> dict[str, bytes | None]:
    """Return all labels, with the public key where the account is active."""
    rows = connection.execute("SELECT label, state, public_key FROM account")
    return {
        label: public if state == AccountState.ACTIVE.value else None
        for label, state, public in rows
    }


def _newest_kit(connection: Connection, base: Slots, root: bytes, generation: int) -> Kit:
    number, public, salt, memory, passes, lanes = connection.execute(
        "SELECT number, public_key, salt, memory, passes, lanes"
        " FROM sheet ORDER BY number DESC LIMIT 1"
    ).fetchone()
    if generation == base.generation and base.kit.public == public:
        return base.kit
    bound = root_binding(base.office_id, generation, sheet_opener(number))
    parameters = KdfParameters(memory, passes, lanes)
    return Kit(number, salt, parameters, public, wrap(root, public, bound))


def without_way_in(connection: Connection, slots: Slots) -> tuple[Account, ...]:
    """Return the active accounts whose ways in went with a lost device key."""
    return tuple(
        each
        for each in account_rows.all_accounts(connection)
        if each.state is AccountState.ACTIVE
        and account_rows.label_of(connection, each.id) not in slots.by_label
    )
