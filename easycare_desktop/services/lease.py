"""One office on two PCs: it is handed over with a stick, and only one of them ever writes.

The PC that gives becomes read-only first, by a commit in its own keys; only then does the stick
say that the office may be taken. The PC that takes begins a new instance, as after every move.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.backup import BackupService
from easycare_desktop.services.backup_targets import BackupTargetService
from easycare_desktop.services.drafts import DraftService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import key_places, lease_file, leasing, pcs, place_registry
from easycare_desktop.storage.keys.key_places import PlaceCopyError
from easycare_desktop.storage.keys.leasing import Given
from easycare_desktop.storage.keys.place_registry import KeyPlace
from easycare_desktop.storage.keys.place_stamp import keys_folder, read_stamp
from easycare_desktop.storage.keys.place_status import place_status
from easycare_desktop.storage.keys.refusals import LeaseTakenError, NoLeaseThereError
from easycare_desktop.system.machine import pc_name

Progress = Callable[[int, int], None]
_WHILE_GIVING = frozenset(
    {
        Action.OFFICE_LEASED,
        Action.BACKUP_MADE,
        Action.BACKUP_TARGET_CHANGED,
        Action.KEY_PLACE_CHANGED,
    }
)


class WorkUnderWayError(Refusal):
    """A destruction is under way; it is finished first. `number`: of its plan."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class DraftsWaitingError(Refusal):
    """Half-typed work lies on this PC alone and would be lost. `count`: how many forms."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class PlaceNotAtHandError(Refusal):
    """The key place that the office shall go with is not at hand."""


@dataclass(frozen=True, slots=True)
class LeaseView:
    """How the office stands. `given_at` is there while another PC may write, or does.

    `place`: label of the key place it went with. `pcs`: names of the other PCs that can take it
    with a password; any other one needs the recovery sheet.
    """

    given_at: datetime | None
    place: str
    pcs: tuple[str, ...]


class LeaseService:
    """Use cases of an office that goes back and forth between PCs; for officers."""

    def __init__(
        self, office: OpenOffice, targets: BackupTargetService, backups: BackupService
    ) -> None:
        self._office = office
        self._door = office.door
        self._targets, self._backups = targets, backups
        self._drafts = DraftService(office)

    def state(self) -> LeaseView:
        """Tell how the office stands."""
        keys = self._office.keys
        with self._door.enter(Action.OFFICE_READ, detail="lease"):
            given = leasing.given_lease(keys)
            names = tuple(each.name for each in pcs.other_pcs(keys) if each.public_key)
            if given is None:
                return LeaseView(None, "", names)
            labels = {each.id: each.label for each in place_registry.key_places(keys)}
            return LeaseView(given.at, labels.get(given.place, ""), names)

    def give(self, place_id: int, tell: Progress | None = None) -> LeaseView:
        """Back up to a key place, write no more from then on, and let another PC take the office.

        Raises `NotPermittedError`, `WorkUnderWayError`, `DraftsWaitingError`,
        `PlaceNotAtHandError`, and what a backup refuses: then this PC goes on writing. What the
        place refuses after that is raised, too, with the office handed over: see `take_back`.
        """
        office = self._office
        with office.at_work:
            place = self._place(place_id)
            self._require_rest()
            self._door.shut(_WHILE_GIVING)
            try:
                set_name = self._back_up(place, tell)
                given = self._commit(place)
            except BaseException:
                self._door.unshut()
                raise
            office.look_only()
            self._write_stick(place, given, set_name)
        return self.state()

    def can_be_taken_back(self, folder: Path) -> bool:
        """Tell whether nobody has taken the office; not where another PC hands it over in turn.

        Raises `NoLeaseThereError`, `LeaseTakenError` as `take_back` does.
        """
        keys = self._office.keys
        with self._door.enter(Action.OFFICE_READ, detail="stick"):
            given = leasing.given_lease(keys)
        if given is None:
            raise NoLeaseThereError
        told = lease_file.read_lease(keys_folder(folder, keys.office_id))
        try:
            self._own_stick(folder, given)
        except LeaseTakenError:
            by = leasing.claim_name(keys.office_id, pc_name())
            if told is None or not told.may_be_taken(by):
                raise
            return False
        if told is not None and told.state is lease_file.LeaseState.CLAIMED:
            raise LeaseTakenError
        return True

    def take_back(self, folder: Path) -> None:
        """Write again: the stick shows that nobody has taken the office.

        Raises `NoLeaseThereError` where the stick is another one or nothing was handed over,
        `LeaseTakenError` where another PC has it or has begun to take it, and the disk's refusals.
        """
        office = self._office
        keys = office.keys
        given = leasing.given_lease(keys)
        if given is None:
            raise NoLeaseThereError
        there = self._own_stick(folder, given)
        told = lease_file.read_lease(there)
        if told is not None and told.number == given.number:
            if told.state is lease_file.LeaseState.CLAIMED:
                raise LeaseTakenError
            lease_file.write_lease(
                there,
                lease_file.Lease(given.number, told.set_name, lease_file.LeaseState.BACK),
            )
        office.write_again()
        try:
            with self._door.enter(Action.OFFICE_LEASED, detail="taken back"):
                leasing.end_lease(keys, given, office.clock.now())
        except BaseException:
            office.look_only()
            raise
        with suppress(Refusal):
            key_places.place_moved(keys, folder)
            for place in place_registry.key_places(keys):
                key_places.renew_place(keys, place)
            lease_file.clear_lease(there)

    def _place(self, place_id: int) -> KeyPlace:
        keys = self._office.keys
        for place in place_registry.key_places(keys):
            found = place_status(keys, place)
            if place.id == place_id and found.is_here:
                return found.place
        raise PlaceNotAtHandError

    def _require_rest(self) -> None:
        with self._door.enter(Action.OFFICE_LEASED, detail="begin") as step:
            running = step.uow.plans.in_state(PlanState.RUNNING)
            if running:
                raise WorkUnderWayError(running[0].number)
            waiting = self._drafts.waiting(step)
            if waiting:
                raise DraftsWaitingError(waiting)

    def _back_up(self, place: KeyPlace, tell: Progress | None) -> str:
        """Make a whole backup at the place itself; return the name of the set."""
        target = self._targets.add(place.label, place.path)
        report = self._backups.back_up(BackupCause.HANDED_OVER, tell, target.id)
        problem = report.results[0].problem
        if problem is not None:
            raise problem
        if not report.is_complete:
            raise PlaceCopyError(place.id)
        with self._door.enter(Action.BACKUPS_READ, detail="lease") as step:
            return step.uow.backups.rows(1)[0].set_name

    def _commit(self, place: KeyPlace) -> Given:
        keys = self._office.keys
        pair = pcs.make_own_pair(keys.store, keys.office_id)
        with self._door.enter(Action.OFFICE_LEASED, detail="given"):
            pcs.note_this_pc(keys, pc_name(), pair.public if pair else None)
            return leasing.give_lease(keys, place.id, self._office.clock.now())

    def _write_stick(self, place: KeyPlace, given: Given, set_name: str) -> None:
        """Write the lease file last: before it nobody can take the office with a password."""
        keys = self._office.keys
        there = keys_folder(place.path, keys.office_id)
        lease_file.clear_lease(there)
        key_places.renew_place(keys, place)
        slots = keys.slots_file.slots
        for public in (slots.kit.public, *(each.public_key for each in pcs.other_pcs(keys))):
            if public is not None:
                lease_file.write_way(there, slots, public)
        lease_file.write_lease(there, lease_file.Lease(given.number, set_name))

    def _own_stick(self, folder: Path, given: Given) -> Path:
        """Return the folder of keys on the stick that the office was handed over with."""
        keys = self._office.keys
        for place in place_registry.key_places(keys):
            if place.id != given.place and place.path == folder:
                raise NoLeaseThereError
        there = keys_folder(folder, keys.office_id)
        stamp = read_stamp(there)
        if stamp is None or stamp.office != keys.office_id:
            raise NoLeaseThereError
        if stamp.instance != keys.file.identity.instance:
            raise LeaseTakenError
        return there
