"""The folder that an office arrives in, the lease that it comes with, and what was read here."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.office_setup import ID_FILE
from easycare_desktop.services.older_copy import begin_arriving, erase_folder, finish_arriving
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.keys import key_places, place_registry
from easycare_desktop.storage.keys.carrying_in import FoundKeys
from easycare_desktop.storage.keys.lease_file import Lease, clear_lease, read_lease, write_lease
from easycare_desktop.storage.keys.leasing import claim_name, given_lease
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_registry import KeyPlace
from easycare_desktop.storage.keys.place_status import PlaceState
from easycare_desktop.storage.restore.reading_log import lines_beyond
from easycare_desktop.storage.unit_of_work import UnitOfWork
from easycare_desktop.system.atomic_files import make_private_folder, write_atomically
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.office_registry import ARRIVING
from easycare_desktop.system.single_instance import OfficeLock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """A lease that this PC may take from the place where its keys were found."""

    folder: Path
    lease: Lease
    by: str

    @classmethod
    def of(cls, found: FoundKeys, keys: OpenKeys) -> "Claim | None":
        """Return it where keys and place agree that the office was handed over."""
        given, lease = given_lease(keys), read_lease(found.folder)
        by = claim_name(keys.office_id, pc_name())
        if given is None or lease is None or lease.number != given.number:
            return None
        return cls(found.folder, lease, by) if lease.may_be_taken(by) else None

    def take(self) -> None:
        """Let the place say that the office is being taken; raises the refusals of the disk."""
        write_lease(self.folder, self.lease.claimed(self.by))


@contextmanager
def new_home(shelf: Shelf, office_id: str) -> Iterator[Path]:
    """Make a folder, locked; unless the office was entered into the list, it goes at the end."""
    _clear_away(shelf)
    folder = shelf.paths.new_office("", practice=False)
    try:
        make_private_folder(folder)
        begin_arriving(folder)
        write_atomically(folder / ID_FILE, json.dumps({"id": office_id, "format": 1}).encode())
        with OfficeLock(folder):
            yield folder
    finally:
        _unless_entered(shelf, folder)


def bring_readings(uow: UnitOfWork, former: Path, keys: OpenKeys) -> int:
    """Append what was logged in the data `former` while it could only be looked at."""
    lines = lines_beyond(former, keys, uow.log.holds)
    for each in lines:
        uow.log.append(
            each.action,
            at=each.at,
            account_id=each.account_id,
            place=each.place,
            person_id=each.person_id,
            count=each.count,
            outcome=each.outcome,
            detail=each.detail,
        )
    return len(lines)


def renew_places(keys: OpenKeys, found: FoundKeys) -> None:
    """Bring the place that the keys came from up to date; the others are named as they are.

    Until its keys are those of this PC, the lease alone tells the other PC who has the office.
    """
    key_places.place_moved(keys, found.place)
    renewed = [place for each in place_registry.key_places(keys) if (place := _renewed(keys, each))]
    if found.place in renewed:
        with suppress(Refusal):
            clear_lease(found.folder)


def _renewed(keys: OpenKeys, place: KeyPlace) -> Path | None:
    """Return where a place lies that holds the newest keys now."""
    try:
        status = key_places.renew_place(keys, place)
    except Refusal as refusal:
        _log.warning("a key place stays older: %s", type(refusal).__name__)
        return None
    return status.place.path if status.state is PlaceState.NEWEST else None


def _clear_away(shelf: Shelf) -> None:
    """Remove what earlier arrivals left that never came to an end; nobody has opened it."""
    root = shelf.paths.offices
    for mark in root.glob(f"*/{ARRIVING}") if root.is_dir() else ():
        _unless_entered(shelf, mark.parent)


def _unless_entered(shelf: Shelf, folder: Path) -> None:
    entered = next((each for each in shelf.registry.all() if each.folder == folder), None)
    if entered is None:
        erase_folder(folder)
        (folder / ARRIVING).unlink(missing_ok=True)
    else:
        finish_arriving(folder, shelf.store_for(practice=entered.practice))
