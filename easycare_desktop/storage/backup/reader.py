"""Sets at a place: which lie there, how each stands, and the way back out of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from easycare_desktop.storage.backup.checking import check_database
from easycare_desktop.storage.backup.copying import Meter, Progress, copy_out, sha256_of
from easycare_desktop.storage.backup.manifest import (
    FileKeys,
    Manifest,
    StoredFile,
    read_manifest,
    verify_manifest,
)
from easycare_desktop.storage.backup.places import (
    OFFICE_DB,
    SEPARATED_DB,
    SetPlace,
    backup_folder,
    sealed_names,
    set_places,
)
from easycare_desktop.storage.backup.refusals import (
    BackupDamagedError,
    BackupForeignError,
    BackupNewerFormatError,
    target_refusals,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from easycare_desktop.system.atomic_files import make_private_folder, sync_folder


class SetState(Enum):
    """How a set stands. WHOLE alone counts as a backup."""

    WHOLE = "whole"
    CUT = "cut"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    NEWER = "newer"


class Depth(Enum):
    """How closely to look.

    SIZES: the manifest is authentic and every file has its size. SET: the databases are read and
    hashed, too. ALL: so is every sealed file, and the databases are opened.
    """

    SIZES = "sizes"
    SET = "set"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FoundSet:
    """One set as it was found; `manifest` is there for WHOLE ones alone."""

    place: SetPlace
    state: SetState
    manifest: Manifest | None = None


def find_sets(
    target: Path, keys: FileKeys, depth: Depth = Depth.SIZES, tell: Progress | None = None
) -> list[FoundSet]:
    """Return every set of this office at a place, the newest first.

    The newest one is hashed at least. `tell` hears of each set, and may raise to stop.
    Raises `TargetGoneError`.
    """
    with target_refusals():
        places = set_places(backup_folder(target, keys.office_id))
        pool = sealed_names(places[0].pool) if places else {}
        least = Depth.SET if depth is Depth.SIZES else depth
        found = []
        for number, place in enumerate(places):
            found.append(judge(place, keys, least if number == 0 else depth, pool))
            if tell is not None:
                tell(number + 1, len(places))
        return found


def judge(
    place: SetPlace, keys: FileKeys, depth: Depth, pool: Mapping[str, int] | None = None
) -> FoundSet:
    """Look at one set. `pool`: name and size of the sealed files, where they are known."""
    if not place.is_finished:
        return FoundSet(place, SetState.CUT)
    try:
        manifest = open_set(place, keys)
        check_set(place, manifest, keys, depth, pool=pool)
    except BackupForeignError:
        return FoundSet(place, SetState.FOREIGN)
    except BackupNewerFormatError:
        return FoundSet(place, SetState.NEWER)
    except BackupDamagedError:
        return FoundSet(place, SetState.DAMAGED)
    return FoundSet(place, SetState.WHOLE, manifest)


def open_set(place: SetPlace, keys: FileKeys) -> Manifest:
    """Return the manifest of a set, proved to be made by this office and unchanged.

    Raises `BackupDamagedError`, `BackupForeignError`, `BackupNewerFormatError`.
    """
    manifest = read_manifest(place.folder)
    verify_manifest(manifest, place.name, keys)
    return manifest


def check_set(
    place: SetPlace,
    manifest: Manifest,
    keys: FileKeys,
    depth: Depth = Depth.ALL,
    *,
    pool: Mapping[str, int] | None = None,
    tell: Progress | None = None,
) -> None:
    """Compare what lies there with its manifest; raises `BackupDamagedError`, `TargetGoneError`."""
    there = sealed_names(place.pool) if pool is None else pool
    sound = all(there.get(each.name) == each.size for each in manifest.pool)
    sound = sound and all(_size(place.folder / each.name) == each.size for each in manifest.files)
    meter = Meter(manifest.size, tell or _silent)
    try:
        if depth is not Depth.SIZES:
            sound = sound and _hashed(place.folder, manifest.files, meter)
        if depth is Depth.ALL:
            sound = sound and _hashed(place.pool, manifest.pool, meter)
            if sound:
                _open_databases(place.folder, manifest, keys)
    except (FileDamagedError, WrongKeyError, OSError):
        sound = False
    if not sound:
        raise BackupDamagedError(place.name)


def stage_set(place: SetPlace, manifest: Manifest, folder: Path, tell: Progress) -> None:
    """Copy the databases and sealed files of a set into `folder`, each durable and compared.

    Raises `BackupDamagedError` and the refusals of the disk that `folder` lies on, as
    `TargetFullError`, `TargetClosedError`. Nothing of what was read is proved beyond its hash:
    `check_database` opens what was staged.
    """
    meter = Meter(manifest.size, tell)
    sealed = make_private_folder(folder / "files")
    try:
        for each in manifest.files:
            _bring(place.folder / each.name, folder / each.name, each, meter)
        for each in manifest.pool:
            _bring(place.pool / each.name, sealed / each.name, each, meter)
    except FileDamagedError:
        raise BackupDamagedError(place.name) from None
    with target_refusals():
        sync_folder(sealed)
        sync_folder(folder)


def _bring(source: Path, target: Path, wanted: StoredFile, meter: Meter) -> None:
    if copy_out(source, target, meter) != wanted:
        raise FileDamagedError(wanted.name)


def _hashed(folder: Path, files: tuple[StoredFile, ...], meter: Meter) -> bool:
    return all(
        sha256_of(folder / each.name, meter, from_medium=True) == each.sha256 for each in files
    )


def _open_databases(folder: Path, manifest: Manifest, keys: FileKeys) -> None:
    for name in (OFFICE_DB, SEPARATED_DB):
        stem = name.removesuffix(".db")
        check_database(folder / name, keys.file_key(stem, manifest.facts.file_keys[stem]))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""
