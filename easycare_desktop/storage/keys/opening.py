"""Opens the keys of an office, with a password or with the recovery sheet."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.security.accounts import SHEET_ACCOUNT_ID, AccountState
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.passwords import HOUSE_KDF, KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.keys.account_rows import account_with_label
from easycare_desktop.storage.keys.attempts import Attempts
from easycare_desktop.storage.keys.finishing import finish_switch
from easycare_desktop.storage.keys.generation_files import (
    generations_with_keys,
    generations_with_slots,
    keys_path,
    slots_path,
)
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.new_process import NewProcess, ask_new_process
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opener import Opener
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    DeviceKeyMissingError,
    KeysForeignError,
    KeysMissingError,
    KeysOlderError,
    OnlySheetOpensError,
)
from easycare_desktop.storage.keys.settling import settle
from easycare_desktop.storage.keys.sheets import OPENED
from easycare_desktop.storage.keys.sign_in import SignIn
from easycare_desktop.storage.keys.slots import ClosedSlots, sheet_opener
from easycare_desktop.storage.keys.slots_file import (
    SlotsFile,
    open_slots,
    open_slots_or_renew,
    read_slots,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from easycare_desktop.storage.keys.ways_in import open_kit, unwrap_root
from easycare_desktop.system.clock import Clock

_UNREADABLE = (
    FileDamagedError,
    WrongKeyError,
    DeviceKeyMissingError,
    KeysMissingError,
    KeysOlderError,
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What a way in yields: the slots, who came, the root, wrong tries before."""

    slots_file: SlotsFile
    opener: Opener
    root: bytes
    tries: int


_Way = Callable[[ClosedSlots], _Opened]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the caller knows of the office before its keys are open.

    `office_id`: nothing accepts any office. `generation`: the lowest one that may be opened.
    """

    office_id: str | None = None
    generation: int = 0


def open_with_password(
    folder: Path,
    login: str,
    password: str,
    store: CredentialStore | None,
    *,
    clock: Clock,
    expected: Expected = Expected(),
    kdf: KdfPolicy = HOUSE_KDF,
    in_new_process: NewProcess = ask_new_process,
) -> OpenKeys:
    """Open the newest generation that opens; finish a switch that was interrupted.

    Raises `WrongLoginError`, `TooManyTriesError`, `AccountBlockedError`, `KdfOutOfBoundsError`,
    `KeysMissingError`, `KeysForeignError`, `KeysOlderError`, `KeysNewerFormatError`,
    `DeviceKeyMissingError`, `OnlySheetOpensError`, `CredentialStoreError`, `WrongKeyError`,
    `FileDamagedError`.
    """
    sign_in = SignIn(Attempts(folder, clock), kdf)

    def way(closed: ClosedSlots) -> _Opened:
        slots_file = open_slots(folder, closed, store)
        if not slots_file.slots.by_label:
            raise OnlySheetOpensError(closed.kit.number)
        proof = sign_in.check(slots_file.slots, login, password)
        envelope = slots_file.slots.by_label[proof.label].root or b""
        root = unwrap_root(envelope, proof.pair, closed.office_id, closed.generation, proof.label)
        return _Opened(slots_file, Opener(-1, proof.label, proof.pair), root, proof.tries)

    keys = _open_newest(folder, way, store, clock, expected, kdf)
    _finish(keys, in_new_process)
    return keys


def open_with_sheet(
    folder: Path,
    code: RecoveryCode,
    store: CredentialStore | None,
    *,
    clock: Clock,
    expected: Expected = Expected(),
    kdf: KdfPolicy = HOUSE_KDF,
    in_new_process: NewProcess = ask_new_process,
) -> OpenKeys:
    """Open as the recovery sheet; each opening is counted, and the caller renews the sheet.

    Where the device key is lost, a new one is put into the store; the slots of all accounts went
    with it, and each person needs a new password. Raises `WrongSheetError` and, but for the
    refusals of a login, what `open_with_password` raises.
    """

    def way(closed: ClosedSlots) -> _Opened:
        kit = closed.kit
        pair, name = open_kit(kit, code, kdf), sheet_opener(kit.number)
        root = unwrap_root(kit.root, pair, closed.office_id, closed.generation, name)
        slots_file = open_slots_or_renew(folder, closed, store)
        return _Opened(slots_file, Opener(SHEET_ACCOUNT_ID, name, pair), root, 0)

    keys = _open_newest(folder, way, store, clock, expected, kdf)
    keys.ledger_append(OPENED, {"number": keys.sheet_number}, clock.now())
    _finish(keys, in_new_process)
    return keys


def _open_newest(
    folder: Path,
    way: _Way,
    store: CredentialStore | None,
    clock: Clock,
    expected: Expected,
    kdf: KdfPolicy,
) -> OpenKeys:
    """Try committed generations from the newest down; a damaged one is no reason to stop."""
    refusals: list[Exception] = []
    for generation in generations_with_slots(folder):
        try:
            return _assemble(way(_checked(folder, generation, expected)), store, clock, kdf)
        except SealBrokenError:
            refusals.append(FileDamagedError(slots_path(folder, generation).name))
        except _UNREADABLE as refusal:
            refusals.append(refusal)
        _log.warning("generation %d: %s", generation, type(refusals[-1]).__name__)
    raise refusals[0] if refusals else KeysMissingError


def _checked(folder: Path, generation: int, expected: Expected) -> ClosedSlots:
    closed = read_slots(folder, generation)
    if expected.office_id not in {None, closed.office_id}:
        raise KeysForeignError
    if closed.generation != generation:
        raise FileDamagedError(slots_path(folder, generation).name)
    if generation < expected.generation:
        raise KeysOlderError((generation, 0), (expected.generation, 0))
    if generation not in generations_with_keys(folder):
        raise KeysMissingError
    return closed


def _assemble(
    opened: _Opened, store: CredentialStore | None, clock: Clock, kdf: KdfPolicy
) -> OpenKeys:
    slots_file, opener = opened.slots_file, opened.opener
    slots = slots_file.slots
    path = keys_path(slots_file.folder, slots.generation)
    file = KeyFile(path, opened.root, slots.office_id)
    try:
        _check_generation(file, slots.generation)
        file.upgrade()
        settle(file, slots_file)
        if not opener.by_sheet:
            opener.account_id = _active_account(file, opener.name)
    except BaseException:
        file.close()
        raise
    tries = opened.tries
    return OpenKeys(file, slots_file, opener, store=store, clock=clock, kdf=kdf, failed_tries=tries)


def _check_generation(file: KeyFile, generation: int) -> None:
    """Refuse a key file that was put in the place of another generation's."""
    if file.generation != generation:
        raise FileDamagedError(file.path.name)


def _active_account(file: KeyFile, label: str) -> int:
    """Return the number of the account; the table, not the slot, says whether it is active."""
    with file.read() as connection:
        found = account_with_label(connection, label)
    if found is None or found.state is not AccountState.ACTIVE:
        raise AccountBlockedError
    return found.id


def _finish(keys: OpenKeys, in_new_process: NewProcess) -> None:
    """Bring an interrupted switch to its end; where that fails the office opens all the same."""
    try:
        finish_switch(keys, in_new_process=in_new_process)
    except Exception as error:  # noqa: BLE001 - the office must open; the next opening tries again
        _log.warning("the switch stays unfinished: %s", type(error).__name__)
