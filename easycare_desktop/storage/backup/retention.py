"""How long sets are kept: all of a month, then the newest whole one of each month."""

from datetime import timedelta
from itertools import groupby
from pathlib import Path

from easycare_desktop.storage.backup.manifest import FileKeys, read_manifest
from easycare_desktop.storage.backup.places import (
    MANIFEST,
    SetPlace,
    pool_folder,
    sealed_names,
    set_places,
)
from easycare_desktop.storage.backup.reader import Depth, SetState, judge
from easycare_desktop.storage.backup.refusals import BackupDamagedError, BackupNewerFormatError
from easycare_desktop.system.atomic_files import durable_unlink

KEEP_ALL_DAYS = 30


def sweep_sets(newest: SetPlace, keys: FileKeys) -> int:
    """Remove the sets that are over their time and the files that no set names; return how many.

    `newest`: the set that was just finished; it always stays. Of each installation and each month
    that is past, the newest whole set stays, and every set as long as none of that month is whole.
    What a stop of this installation left without manifest goes. A file of the pool goes last, and
    only while every remaining set is finished and can be read.
    """
    folder = newest.folder.parent.parent
    others = [each for each in set_places(folder) if each != newest]
    doomed = [each for each in others if not each.is_finished and each.instance == newest.instance]
    doomed += _over([each for each in others if each.is_finished], newest, keys)
    for each in doomed:
        remove_set(each)
    if doomed:
        _sweep_pool(folder)
    return len(doomed)


def remove_set(place: SetPlace) -> None:
    """Remove a set, its manifest first: from then on it is no backup."""
    durable_unlink(place.folder / MANIFEST)
    for each in place.folder.iterdir():
        each.unlink(missing_ok=True)
    place.folder.rmdir()


def _over(places: list[SetPlace], newest: SetPlace, keys: FileKeys) -> list[SetPlace]:
    """Return the sets of past months beside the one that stays."""
    today = newest.begun_at.date()
    old = [each for each in places if today - each.begun_at.date() > timedelta(KEEP_ALL_DAYS)]
    pool = sealed_names(newest.pool) if old else {}
    doomed = []
    for _, group in groupby(sorted(old, key=_month), key=_month):
        month = sorted(group, key=lambda each: each.name, reverse=True)
        if len(month) > 1:
            found = [judge(each, keys, Depth.SIZES, pool) for each in month]
            stays = next((each for each in found if each.state is SetState.WHOLE), None)
            doomed += [
                each.place
                for each in found
                if stays is not None and each != stays and each.state is not SetState.NEWER
            ]
    return doomed


def _month(place: SetPlace) -> tuple[str, str]:
    return place.instance, f"{place.begun_at:%Y-%m}"


def _sweep_pool(folder: Path) -> None:
    """Remove sealed files that no set names any more."""
    named: set[str] = set()
    for place in set_places(folder):
        try:
            named |= {each.name for each in read_manifest(place.folder).pool}
        except (BackupDamagedError, BackupNewerFormatError):
            return
    pool = pool_folder(folder)
    for name in sealed_names(pool).keys() - named:
        durable_unlink(pool / name)
