"""An office arrives on this PC: keys from a key place, data from a backup, everything anew.

The list of the offices of this PC is the commit: before it the office is not here at all.
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.office_profile import profile_in
from easycare_desktop.services.office_setup import office_id_of
from easycare_desktop.services.older_copy import finish_arriving, name_older
from easycare_desktop.services.restore.arriving import (
    Claim,
    bring_readings,
    new_home,
    renew_places,
)
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.services.restore.desk import RestoreDesk, Tell, silent
from easycare_desktop.services.restore.former_pc import former_pc_name, register_former_pc
from easycare_desktop.services.restore.freshness import (
    UNPROVEN,
    is_shown_fresh,
    newest_certificate,
)
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace, places_beside
from easycare_desktop.storage.backup.reader import FoundSet
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.keys.carrying_in import FoundKeys, carry_in, find_keys
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.pcs import note_former_pc, note_this_pc, own_pair
from easycare_desktop.storage.keys.refusals import KeysOlderError, LeaseTakenError
from easycare_desktop.storage.restore.lineage import made_ahead, move_identity
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.office_registry import OfficeRecord, is_same_code
from easycare_desktop.system.refusals import OfficeCodeTakenError
from easycare_desktop.system.resources import resource

__all__ = ["Arrival", "FoundKeys", "Newcomer", "find_keys", "open_arrival"]

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
        self._lease = Claim.of(found, keys)
        self._found = found
        self._keys = keys
        self._stack = stack
        self._site = Site(keys.folder, keys, shelf.clock, pc_name())
        self._desk = RestoreDesk(self._site, whole=self._lease is not None)
        self._told: dict[str, object] = {}
        self.certificate = newest_certificate(keys.ledger_entries())

    @property
    def is_handed_over(self) -> bool:
        """Whether the other PC gave the office away: then nothing newer can exist."""
        return self._lease is not None

    @property
    def handed_set(self) -> str:
        """The backup that it was handed over with, empty where it was not."""
        return self._lease.lease.set_name if self._lease else ""

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
        shown = is_shown_fresh(self._keys.ledger_entries(), certificate)
        return shown or self.is_handed_over

    def sets(self, target: Path) -> list[FoundSet]:
        """Return the backups at a place, or the one handed over; raises as `RestoreDesk.sets`."""
        found = self._desk.sets(target)
        return [each for each in found if not self._lease or each.place.name == self.handed_set]

    def prepare(self, place: SetPlace, tell: Tell = silent) -> Preview:
        """Stage and check a backup; raises as `RestoreDesk.prepare`."""
        preview = self._desk.prepare(place, tell)
        ahead = made_ahead(self._keys, places_beside(place), self._shelf.clock.now())
        self._told = {"set": preview.made_at.isoformat(), "ahead": ahead}
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
        keys = self._keys
        fresh = self.is_shown_fresh(certificate)
        record = self._describe()
        if not self.is_handed_over:
            self._note_former(record.kind)
        if self._lease is not None:
            self._lease.take()
        keys.reset_password(newcomer.account_id, newcomer.password, own=True)
        self._begin_anew(fresh=fresh)
        keys.renew_sheet(newcomer.sheet)
        return self._put_to_use(record)

    def carry_on(self) -> OfficeRecord:
        """Take over what was handed over; accounts and recovery sheet stay as they are.

        What this PC has logged while it could only look goes on in the log. Raises
        `LeaseTakenError`, the refusals of the switch and of the disk.
        """
        lease = self._lease
        if lease is None:
            raise LeaseTakenError
        record = self._describe()
        lease.take()
        former = self._shelf.registry.find(record.code)
        with self._desk.staged_door.enter(Action.RESTORED, detail="readings") as step:
            step.count = bring_readings(step.uow, data_folder(former.folder), self._keys)
        self._begin_anew(fresh=True)
        pair = own_pair(self._keys.store, self._keys.office_id)
        note_this_pc(self._keys, pc_name(), pair.public if pair else None)
        return self._put_to_use(record)

    def _begin_anew(self, *, fresh: bool) -> None:
        """Begin a line and an instance of this PC; name the one that was left."""
        keys, now = self._keys, self._shelf.clock.now()
        former = keys.file.identity
        with self._desk.staged_door.enter(Action.RESTORED, detail="name") as step:
            name = former_pc_name(step.uow, self._site)
        note_former_pc(keys, name, former.instance, keys.generation)
        move_identity(keys, {**self._told, "fresh": fresh, "keys": list(self._found.age)}, now)
        if not fresh:
            keys.restrict(UNPROVEN, keys.office_id, {"left": former.instance}, now)

    def _put_to_use(self, record: OfficeRecord) -> OfficeRecord:
        """Switch to a generation of this PC, then enter the office into its list: the commit."""
        switch_generation(
            self._keys,
            destroy=frozenset(),
            separate={},
            digest=b"",
            destruction_number="move",
            now=self._shelf.clock.now(),
        )
        self._desk.finish()
        self._enter(record)
        renew_places(self._keys, self._found)
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
            same = is_same_code(known.code, record.code)
            if same and office_id_of(known.folder) != self._keys.office_id:
                raise OfficeCodeTakenError(record.code)
        return record

    def _note_former(self, kind: OfficeKind) -> None:
        catalogue = load_catalogue(resource("catalogue"), kind)
        with self._desk.staged_door.enter(Action.RESTORED, detail="former") as step:
            register_former_pc(step.uow, catalogue, self._site)

    def _enter(self, record: OfficeRecord) -> None:
        """Commit; an office of this PC with the same code was older, and goes."""
        registry = self._shelf.registry
        for older in [each for each in registry.all() if each.code == record.code]:
            name_older(record.folder, older.folder)
        registry.replace(record)
        finish_arriving(record.folder, self._keys.store)


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
    store = shelf.store_for(practice=False)
    with ExitStack() as stack:
        folder = stack.enter_context(new_home(shelf, found.stamp.office))
        keys = carry_in(found, folder, sheet, store, clock=shelf.clock, kdf=shelf.kdf)
        stack.callback(keys.close)
        return Arrival(shelf, found, keys, stack.pop_all())
