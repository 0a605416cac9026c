"""Brings keys from a key place into an empty office folder, opened with the recovery sheet."""

import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.passwords import KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.generation_files import device_entry, keys_path
from easycare_desktop.storage.keys.lease_file import read_way
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import Expected, open_with_sheet
from easycare_desktop.storage.keys.place_stamp import (
    Stamp,
    is_whole,
    key_folders,
    kit_path,
    read_stamp,
)
from easycare_desktop.storage.keys.refusals import KeysMissingError
from easycare_desktop.storage.keys.slots import ClosedSlots, Protection, Slots, parse_slots
from easycare_desktop.storage.keys.slots_file import make_device_key, write_slots
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.keys.ways_in import open_kit
from easycare_desktop.system.atomic_files import disk_refusals, make_private_folder, sync_folder
from easycare_desktop.system.clock import Clock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundKeys:
    """The keys of one office as they lie at one place. `place` is what a person chose."""

    place: Path
    folder: Path
    stamp: Stamp
    sheet_number: int

    @property
    def age(self) -> tuple[int, int]:
        """Generation and revision; the higher one is the newer one."""
        return self.stamp.generation, self.stamp.revision


def find_keys(places: Iterable[Path]) -> list[FoundKeys]:
    """Return all whole key copies at the places, the newest first; a folder of keys counts, too."""
    found = []
    for place in places:
        for folder in [*key_folders(place), place]:
            stamp = read_stamp(folder)
            if stamp is None:
                continue
            if not is_whole(folder, stamp):
                _log.warning("a key place holds a damaged copy of generation %d", stamp.generation)
                continue
            chosen = place.parent if folder == place else place
            found.append(FoundKeys(chosen, folder, stamp, _kit(folder, stamp).kit.number))
    return sorted(found, key=lambda each: each.age, reverse=True)


def carry_in(
    found: FoundKeys,
    folder: Path,
    sheet: RecoveryCode,
    store: CredentialStore | None,
    *,
    clock: Clock,
    kdf: KdfPolicy,
) -> OpenKeys:
    """Copy keys into `folder` and open them as the recovery sheet.

    No account has a way in yet, unless the office was handed over with them. Raises
    `WrongSheetError` before anything is written, `KeysMissingError`, `FileDamagedError`,
    `CredentialStoreError`, and the refusals of the disk.
    """
    closed = _kit(found.folder, found.stamp)
    pair = open_kit(closed.kit, sheet, kdf)
    generation, office_id = found.stamp.generation, found.stamp.office
    make_private_folder(folder)
    with disk_refusals():
        shutil.copyfile(keys_path(found.folder, generation), keys_path(folder, generation))
        sync_folder(folder)
    known = store.get(device_entry(office_id, generation)) if store else None
    device_key = known or make_device_key(store, office_id, generation)
    protection = Protection.DEVICE if store else Protection.PASSPHRASE
    way = read_way(found.folder, office_id, generation, pair)
    by_label = way.by_label if way else {}
    slots = Slots(office_id, generation, protection, closed.label_salt, closed.kit, by_label)
    write_slots(folder, slots, device_key)
    expected = Expected(office_id, generation)
    return open_with_sheet(folder, sheet, store, clock=clock, expected=expected, kdf=kdf)


def _kit(folder: Path, stamp: Stamp) -> ClosedSlots:
    path = kit_path(folder, stamp.generation)
    try:
        closed = parse_slots(path.read_bytes())
    except (OSError, ValueError):
        raise FileDamagedError(path.name) from None
    if (closed.office_id, closed.generation) != (stamp.office, stamp.generation):
        raise KeysMissingError
    return closed
