"""Makes one backup: new sealed files, both databases, the ledger, and the manifest last."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.backup.copying import (
    Meter,
    Progress,
    hand_blocks,
    hand_over,
    sha256_of,
)
from easycare_desktop.storage.backup.looking import SnapshotLook
from easycare_desktop.storage.backup.manifest import Facts, FileKeys, Manifest, StoredFile
from easycare_desktop.storage.backup.places import (
    LEDGER,
    MANIFEST,
    OFFICE_DB,
    SEPARATED_DB,
    SetPlace,
    new_set_place,
    pool_folder,
    sealed_names,
    set_places,
)
from easycare_desktop.storage.backup.reader import Depth, FoundSet, SetState, judge
from easycare_desktop.storage.backup.refusals import (
    BackupNewerElsewhereError,
    target_refusals,
)
from easycare_desktop.storage.backup.retention import sweep_sets
from easycare_desktop.storage.backup.settling import Settling
from easycare_desktop.storage.backup.snapshot import snapshot_path
from easycare_desktop.storage.backup.source import Source
from easycare_desktop.storage.backup.target import prepare_target, require_room
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import (
    make_private_folder,
    sync_folder,
    write_atomically,
)

_log = logging.getLogger(__name__)
AtStep = Callable[[str], None]
_PASSES = 2  # what is written is read back


@dataclass(frozen=True, slots=True)
class Written:
    """A finished backup. `new_files`, `new_bytes`: what had to be copied; `removed`: old sets."""

    place: SetPlace
    manifest: Manifest
    new_files: int
    new_bytes: int
    removed: int


def _free_place(folder: Path, facts: Facts) -> SetPlace:
    """Return a place for the set; two backups of one second get names of their own."""
    place = new_set_place(folder, facts.made_at, facts.instance)
    while place.is_finished:
        place = new_set_place(folder, place.begun_at + timedelta(seconds=1), facts.instance)
    return place


def _settle_names(folder: Path) -> None:
    with target_refusals():
        sync_folder(folder)


def _reach(facts: Facts) -> tuple[int, int]:
    """Return how far an installation had come: another PC begins a generation of its own."""
    return facts.generation, facts.saves


def _hash_of_ours(path: Path, meter: Meter) -> str:
    try:
        return sha256_of(path, meter)
    except OSError:
        raise FileDamagedError(path.name) from None


def no_step(_step: str) -> None:
    """Tell nobody how far a backup has come."""


class SetWriter:
    """Writes sets for one open office. `at_step` hears each step as it is reached."""

    def __init__(self, keys: FileKeys, tell: Progress, at_step: AtStep = no_step) -> None:
        self._keys = keys
        self._tell = tell
        self._at_step = at_step

    def write(self, target: Path, mark: str, source: Source, look: SnapshotLook) -> Written:
        """Make one backup at a registered place; whatever stops it leaves no manifest.

        `look`: was begun. Raises the refusals of the place, `CopyNotProvedError`, what `tell`
        raises, `BackupNewerElsewhereError`, and `FileDamagedError` where our own are damaged.
        """
        facts = source.facts
        folder = prepare_target(target, facts.office, mark)
        with target_refusals():
            there = sealed_names(pool_folder(folder))
            known = self._known(folder, source, there)
        missing = {
            name: size
            for name, size in source.sealed.items()
            if there.get(name) != size or name not in known
        }
        meter = self._meter(folder, source, sum(missing.values()))
        self._at_step("begun")
        place = _free_place(folder, facts)
        with target_refusals():
            make_private_folder(place.folder)
        with Settling(meter) as settling:
            settling.beside(look.wait)
            files = self._copy_set(source, place, settling)
            new = self._copy_files(source, pool_folder(folder), missing, there, settling)
            settling.wait()
            look.prove(files)
            # No manifest is durable before the names of its files are.
            for each in (pool_folder(folder), place.folder):
                settling.beside(partial(_settle_names, each))
        self._at_step("checked")
        pool = tuple(new.get(name) or known[name] for name in sorted(source.sealed))
        manifest = Manifest(facts, files, pool).signed(self._keys)
        with target_refusals():
            write_atomically(place.folder / MANIFEST, manifest.to_bytes())
        self._at_step("manifest")
        removed = self._sweep(place)
        self._at_step("swept")
        copied = sum(each.size for each in (*files, *new.values()))
        return Written(place, manifest, len(new), copied, removed)

    def _meter(self, folder: Path, source: Source, files: int) -> Meter:
        """Return what counts the bytes, once there is room for them; `files`: of sealed files."""
        names = (OFFICE_DB, SEPARATED_DB)
        databases = sum(snapshot_path(source.folder, name).stat().st_size for name in names)
        require_room(folder, files + databases)
        return Meter((files + databases) * _PASSES, self._tell)

    def _sweep(self, place: SetPlace) -> int:
        """Remove what is over its time; the backup is whole, so a refusal waits for the next."""
        try:
            with target_refusals():
                return sweep_sets(place, self._keys)
        except Refusal as refusal:
            _log.info("old sets stay for now: %s", type(refusal).__name__)
            return 0

    def _known(
        self, folder: Path, source: Source, there: Mapping[str, int]
    ) -> dict[str, StoredFile]:
        """Return the sealed files whose hash the newest set of this installation tells.

        Raises `BackupNewerElsewhereError` where another installation has gone on further; one that
        the office has left does not count, whatever it went on writing.
        """
        known: dict[str, StoredFile] = {}
        seen: set[str] = set()
        for place in set_places(folder):
            if place.instance in seen:
                continue
            found: FoundSet = judge(place, self._keys, Depth.SIZES, there)
            if found.manifest is None or found.state is not SetState.WHOLE:
                continue
            seen.add(place.instance)
            other = place.instance not in {source.facts.instance, *source.left}
            if other and _reach(found.manifest.facts) > _reach(source.facts):
                raise BackupNewerElsewhereError
            known |= {each.name: each for each in found.manifest.pool}
        return known

    def _copy_set(
        self, source: Source, place: SetPlace, settling: Settling
    ) -> tuple[StoredFile, ...]:
        """Write the files of the set itself."""
        copies = []
        for name in (OFFICE_DB, SEPARATED_DB):
            snapshot = snapshot_path(source.folder, name)
            copies.append(hand_over(snapshot, place.folder / name, settling.meter))
            settling.add(copies[-1])
        lines = "".join(f"{line}\n" for line in source.ledger).encode()
        copies.append(hand_blocks([lines], place.folder / LEDGER, settling.meter))
        settling.add(copies[-1])
        self._at_step("set")
        return tuple(each.stored for each in copies)

    def _copy_files(
        self,
        source: Source,
        pool: Path,
        missing: Mapping[str, int],
        there: Mapping[str, int],
        settling: Settling,
    ) -> dict[str, StoredFile]:
        """Bring the pool up to date; what a stop left there complete is kept."""
        new: dict[str, StoredFile] = {}
        for name, size in missing.items():
            origin = source.folder / "files" / name
            if there.get(name) == size:
                own = StoredFile(name, size, _hash_of_ours(origin, settling.meter))
                with target_refusals():
                    if sha256_of(pool / name, settling.meter) == own.sha256:
                        new[name] = own
                        continue
            handed = hand_over(origin, pool / name, settling.meter)
            settling.add(handed)
            new[name] = handed.stored
        self._at_step("files")
        return new
