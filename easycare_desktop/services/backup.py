"""Data backups: one snapshot, written to every place that is at hand, without any key."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from easycare_desktop import __version__
from easycare_desktop.domain.backups import BackupCause, BackupOutcome
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.services.backup_targets import find_target, sight_of
from easycare_desktop.services.coverage import note_set
from easycare_desktop.services.door import Step
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import covering, look_at_places
from easycare_desktop.storage.backup.looking import SnapshotLook
from easycare_desktop.storage.backup.refusals import TargetGoneError
from easycare_desktop.storage.backup.source import Source, take_source
from easycare_desktop.storage.backup.target import is_connected
from easycare_desktop.storage.backup.writer import SetWriter, Written
from easycare_desktop.storage.repositories.backups import BackupRow, BackupTarget

__all__ = [
    "BackupCause",
    "BackupReport",
    "BackupResult",
    "BackupRow",
    "BackupService",
    "NoBackupTargetError",
]

Progress = Callable[[int, int], None]
_SHARE = 1_000
_log = logging.getLogger(__name__)


class NoBackupTargetError(Refusal):
    """No place for backups is registered yet."""


@dataclass(frozen=True, slots=True)
class BackupResult:
    """How it went at one place; `problem` where it is no backup there."""

    label: str
    problem: Refusal | None = None
    new_files: int = 0
    new_bytes: int = 0


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What became of one backup.

    `covered`: key places that hold keys for all of it; without one it cannot be opened elsewhere,
    and is not complete. `absent`: places that were not at hand.
    """

    at: datetime
    results: tuple[BackupResult, ...]
    covered: int
    absent: tuple[str, ...]

    @property
    def done(self) -> tuple[BackupResult, ...]:
        """Where a whole backup lies now."""
        return tuple(each for each in self.results if each.problem is None)

    @property
    def is_complete(self) -> bool:
        """Tell whether it lies everywhere it should, and a key place opens it."""
        return bool(self.done) and len(self.done) == len(self.results) and self.covered > 0


