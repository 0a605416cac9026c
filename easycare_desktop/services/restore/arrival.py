"""An office arrives on this PC: keys from a key place, data from a backup, everything anew.

The list of the offices of this PC is the commit: before it the office is not here at all.
"""

import json
import logging
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.office_profile import profile_in
from easycare_desktop.services.office_setup import ID_FILE, office_id_of
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.services.restore.desk import RestoreDesk, Tell, silent
from easycare_desktop.services.restore.former_pc import register_former_pc
from easycare_desktop.services.restore.freshness import (
    UNPROVEN,
    is_shown_fresh,
    newest_certificate,
)
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.backup.reader import FoundSet
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.carrying_in import FoundKeys, carry_in, find_keys
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import KeysOlderError
from easycare_desktop.storage.restore.lineage import move_identity
from easycare_desktop.system.atomic_files import (
    make_private_folder,
    overwrite_and_unlink,
    write_atomically,
)
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.office_registry import OfficeRecord
from easycare_desktop.system.refusals import OfficeCodeTakenError
from easycare_desktop.system.resources import resource
from easycare_desktop.system.single_instance import OfficeLock

__all__ = ["Arrival", "FoundKeys", "Newcomer", "find_keys", "open_arrival"]

_MARK = "arriving.json"
_NOTHING = b""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What the arrived office is given: the officer's new password and a new recovery sheet."""

    account_id: int
    password: str = field(repr=False)
    sheet: RecoveryCode = field(repr=False)


class Arrival:
    """One office on its way to this PC. `certificate`: the last one that its ledger knows."""

    def __init__(self, shelf: Shelf, found: FoundKeys, keys: OpenKeys, stack: ExitStack) -> None:
        self._shelf = shelf
        self._found = found
        self._keys = keys
        self._stack = stack
        self._site = Site(keys.folder, keys, shelf.clock, pc_name())
        self._desk = RestoreDesk(self._site)
        self._set = ""
        self.certificate = newest_certificate(keys.ledger_entries())

    @property
    def officers(self) -> tuple[Account, ...]:
        """The active officers; one of them goes on with the office."""
        return tuple(
            each
            for each in self._keys.accounts()
            if each.role is Role.OFFICER and each.state is AccountState.ACTIVE
        )

    @property
    def next_sheet(self) -> int:
        """The number of the recovery sheet that is made now."""
        return self._keys.sheet_number + 1

    def is_shown_fresh(self, certificate: str) -> bool:
        """Hold the newest certificate on paper to the ledger; raises as the function does."""
        return is_shown_fresh(self._keys.ledger_entries(), certificate)

    def sets(self, target: Path) -> list[FoundSet]:
        """Return the backups at a place; raises as `RestoreDesk.sets`."""
        return self._desk.sets(target)

    def prepare(self, place: SetPlace, tell: Tell = silent) -> Preview:
        """Stage and check a backup; raises as `RestoreDesk.prepare`."""
        preview = self._desk.prepare(place, tell)
        self._set = preview.made_at.isoformat()
        return preview

    def profile(self) -> Mapping[str, str]:
        """Return the office's own data as the prepared backup has it."""
        with self._desk.staged_door.enter(Action.RESTORED, detail="profile") as step:
            return profile_in(step.uow)

    def commit(self, newcomer: Newcomer, certificate: str) -> OfficeRecord:
        """Make everything anew, put the data to use, and enter the office into the list of this PC.

        New password, line, instance, recovery sheet, root and device key. Raises the refusals of
        the password rule, of `is_shown_fresh`, of the switch and of the disk; then the office is
        not on this PC, and can arrive again.
        """
        keys, now = self._keys, self._shelf.clock.now()
        fresh = self.is_shown_fresh(certificate)
        record = self._describe()
        self._note_former(record.kind)
        keys.reset_password(newcomer.account_id, newcomer.password, own=True)
        former = keys.file.identity
        move_identity(keys, {"set": self._set, "fresh": fresh, "keys": list(self._found.age)}, now)
        if not fresh:
            keys.restrict(UNPROVEN, keys.office_id, {"left": former.instance}, now)
        keys.renew_sheet(newcomer.sheet)
        switch_generation(
            keys,
            destroy=frozenset(),
            separate={},
            digest=_NOTHING,
            destruction_number="move",
            now=now,
        )
        self._desk.finish()
        self._enter(record)
        self._renew_places()
        return record

    def close(self) -> None:
        """Let go of everything; unless it was committed, nothing of the office stays here."""
        self._desk.give_up()
        self._stack.close()

    def _describe(self) -> OfficeRecord:
        with self._desk.staged_door.enter(Action.RESTORED, detail="arrival") as step:
            meta = step.uow.meta
            kind = OfficeKind(meta.get("kind", OfficeKind.AGENCY.value))
            practice = meta.get("practice") == "1"
            record = OfficeRecord(meta.get("code"), self._keys.folder, kind, practice)
        for known in self._shelf.registry.all():
            if known.code == record.code and office_id_of(known.folder) != self._keys.office_id:
                raise OfficeCodeTakenError(record.code)
        return record

    def _note_former(self, kind: OfficeKind) -> None:
        catalogue = load_catalogue(resource("catalogue"), kind)
        with self._desk.staged_door.enter(Action.RESTORED, detail="former") as step:
            register_former_pc(step.uow, catalogue, self._site)

    def _enter(self, record: OfficeRecord) -> None:
        """Commit; an office of this PC with the same code was older, and goes."""
        former = self._shelf.registry.replace(record)
        (record.folder / _MARK).unlink(missing_ok=True)
        if former is not None and former.folder != record.folder:
            _erase(former.folder)

    def _renew_places(self) -> None:
        """Bring the place that the keys came from up to date; the others are named as they are."""
        keys = self._keys
        key_places.place_moved(keys, self._found.place)
        for place in key_places.key_places(keys):
            try:
                key_places.renew_place(keys, place)
            except Refusal as refusal:
                _log.warning("a key place stays older: %s", type(refusal).__name__)


