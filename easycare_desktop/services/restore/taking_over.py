"""A PC that had the office before takes it over again: a stick, a login, a password, no sheet."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from easycare_desktop.services.office_setup import office_id_of
from easycare_desktop.services.restore.arrival import Arrival
from easycare_desktop.services.restore.arriving import new_home
from easycare_desktop.services.restore.desk import silent
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.refusals import BackupDamagedError
from easycare_desktop.storage.keys.carrying_in import FoundKeys, find_keys
from easycare_desktop.storage.keys.generation_files import keys_path
from easycare_desktop.storage.keys.lease_file import read_lease, read_way
from easycare_desktop.storage.keys.leasing import claim_name
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import Expected, open_with_password
from easycare_desktop.storage.keys.pcs import own_pair
from easycare_desktop.storage.keys.refusals import LeaseTakenError, NoLeaseThereError
from easycare_desktop.storage.keys.slots import Protection
from easycare_desktop.storage.keys.slots_file import make_device_key, write_slots
from easycare_desktop.system.atomic_files import disk_refusals, sync_folder
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.office_registry import OfficeRecord
from easycare_desktop.system.single_instance import OfficeLock

Tell = Callable[[int, int], None]


class SheetNeededError(NoLeaseThereError):
    """The office can be taken, but not with a password: this PC gave no key to seal to."""


def take_over(
    shelf: Shelf, code: str, stick: Path, login: str, password: str, tell: Tell = silent
) -> OfficeRecord:
    """Take the office over from the stick it was handed over with; it is opened afterwards.

    Nobody has the office open here. Raises `OfficeUnknownError`, `OfficeAlreadyOpenError`,
    `NoLeaseThereError`, `SheetNeededError`, `LeaseTakenError`, the refusals of a login, of a
    restore and of the disk; then the office stays here as it was.
    """
    record = shelf.registry.find(code)
    office_id = office_id_of(record.folder)
    found = next((each for each in find_keys([stick]) if each.stamp.office == office_id), None)
    if found is None:
        raise NoLeaseThereError
    lease = read_lease(found.folder)
    if lease is None:
        raise NoLeaseThereError
    if not lease.may_be_taken(claim_name(office_id, pc_name())):
        raise LeaseTakenError
    with OfficeLock(record.folder):
        pass
    with ExitStack() as stack:
        folder = stack.enter_context(new_home(shelf, office_id))
        keys = _carry_in(shelf, found, folder, record, login, password)
        stack.callback(keys.close)
        arrival = Arrival(shelf, found, keys, ExitStack())
        stack.callback(arrival.close)
        places = [each.place for each in arrival.sets(stick) if each.manifest is not None]
        place = next((each for each in places if each.name == arrival.handed_set), None)
        if place is None:
            raise BackupDamagedError(arrival.handed_set)
        arrival.prepare(place, tell)
        return arrival.carry_on()


def _carry_in(
    shelf: Shelf, found: FoundKeys, folder: Path, record: OfficeRecord, login: str, password: str
) -> OpenKeys:
    """Copy the keys into `folder` under a device key of this PC, and open them by password."""
    store = shelf.store_for(practice=record.practice)
    office_id, generation = found.stamp.office, found.stamp.generation
    pair = own_pair(store, office_id)
    slots = read_way(found.folder, office_id, generation, pair) if pair else None
    if slots is None:
        raise SheetNeededError
    with disk_refusals():
        copyfile(keys_path(found.folder, generation), keys_path(folder, generation))
        sync_folder(folder)
    protection = Protection.DEVICE if store else Protection.PASSPHRASE
    device_key = make_device_key(store, office_id, generation)
    write_slots(folder, replace(slots, protection=protection), device_key)
    expected = Expected(office_id, generation)
    return open_with_password(
        folder, login, password, store, clock=shelf.clock, expected=expected, kdf=shelf.kdf
    )
