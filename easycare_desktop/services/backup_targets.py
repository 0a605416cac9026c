"""Places for data backups: registered by a person, recognised by their mark, looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.coverage import MadeSet, note_sets
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.backup.places import SetPlace, backup_folder
from easycare_desktop.storage.backup.reader import Depth, FoundSet, SetState, find_sets
from easycare_desktop.storage.backup.target import is_connected, mark_target
from easycare_desktop.storage.repositories.backups import BackupTarget, PlaceSight
from easycare_desktop.system.volumes import folder_size, is_elsewhere

__all__ = ["BackupTargetService", "SetState", "SetView", "TargetState", "TargetView"]

Progress = Callable[[int, int], None]


class TargetInOfficeError(Refusal):
    """The folder lies inside the office itself: a backup there is lost with it."""


class TargetUnknownError(Refusal):
    """No such place for backups is registered."""


class TargetState(Enum):
    """How a place for backups stands. SOUND: its newest set is whole."""

    SOUND = "sound"
    EMPTY = "empty"
    DAMAGED = "damaged"
    OTHER = "other"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class SetView:
    """One set at a place; nothing but WHOLE counts as a backup. `covered` as in the manifest."""

    target_id: int
    name: str
    at: datetime
    state: SetState
    here: bool
    size: int = 0
    covered: int = 0
    generation: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class TargetView:
    """How one place for backups stands. `newest`: moment of its newest whole set."""

    id: int
    label: str
    folder: Path
    state: TargetState
    newest: datetime | None
    sets: tuple[SetView, ...]

    @property
    def whole(self) -> int:
        """How many backups lie there."""
        return sum(each.state is SetState.WHOLE for each in self.sets)


class BackupTargetService:
    """Use cases of places for backups."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def states(self) -> list[TargetView]:
        """Return every registered place with its sets; the newest set of each is hashed."""
        with self._door.enter(Action.BACKUPS_READ) as step:
            targets = step.uow.backups.targets()
        views = [self._look(target) for target in targets]
        with self._door.enter(Action.BACKUPS_READ, detail="seen") as step:
            step.count = len(views)
            for view in views:
                if view.state not in {TargetState.ABSENT, TargetState.OTHER}:
                    self._remember(step, view)
        return views

    def add(self, label: str, folder: Path) -> TargetView:
        """Register a place and mark it; backups of this office that lie there are taken along.

        Raises `TargetInOfficeError` and the refusals of the place; then nothing is registered.
        """
        home = self._office.info.folder.resolve()
        if folder.resolve().is_relative_to(home):
            raise TargetInOfficeError
        with self._door.enter(Action.BACKUP_TARGET_CHANGED, detail="add") as step:
            mark = mark_target(folder, self._office.info.id)
            now = self._office.clock.now()
            target = step.uow.backups.add_target(label, folder, mark, now)
        return self._look(target)

    def remove(self, target_id: int) -> None:
        """Strike a place off; the backups there stay and open as before."""
        with self._door.enter(Action.BACKUP_TARGET_CHANGED, detail="remove") as step:
            step.uow.backups.remove_target(target_id)

    def check(self, target_id: int, tell: Progress) -> TargetView:
        """Read and hash everything at a place and open every database there.

        Raises `TargetUnknownError`, `TargetGoneError`, and what `tell` raises.
        """
        with self._door.enter(Action.BACKUPS_READ, detail="check") as step:
            target = find_target(step, target_id)
        return self._look(target, Depth.ALL, tell)

    def _remember(self, step: Step, view: TargetView) -> None:
        """Keep how a place stood; a set that turned out to be damaged counts no more."""
        sound = view.state is TargetState.SOUND
        sight = sight_of(self._office, view.id, view.folder, sound=sound)
        step.uow.backups.note_sight(sight)
        whole = next((each.name for each in view.sets if each.state is SetState.WHOLE), "")
        step.uow.backups.correct_last(view.id, view.newest, whole)
        made = [each for each in view.sets if each.state is SetState.WHOLE]
        note_sets(step, view.id, [MadeSet(e.at, e.generation, e.revision) for e in made])

    def _look(
        self, target: BackupTarget, depth: Depth = Depth.SIZES, tell: Progress | None = None
    ) -> TargetView:
        office_id = self._office.info.id
        try:
            if not is_connected(target.path, office_id, target.mark):
                other = target.path.is_dir()
                state = TargetState.OTHER if other else TargetState.ABSENT
                return self._view(target, state, ())
            found = find_sets(target.path, self._office.keys, depth, tell)
        except Refusal:
            return self._view(target, TargetState.ABSENT, ())
        counted = [each for each in found if each.state is not SetState.CUT]
        if not counted:
            return self._view(target, TargetState.EMPTY, found)
        sound = counted[0].state is SetState.WHOLE
        return self._view(target, TargetState.SOUND if sound else TargetState.DAMAGED, found)

    def _view(
        self, target: BackupTarget, state: TargetState, found: list[FoundSet] | tuple[()]
    ) -> TargetView:
        sets = tuple(self._set(target, each) for each in found)
        whole = [each.at for each in sets if each.state is SetState.WHOLE]
        gone = state in {TargetState.ABSENT, TargetState.OTHER}
        newest = target.last_at if gone else max(whole, default=None)
        return TargetView(target.id, target.label, target.path, state, newest, sets)

    def _set(self, target: BackupTarget, found: FoundSet) -> SetView:
        place: SetPlace = found.place
        here = place.instance == self._office.keys.file.identity.instance
        if found.manifest is None:
            return SetView(target.id, place.name, place.begun_at, found.state, here)
        facts = found.manifest.facts
        return SetView(
            target.id,
            place.name,
            facts.made_at,
            found.state,
            here,
            found.manifest.size,
            facts.covered,
            facts.generation,
            facts.revision,
        )


def sight_of(office: OpenOffice, target_id: int, folder: Path, *, sound: bool = True) -> PlaceSight:
    """Return how a place for backups that is at hand is remembered."""
    return PlaceSight(
        PlaceKind.BACKUP,
        target_id,
        office.clock.now(),
        elsewhere=is_elsewhere(folder, office.info.folder),
        sound=sound,
        size=folder_size(backup_folder(folder, office.info.id)),
    )


def find_target(step: Step, target_id: int) -> BackupTarget:
    """Return a registered place; raises `TargetUnknownError`."""
    for target in step.uow.backups.targets():
        if target.id == target_id:
            return target
    raise TargetUnknownError
