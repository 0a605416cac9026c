"""Leaving this PC: an office goes from here, once it is backed up or to be destroyed as a whole.

What is erased: the keys and slots of every generation, their entries in the credential store, the
data, the office's line in the list of offices. A closing office erases its key places too; one
that is not at hand is named, and the office is then not wholly destroyed.
"""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from easycare_desktop.documents.values import Office
from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import SameApproverError
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import RIGHTS_OF, Action, NotPermittedError, Right
from easycare_desktop.services.backup import BackupReport, BackupService, Progress
from easycare_desktop.services.erasing import erase_data, erase_office
from easycare_desktop.services.keys_elsewhere import NOTHING_ELSEWHERE, Elsewhere, elsewhere
from easycare_desktop.services.measures_running import still_held
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.proving import failures_on_record
from easycare_desktop.storage.keys.place_registry import key_places
from easycare_desktop.storage.keys.place_stamp import keys_folder
from easycare_desktop.storage.keys.place_status import place_status
from easycare_desktop.system.atomic_files import overwrite_and_unlink


class Departure(Enum):
    """How an office leaves this PC."""

    BACKUP = "backup"
    CERTIFICATE = "certificate"


class BackupNotWholeError(Refusal):
    """The backup does not lie everywhere it should, with keys that open it. Nothing was erased."""


class DisputeKeepsError(Refusal):
    """Something of this office is kept for a dispute: `count`. Nothing was erased."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class DisputeKeepsLostError(Refusal):
    """What is kept for a dispute is in no data here: a newer backup may hold it. `until`: its day.

    Nothing was erased. Nobody can lift such a hold: it ends by itself, or once it is back.
    """

    def __init__(self, until: date) -> None:
        super().__init__(until)
        self.until = until


class HandoverMissingError(InputRefusal):
    """The law still keeps records of this office, and it was not said where they went."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What an office holds, in numbers. `kept_by_law`: of groups that law keeps for a time."""

    people: int
    holdings: tuple[tuple[str, int], ...]
    kept_by_law: int
    generation: int


@dataclass(frozen=True, slots=True)
class LeftPlace:
    """A key place by its label, and whether the keys there are gone."""

    label: str
    erased: bool


@dataclass(frozen=True, slots=True)
class Left:
    """What was erased, as seen afterwards. `store_cleared`: no device key is left in the store.

    `by`: who closed the office. `elsewhere`: of an office that closes, what is out of reach.
    """

    at: datetime
    inventory: Inventory
    places: tuple[LeftPlace, ...]
    keys_erased: int
    data_gone: bool
    store_cleared: bool
    by: str = ""
    elsewhere: Elsewhere = NOTHING_ELSEWHERE

    @property
    def whole(self) -> bool:
        """Tell whether nothing is known to be left, here or elsewhere."""
        here = self.data_gone and self.store_cleared and all(each.erased for each in self.places)
        return here and self.elsewhere == NOTHING_ELSEWHERE


