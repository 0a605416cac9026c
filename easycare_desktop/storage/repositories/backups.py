"""Registered places for backups, the register of backups, and what was last seen outside."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from easycare_desktop.domain.backups import BackupCause, BackupOutcome, PlaceKind
from easycare_desktop.storage.databases.backup_tables import backup, backup_target, place_sight


@dataclass(frozen=True, slots=True)
class BackupTarget:
    """A registered place. `mark`: what its folder must carry. `last_at`: of the last whole set."""

    id: int
    label: str
    path: Path
    mark: str
    added_at: datetime
    last_at: datetime | None
    last_set: str


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One line of the register. `covered`: key places that held keys as new. `problem`: a code."""

    at: datetime
    target_id: int
    label: str
    account_id: int
    cause: BackupCause
    outcome: BackupOutcome
    set_name: str = ""
    new_files: int = 0
    new_bytes: int = 0
    total_bytes: int = 0
    covered: int = 0
    removed: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PlaceSight:
    """When a place outside was last at hand, whether it was another device, and how it stood.

    `generation`: of the keys that lay there; 0 for a place of backups.
    """

    kind: PlaceKind
    place_id: int
    seen_at: datetime
    elsewhere: bool
    sound: bool
    size: int
    generation: int = 0


class BackupsRepository:
    """Rows of `backup_target`, `backup` and `place_sight`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def targets(self) -> list[BackupTarget]:
        """Return the registered places, the first one first."""
        rows = self._connection.execute(select(backup_target).order_by(backup_target.c.id))
        return [_target(row) for row in rows]

    def add_target(self, label: str, path: Path, mark: str, at: datetime) -> BackupTarget:
        """Register a place; one that is registered already keeps its number."""
        values = {"label": label, "path": str(path), "mark": mark, "added_at": at}
        statement = insert(backup_target).values(values)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["path"], set_={"label": label, "mark": mark}
            )
        )
        row = self._connection.execute(
            select(backup_target).where(backup_target.c.path == str(path))
        ).one()
        return _target(row)

    def remove_target(self, target_id: int) -> None:
        """Strike a place off; its lines in the register stay."""
        where = backup_target.c.id == target_id
        self._connection.execute(backup_target.delete().where(where))

    def record(self, row: BackupRow) -> None:
        """Add a line to the register; a whole backup is noted at its place too."""
        values = {name: getattr(row, name) for name in BackupRow.__slots__}
        values |= {"cause": row.cause.value, "outcome": row.outcome.value}
        self._connection.execute(backup.insert().values(values))
        if row.outcome is BackupOutcome.DONE:
            self.correct_last(row.target_id, row.at, row.set_name)

    def rows(self, limit: int = 500) -> list[BackupRow]:
        """Return the register, the newest line first."""
        found = self._connection.execute(select(backup).order_by(backup.c.id.desc()).limit(limit))
        return [_row(each) for each in found]

    def correct_last(self, target_id: int, at: datetime | None, set_name: str) -> None:
        """Note what is the newest whole set at a place, as somebody saw it there."""
        self._connection.execute(
            backup_target.update()
            .where(backup_target.c.id == target_id)
            .values(last_at=at, last_set=set_name)
        )

    def note_sight(self, sight: PlaceSight) -> None:
        """Note how a place stood that was at hand."""
        values = {name: getattr(sight, name) for name in PlaceSight.__slots__}
        values["kind"] = sight.kind.value
        keys = {"kind", "place_id"}
        self._connection.execute(
            insert(place_sight)
            .values(values)
            .on_conflict_do_update(
                index_elements=sorted(keys),
                set_={name: value for name, value in values.items() if name not in keys},
            )
        )

    def sights(self, kind: PlaceKind) -> dict[int, PlaceSight]:
        """Return what was last seen, by the number of the place."""
        rows = self._connection.execute(select(place_sight).where(place_sight.c.kind == kind.value))
        return {
            row.place_id: PlaceSight(
                kind, row.place_id, row.seen_at, row.elsewhere, row.sound, row.size, row.generation
            )
            for row in rows
        }


def _target(row: Row[tuple[object, ...]]) -> BackupTarget:
    return BackupTarget(
        id=row.id,
        label=row.label,
        path=Path(row.path),
        mark=row.mark,
        added_at=row.added_at,
        last_at=row.last_at,
        last_set=row.last_set or "",
    )


def _row(row: Row[tuple[object, ...]]) -> BackupRow:
    values = {name: getattr(row, name) for name in BackupRow.__slots__}
    values |= {"cause": BackupCause(row.cause), "outcome": BackupOutcome(row.outcome)}
    return BackupRow(**values)