class BackupService:
    """The use case of backing up. A destruction waits for it, and it for a destruction."""

    def __init__(self, office: OpenOffice, places: KeyPlaceService) -> None:
        self._office = office
        self._door = office.door
        self._places = places

    def ready(self) -> tuple[str, ...]:
        """Return the labels of the places at hand; none where this account may not back up."""
        if self._office.looks_only or not self._office.actor.may(Right.BACK_UP):
            return ()
        with self._door.enter(Action.BACKUPS_READ, detail="ready") as step:
            return tuple(each.label for each in self._at_hand(step.uow.backups.targets()))

    def register(self, limit: int = 500) -> list[BackupRow]:
        """Return the register of backups, the newest line first."""
        with self._door.enter(Action.BACKUPS_READ, detail="register") as step:
            rows = step.uow.backups.rows(limit)
            step.count = len(rows)
            return rows

    def back_up(
        self, cause: BackupCause, tell: Progress | None = None, target_id: int | None = None
    ) -> BackupReport:
        """Make a backup at every registered place at hand, or at one.

        Key places come first. What a place refuses is told in its result and written down.
        Raises `NoBackupTargetError`, `TargetGoneError` where none is at hand, what stops the
        snapshot (`DiskFullError`, `FolderNotWritableError`), and what `tell` raises.
        """
        office = self._office
        with office.at_work, SnapshotLook(office.files.folder, office.keys) as look:
            source, targets = self._source(cause, target_id, look)
            at_hand = self._at_hand(targets) or (targets if target_id is not None else [])
            if not at_hand:
                raise TargetGoneError
            results = []
            for number, target in enumerate(at_hand):
                told = _Share(tell, number, len(at_hand))
                results.append(self._write(target, source, look, cause, told))
        absent = tuple(each.label for each in targets if each not in at_hand)
        facts = source.facts
        return BackupReport(facts.made_at, tuple(results), facts.covered, absent)

    def _at_hand(self, targets: list[BackupTarget]) -> list[BackupTarget]:
        office_id = self._office.info.id
        return [each for each in targets if is_connected(each.path, office_id, each.mark)]

    def _source(
        self, cause: BackupCause, target_id: int | None, look: SnapshotLook
    ) -> tuple[Source, list[BackupTarget]]:
        """Take everything as of one moment, and the places it is for, at hand or not.

        A key place that it has outrun is brought up again.
        """
        office, first = self._office, cause.carries_keys_first
        looks = self._places.brought_up() if first else look_at_places(office)
        with self._door.enter(Action.BACKUP_MADE, detail="snapshot") as step:
            targets = _targets(step, target_id)
            self._places.note(step, looks)
            ledger = office.keys.ledger_export()
            step.hold_separated()
            source = take_source(
                step.uow,
                office.files.folder,
                ledger,
                at=office.clock.now(),
                program=__version__,
            )
            look.begin(source)
        facts = source.facts
        covered = covering(looks, facts.generation, facts.revision)
        if looks and not covered and first:
            looks = self._places.brought_up()
            covered = covering(looks, facts.generation, facts.revision)
            with self._door.enter(Action.KEY_PLACES_READ, detail="covering") as step:
                self._places.note(step, looks)
        return replace(source, facts=replace(facts, covered=covered)), targets

    def _write(
        self,
        target: BackupTarget,
        source: Source,
        look: SnapshotLook,
        cause: BackupCause,
        tell: Progress,
    ) -> BackupResult:
        with self._written_down(target, source, cause) as row:
            writer = SetWriter(self._office.keys, tell)
            row.written = writer.write(target.path, target.mark, source, look)
        if row.problem is not None:
            return BackupResult(target.label, row.problem)
        return BackupResult(target.label, None, row.written.new_files, row.written.new_bytes)

    @contextmanager
    def _written_down(
        self, target: BackupTarget, source: Source, cause: BackupCause
    ) -> Iterator["_Line"]:
        """Enter how it ends into the register; a refusal stays there, anything else goes on."""
        line = _Line()
        try:
            yield line
        except Refusal as refusal:
            line.problem = refusal
        except Exception as error:
            _log.info("backup stopped: %s", type(error).__name__)
            self._record(target, source, cause, line, BackupOutcome.STOPPED)
            raise
        outcome = BackupOutcome.DONE if line.written else BackupOutcome.FAILED
        self._record(target, source, cause, line, outcome)

    def _record(
        self,
        target: BackupTarget,
        source: Source,
        cause: BackupCause,
        line: "_Line",
        outcome: BackupOutcome,
    ) -> None:
        row = BackupRow(
            at=source.facts.made_at,
            target_id=target.id,
            label=target.label,
            account_id=self._office.actor.account_id,
            cause=cause,
            outcome=outcome,
            covered=source.facts.covered,
            problem=type(line.problem).__name__ if line.problem else "",
        )
        done = line.written
        if done is not None:
            row = replace(
                row,
                set_name=done.place.name,
                new_files=done.new_files,
                new_bytes=done.new_bytes,
                total_bytes=done.manifest.size,
                removed=done.removed,
            )
        with self._door.enter(Action.BACKUP_MADE, detail=f"{cause.value} {outcome.value}") as step:
            step.uow.backups.record(row)
            if done is not None:
                step.uow.backups.note_sight(sight_of(self._office, target.id, target.path))
                note_set(step, target.id, source.facts)


def _targets(step: Step, target_id: int | None) -> list[BackupTarget]:
    if target_id is not None:
        return [find_target(step, target_id)]
    if not (targets := step.uow.backups.targets()):
        raise NoBackupTargetError
    return targets


@dataclass
class _Line:
    """What a line of the register is about to say."""

    written: Written | None = None
    problem: Refusal | None = None


class _Share:
    """Tells the progress at one of several places as a share of the whole."""

    def __init__(self, tell: Progress | None, number: int, count: int) -> None:
        self._tell, self._number, self._count = tell, number, count

    def __call__(self, done: int, total: int) -> None:
        if self._tell is not None:
            share = _SHARE * done // total
            self._tell(_SHARE * self._number + share, _SHARE * self._count)
