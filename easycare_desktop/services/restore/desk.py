"""Restores data: prepared beside the data in use, checked, shown, then put to use in one move.

Keys are never part of it: they are in use already, and newer than any backup.
"""

import json
import logging
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, NotPermittedError, Right
from easycare_desktop.services.door import Door
from easycare_desktop.services.restore.carried_along import carry_vault, take_drafts
from easycare_desktop.services.restore.data_room import DataRoom, PersonSeen, Site
from easycare_desktop.services.restore.kept_persons import name_kept
from easycare_desktop.services.restore.preview import Preview, compare
from easycare_desktop.storage.backup.checking import check_database
from easycare_desktop.storage.backup.manifest import Manifest
from easycare_desktop.storage.backup.places import LEDGER, SetPlace
from easycare_desktop.storage.backup.reader import FoundSet, find_sets, open_set, stage_set
from easycare_desktop.storage.databases.data_pointer import data_folder, put_to_use, stage_data
from easycare_desktop.storage.keys.data_age import least_saves
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import rekey
from easycare_desktop.storage.restore.carrying import Carried, carry_office
from easycare_desktop.storage.restore.journal import begin_restore, settle_restores
from easycare_desktop.storage.restore.lineage import check_line
from easycare_desktop.storage.restore.refusals import BackupAlarmError, NothingStagedError
from easycare_desktop.storage.restore.replay import Replayed, raise_floors, replay
from easycare_desktop.system.atomic_files import disk_refusals
from easycare_desktop.system.refusals import DiskFullError

Tell = Callable[[int, int], None]
AtStep = Callable[[str], None]
_VAULTS = ("office", "separated")
_OF_BACKUPS = "easycare-backup-"
_log = logging.getLogger(__name__)


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def no_step(_step: str) -> None:
    """Tell nobody which step was reached."""


def find_backups(target: Path, keys: OpenKeys) -> list[FoundSet]:
    """Return the backups at a place; the folder of backups itself may be named, too."""
    place = target.parent if target.name.startswith(_OF_BACKUPS) else target
    return find_sets(place, keys)


@dataclass(frozen=True, slots=True)
class _Staged:
    folder: Path
    room: DataRoom
    manifest: Manifest
    alone: bool


