"""A drill: a backup is brought back into a scratch folder, checked to the last file, and cleared.

The office in use is not touched, and no key is ever copied.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.services.coverage import MadeSet, note_keys, opening
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import look_at_places
from easycare_desktop.services.restore.data_room import DataRoom, Site
from easycare_desktop.services.restore.desk import find_backups
from easycare_desktop.services.restore.kept_persons import name_kept
from easycare_desktop.storage.backup.places import LEDGER, SetPlace, keys_inside
from easycare_desktop.storage.backup.reader import FoundSet, SetState, open_set, stage_set
from easycare_desktop.storage.keys.place_registry import key_places
from easycare_desktop.storage.restore.lineage import check_line
from easycare_desktop.storage.restore.replay import replay
from easycare_desktop.system.atomic_files import PART, make_private_folder
from easycare_desktop.system.machine import pc_name

Tell = Callable[[int, int], None]
DRILL, ELSEWHERE = "drill", "key_place"
_SCRATCH = f"drill{PART}"


class NoWholeBackupError(Refusal):
    """No whole backup of this office lies there."""


@dataclass(frozen=True, slots=True)
class DrillCheck:
    """One check of a drill. `count`: how many things it looked at."""

    code: str
    held: bool
    count: int


@dataclass(frozen=True, slots=True)
class DrillReport:
    """What a drill found. `problem`: name of the refusal that ended it early. `account`: whose."""

    set_name: str
    made_at: datetime
    started_at: datetime
    finished_at: datetime
    size: int
    people: int
    checks: tuple[DrillCheck, ...]
    problem: str = ""
    account: int = 0

    @property
    def passed(self) -> bool:
        """Tell whether everything came back and every check held."""
        return not self.problem and all(each.held for each in self.checks)

    @property
    def opens_here_alone(self) -> bool:
        """Tell whether nothing but the keys at a key place is missing."""
        failed = [each.code for each in self.checks if not each.held]
        return not self.problem and failed == [ELSEWHERE]


class DrillService:
    """The use case of a drill; its last report is kept for the paper."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def run(self, target: Path, tell: Tell) -> DrillReport:
        """Bring the newest whole backup at a place back into a scratch folder.

        Raises `NotPermittedError`, `NoWholeBackupError`, and the refusals of the place; what is
        wrong with the backup itself stands in the report.
        """
        office = self._office
        with office.door.enter(Action.DRILLED, detail="begin"):
            found = _newest(find_backups(target, office.keys))
        started = office.clock.now()
        checks: list[DrillCheck] = []
        people, problem = 0, ""
        with _scratch(office.info.folder) as scratch:
            try:
                checks.extend(_Drill(office, scratch, found.place, tell).checks())
                checks.append(_opens_elsewhere(office, found))
                people = next((each.count for each in checks if each.code == "people"), 0)
            except Refusal as refusal:
                problem = type(refusal).__name__
        gone = not (office.info.folder / _SCRATCH).exists()
        checks.append(DrillCheck("cleared", gone, 1))
        report = DrillReport(
            set_name=found.place.name,
            made_at=found.place.begun_at,
            started_at=started,
            finished_at=office.clock.now(),
            size=found.manifest.size if found.manifest else 0,
            people=people,
            checks=tuple(checks),
            problem=problem,
            account=office.actor.account_id,
        )
        self._keep(report)
        return report

    def _keep(self, report: DrillReport) -> None:
        office = self._office
        with office.door.enter(Action.DRILLED, detail="report") as step:
            facts = {"set": report.set_name, "passed": report.passed, "checks": len(report.checks)}
            office.keys.ledger_append(DRILL, facts, report.finished_at)
            step.uow.meta.put("drill.last", json.dumps(asdict(report), default=datetime.isoformat))
            step.count = len(report.checks)


def last_drill(step: Step) -> DrillReport | None:
    """Return the report of the last drill inside a running action, if there was one."""
    text = step.uow.meta.get("drill.last")
    if not text:
        return None
    body = json.loads(text)
    moments = ("made_at", "started_at", "finished_at")
    body |= {name: datetime.fromisoformat(body[name]) for name in moments}
    return DrillReport(**{**body, "checks": tuple(DrillCheck(**row) for row in body["checks"])})


class _Drill:
    """Walks through one backup, step by step as a restore would."""

    def __init__(self, office: OpenOffice, scratch: Path, place: SetPlace, tell: Tell) -> None:
        self._office, self._scratch, self._place, self._tell = office, scratch, place, tell

    def checks(self) -> Iterator[DrillCheck]:
        """Yield every check as it is done; raise what stops a restore, too."""
        keys = self._office.keys
        manifest = open_set(self._place, keys)
        check_line(keys, manifest.facts, self._place.name)
        yield DrillCheck("manifest", held=True, count=len(manifest.files) + len(manifest.pool))
        stage_set(self._place, manifest, self._scratch, self._tell)
        (self._scratch / LEDGER).unlink()
        yield DrillCheck("copied", held=True, count=len(manifest.files) + len(manifest.pool))
        room = DataRoom(self._scratch, Site(self._scratch, keys, self._office.clock, pc_name()))
        try:
            yield DrillCheck("databases", held=True, count=2)
            yield from self._inside(room)
        finally:
            room.close()
        found = keys_inside(self._scratch)
        yield DrillCheck("no_keys", held=not found, count=1)

    def _inside(self, room: DataRoom) -> Iterator[DrillCheck]:
        with room.door.enter(Action.DRILLED, detail="scratch") as step:
            name_kept(step)
            applied = replay(step.uow, step.separated, self._office.clock.now())
            opened, failed = step.uow.many.open_every()
            scans, broken = _open_files(step)
            left = step.uow.outline.persons().keys() & self._office.keys.tombstones()
        yield DrillCheck("keys_known", held=applied.is_sound, count=applied.keyless)
        yield DrillCheck("holdings", held=not failed, count=opened)
        yield DrillCheck("files", held=not broken, count=scans)
        yield DrillCheck("destroyed_stay", held=not left, count=applied.dropped)
        yield DrillCheck("people", held=True, count=len(room.people("drill")))


def _opens_elsewhere(office: OpenOffice, found: FoundSet) -> DrillCheck:
    """Count the key places whose keys open the backup: without one it opens on this PC alone."""
    looks = look_at_places(office)
    with office.door.enter(Action.DRILLED, detail="key places") as step:
        note_keys(step, looks)
        made = MadeSet.of(found.manifest.facts) if found.manifest else None
        places = [each.id for each in key_places(office.keys)]
        count = opening(step, made, places) if made else 0
    return DrillCheck(ELSEWHERE, held=count > 0, count=count)


def _open_files(step: Step) -> tuple[int, int]:
    """Open every sealed file; return how many opened, and how many did not."""
    opened = broken = 0
    for file in step.uow.files.of_holdings(step.uow.outline.persons()):
        try:
            step.uow.files.read(file.id)
            opened += 1
        except (Refusal, SealBrokenError):
            broken += 1
    return opened, broken


def _newest(found: list[FoundSet]) -> FoundSet:
    whole = next((each for each in found if each.state is SetState.WHOLE), None)
    if whole is None:
        raise NoWholeBackupError
    return whole


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Make an empty folder, and leave nothing of it, nor of one that a stop left."""
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        yield make_private_folder(scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