def open_arrival(
    shelf: Shelf, found: FoundKeys, others: Sequence[FoundKeys], typed: str
) -> Arrival:
    """Open the keys found at a place with the recovery sheet, in a folder of their own.

    Raises what `RecoveryCode.parse` raises, `WrongSheetError`, `KeysOlderError` where a newer copy
    is at hand, and the refusals of `carry_in`.
    """
    same = [each for each in others if each.stamp.office == found.stamp.office]
    newest = max((each.age for each in same), default=found.age)
    if newest > found.age:
        raise KeysOlderError(found.age, newest)
    sheet = RecoveryCode.parse(typed)
    _clear_away(shelf)
    store = shelf.store_for(practice=False)
    folder = shelf.paths.new_office("", practice=False)
    with ExitStack() as stack:
        stack.callback(_unless_entered, shelf, folder)
        make_private_folder(folder)
        write_atomically(folder / _MARK, json.dumps({"office": found.stamp.office}).encode())
        body = json.dumps({"id": found.stamp.office, "format": 1})
        write_atomically(folder / ID_FILE, body.encode())
        stack.enter_context(OfficeLock(folder))
        keys = carry_in(found, folder, sheet, store, clock=shelf.clock, kdf=shelf.kdf)
        stack.callback(keys.close)
        return Arrival(shelf, found, keys, stack.pop_all())


def _clear_away(shelf: Shelf) -> None:
    """Remove what earlier arrivals left that never came to an end; nobody has opened it."""
    root = shelf.paths.offices
    for mark in root.glob(f"*/{_MARK}") if root.is_dir() else ():
        _unless_entered(shelf, mark.parent)


def _unless_entered(shelf: Shelf, folder: Path) -> None:
    if all(each.folder != folder for each in shelf.registry.all()):
        _erase(folder)
    (folder / _MARK).unlink(missing_ok=True)


def _erase(folder: Path) -> None:
    """Overwrite the keys in a folder, then remove it; what another program holds stays."""
    for path in (*folder.glob("keys-*"), *folder.glob("slots-*")):
        overwrite_and_unlink(path)
    shutil.rmtree(folder, ignore_errors=True)