class RestoreDesk:
    """Restores into the folder of an office that is closed for everybody else.

    `at_step` hears each step. `whole`: nothing newer than the backup exists, so numbers go on.
    """

    def __init__(self, site: Site, at_step: AtStep = no_step, *, whole: bool = False) -> None:
        self._site = site
        self._whole = whole
        self._at_step = at_step
        self._staged: _Staged | None = None
        self._most_saves = 0
        self._newest: datetime | None = None

    @property
    def staged_door(self) -> Door:
        """The door of the data that is prepared; raises `NothingStagedError`."""
        if self._staged is None:
            raise NothingStagedError
        return self._staged.room.door

    def sets(self, target: Path) -> list[FoundSet]:
        """Return the backups of this office at a place, the newest first.

        The folder of backups itself may be chosen, too. Raises `TargetGoneError`.
        """
        found = find_backups(target, self._site.keys)
        facts = [each.manifest.facts for each in found if each.manifest]
        self._most_saves = max([self._most_saves, *(each.saves for each in facts)])
        self._newest = max((each.made_at for each in facts), default=None)
        return found

    def prepare(self, place: SetPlace, tell: Tell = silent) -> Preview:
        """Copy a backup beside the data in use, check all of it, and apply what the keys know.

        Nothing of the data in use changes but its access log. Raises `NotPermittedError`,
        `BackupDamagedError`, `BackupForeignError`, `BackupForkedError`, `BackupAlarmError`,
        `KeysOlderError`, `NewerSchemaError`, and the refusals of the disk.
        """
        self.give_up()
        self._check_right()
        manifest = open_set(place, self._site.keys)
        check_line(self._site.keys, manifest.facts, place.name)
        with ExitStack() as stack:
            stage = stage_data(self._site.folder)
            stack.callback(shutil.rmtree, stage, ignore_errors=True)
            stage_set(place, manifest, stage, tell)
            self._at_step("copied")
            room = self._open_stage(stage, manifest)
            stack.callback(room.close)
            preview = self._judge(room, place, manifest)
            self._at_step("prepared")
            stack.pop_all()
        self._staged = _Staged(stage, room, manifest, alone=not preview.present_readable)
        return preview

    def finish(self) -> None:
        """Put the prepared data to use: before the pointer is written nothing has happened.

        Raises `NothingStagedError` and the refusals of the disk.
        """
        staged, site = self._staged, self._site
        if staged is None:
            raise NothingStagedError
        self._describe(staged)
        staged.room.close()
        self._staged = None
        facts = {"set": staged.manifest.facts.made_at.isoformat(), "alone": staged.alone}
        name = staged.folder.stem
        begin_restore(site.keys, name, facts, site.clock.now())
        self._at_step("begun")
        put_to_use(site.folder, staged.folder)
        self._at_step("committed")
        settle_restores(site.folder, site.keys, site.clock.now())
        self._at_step("settled")

    def give_up(self) -> None:
        """Take back what was prepared; the data in use is as it was."""
        if self._staged is not None:
            self._staged.room.close()
            shutil.rmtree(self._staged.folder, ignore_errors=True)
            self._staged = None

    def _check_right(self) -> None:
        if not self._site.actor.may(Right.RESTORE):
            raise NotPermittedError(self._site.actor.role, Right.RESTORE)

    def _open_stage(self, stage: Path, manifest: Manifest) -> DataRoom:
        """Open the copy with the key that its backup names; the newest one takes over."""
        with disk_refusals():
            (stage / LEDGER).unlink()
        for name in _VAULTS:
            path = stage / f"{name}.db"
            key = self._site.keys.file_key(name, manifest.facts.file_keys[name])
            newest = self._site.keys.file_key(name)
            if newest != key:
                check_database(path, key)
                rekey(path, key, newest)
        return DataRoom(stage, self._site)

    def _judge(self, room: DataRoom, place: SetPlace, manifest: Manifest) -> Preview:
        """Merge what may not be rolled back, apply what the keys know, tell the difference."""
        present = self._open_present()
        before: dict[int, PersonSeen] = {}
        carried = Carried(0, log=False)
        if present is not None:
            try:
                before = present.people("compare")
                carried = carry_office(room.folder, present.folder, self._site.keys)
            finally:
                present.close()
        vault_carried = carry_vault(self._site, room)
        take_drafts(self._site, room)
        self._at_step("carried")
        applied = self._replay(room, alone=present is None and not self._whole)
        after = room.people("after")
        appear, disappear, changed = compare(before, after)
        return Preview(
            set_name=place.name,
            made_at=manifest.facts.made_at,
            size=manifest.size,
            people=len(after),
            files=len(manifest.pool),
            present_readable=present is not None,
            log_carried=carried.log,
            served=carried.persons,
            dropped=applied.dropped,
            separated=applied.separated,
            newer_only=len(applied.newer_only),
            appear=appear if present is not None else (),
            disappear=disappear,
            changed=changed,
            vault_carried=vault_carried,
            newer_backup=self._newest is not None and self._newest > manifest.facts.made_at,
        )

    def _open_present(self) -> DataRoom | None:
        """Open the data in use; what cannot be read, or was written elsewhere, counts for none."""
        try:
            room = DataRoom(data_folder(self._site.folder), self._site)
        except DiskFullError:
            raise
        except Refusal as refusal:
            _log.warning("the data in use is not read: %s", type(refusal).__name__)
            return None
        with room.door.enter(Action.RESTORED, detail="prepare") as step:
            instance = step.uow.meta.get("instance")
        if instance == self._site.keys.file.identity.instance:
            return room
        room.close()
        return None

    def _replay(self, room: DataRoom, *, alone: bool) -> Replayed:
        """Apply tombstones and separations; raise `BackupAlarmError` where a row has no key."""
        now = self._site.clock.now()
        with room.door.enter(Action.RESTORED, detail="replay") as step:
            if alone:
                raise_floors(step.uow, step.separated, now.date())
            name_kept(step)
            applied = replay(step.uow, step.separated, now)
            if not applied.is_sound:
                raise BackupAlarmError(applied.keyless)
            step.count = applied.dropped
        return applied

    def _describe(self, staged: _Staged) -> None:
        """Write into the data whose it is now, and that it was restored."""
        keys = self._site.keys
        with staged.room.door.enter(Action.RESTORED, detail="commit") as step:
            meta, identity = step.uow.meta, keys.file.identity
            meta.put("lineage", identity.lineage)
            meta.put("instance", identity.instance)
            mark = json.loads(meta.get("mark", "{}"))
            mark["saves"] = max(int(mark.get("saves", 0)), self._most_saves, least_saves(keys))
            meta.put("mark", json.dumps(mark))