class DepartureService:
    """Use cases of the last day of an office on this PC; for an officer alone."""

    def __init__(self, office: OpenOffice, backups: BackupService) -> None:
        self._office = office
        self._backups = backups
        self._door = office.door

    def inventory(self) -> Inventory:
        """Count what is here. Raises `NotPermittedError`."""
        office = self._office
        with self._door.enter(Action.OFFICE_LEFT, detail="look") as step:
            kinds = {each.id: each.kind for each in step.uow.people.all()}
            held = [each for state in HERE for each in step.uow.holdings.in_state(state)]
            people = sum(kind is not PersonKind.OFFICE for kind in kinds.values())
            groups: Counter[str] = Counter()
            kept = 0
            for person_id, code in (
                *((each.person_id, each.group) for each in held),
                *((each.person_id, each.group) for each in step.separated.all()),
            ):
                kind = kinds.get(person_id, PersonKind.OFFICE)
                group = office.catalogue.group(code, kind)
                groups[group.label] += 1
                kept += bool(group.rules) and kind is not PersonKind.OFFICE
            return Inventory(people, tuple(groups.most_common()), kept, office.keys.generation)

    def head(self) -> Office:
        """Return the letterhead for the last paper."""
        with self._door.enter(Action.OFFICE_READ, detail="leave") as step:
            return letterhead(step.uow, practice=self._office.info.practice)

    def approve(self, login: str, password: str) -> str:
        """Have a second person agree; return the name.

        Raises `SameApproverError`, `NotPermittedError`, `WrongLoginError`.
        """
        with failures_on_record(self._door, "leaving"):
            account = self._office.keys.verify_password(login, password)
        if account.id == self._office.actor.account_id:
            raise SameApproverError(self._office.info.code)
        if Right.DESTROY not in RIGHTS_OF[account.role]:
            raise NotPermittedError(account.role, Right.DESTROY)
        with self._door.enter(Action.OFFICE_LEFT, detail=f"approved by account {account.id}"):
            return account.name

    def require_handover(self, inventory: Inventory, note: str) -> None:
        """Raise `HandoverMissingError` where the law keeps records and nobody says where."""
        if inventory.kept_by_law and not note.strip():
            raise HandoverMissingError("handover")

    def require_no_hold(self) -> None:
        """Raise `DisputeKeepsError` where a hold stands: an officer lifts it before all goes.

        `DisputeKeepsLostError` where a restore has lost what is held.
        """
        with self._door.enter(Action.OFFICE_LEFT, detail="holds") as step:
            held = still_held(self._office)
            here = [
                each for each in held if step.uow.holdings.get(each) or step.separated.get(each)
            ]
            step.count = len(held)
        if here:
            raise DisputeKeepsError(len(here))
        if held:
            raise DisputeKeepsLostError(max(held.values()))

    def back_up(self, tell: Progress | None = None) -> BackupReport:
        """Back everything up a last time. Raises `BackupNotWholeError`; nothing is erased yet."""
        with self._door.enter(Action.OFFICE_LEFT, detail=Departure.BACKUP.value):
            pass
        report = self._backups.back_up(BackupCause.BY_HAND, tell)
        if not report.is_complete:
            raise BackupNotWholeError
        return report

    def leave(self, how: Departure, inventory: Inventory) -> Left:
        """Close the office and erase it from this PC; from the first key on there is no way back.

        Raises the disk's refusals.
        """
        office = self._office
        closing = how is Departure.CERTIFICATE
        with self._door.enter(Action.OFFICE_LEFT, detail=f"{how.value} begins") as step:
            out_of_reach = elsewhere(office, step) if closing else NOTHING_ELSEWHERE
            found = [place_status(office.keys, each) for each in key_places(office.keys)]
            folders = [
                (each.place.label, keys_folder(each.place.path, office.info.id), each.is_here)
                for each in found
            ]
        store, now = office.keys.store, office.clock.now()
        folder, data = office.info.folder, office.files.folder
        names = {each.id: each.name for each in office.keys.accounts()}
        by = names.get(office.actor.account_id, "")
        office.close()
        places = tuple(
            _erase_place(label, place, at_hand=at_hand)
            for label, place, at_hand in (folders if closing else ())
        )
        erased, cleared = erase_office(folder, office.info.id, store)
        erase_data(data)
        gone = not any(folder.glob("*.db")) if folder.exists() else True
        return Left(now, inventory, places, erased, gone, cleared, by, out_of_reach)


def _erase_place(label: str, folder: Path, *, at_hand: bool) -> LeftPlace:
    """Erase the keys at one place; what is not at hand stays, and is said to stay."""
    if not at_hand:
        return LeftPlace(label, erased=False)
    try:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file():
                overwrite_and_unlink(path)
        shutil.rmtree(folder, ignore_errors=True)
    except (OSError, Refusal):
        return LeftPlace(label, erased=False)
    return LeftPlace(label, erased=not folder.exists())
