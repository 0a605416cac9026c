"""Names and folders of backups at a place: one folder an office, a pool of files, and sets."""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.system.clock import SEOUL

_PREFIX = "easycare-backup-"
MANIFEST = "manifest.json"
MARK = "target.json"
OFFICE_DB, SEPARATED_DB, LEDGER = "office.db", "separated.db", "ledger.jsonl"
SET_FILES = (OFFICE_DB, SEPARATED_DB, LEDGER)
_SET = re.compile(r"(\d{8}-\d{6})-([0-9a-f]{4,32})")
_MOMENT = "%Y%m%d-%H%M%S"
_POOL = re.compile(r"[0-9a-f]{32}")
# Every name that a key file, a way in, or a stamp of a key place ever has.
_KEYS = re.compile(
    r"\.?(keys|slots|kit|trial)-\d+\.(db|json)(-journal)?(\..*)?|(place|mark|attempts)\.json"
)


def backup_folder(target: Path, office_id: str) -> Path:
    """Return the folder of an office at a place; several offices may share one."""
    return target / f"{_PREFIX}{office_id}"


def backup_folders(target: Path) -> list[Path]:
    """Return the folders of all offices that have backups at a place."""
    return sorted(path for path in target.glob(f"{_PREFIX}*") if path.is_dir())


def pool_folder(folder: Path) -> Path:
    """Return the folder of the sealed files that all sets share."""
    return folder / "files"


def sets_folder(folder: Path) -> Path:
    """Return the folder of the sets."""
    return folder / "sets"


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Where a set lies; its name tells when it was begun, in Seoul, and by which installation."""

    folder: Path
    begun_at: datetime
    instance: str

    @property
    def name(self) -> str:
        """The name of the set."""
        return self.folder.name

    @property
    def is_finished(self) -> bool:
        """Tell whether a manifest lies there; without one it is no backup."""
        return (self.folder / MANIFEST).is_file()

    @property
    def pool(self) -> Path:
        """The sealed files that all sets beside this one share."""
        return pool_folder(self.folder.parent.parent)


def new_set_place(folder: Path, at: datetime, instance: str) -> SetPlace:
    """Return the place of a set that is about to be made."""
    return SetPlace(sets_folder(folder) / f"{at.strftime(_MOMENT)}-{instance}", at, instance)


def set_places(folder: Path) -> list[SetPlace]:
    """Return every set in the folder of an office, whole or not, the newest first."""
    home = sets_folder(folder)
    if not home.is_dir():
        return []
    found = ((each, _SET.fullmatch(each.name)) for each in home.iterdir() if each.is_dir())
    places = [
        SetPlace(each, datetime.strptime(match[1], _MOMENT).replace(tzinfo=SEOUL), match[2])
        for each, match in found
        if match
    ]
    return sorted(places, key=lambda each: each.name, reverse=True)


def places_beside(place: SetPlace) -> list[SetPlace]:
    """Return every set that lies where this one does, itself too, the newest first."""
    return set_places(place.folder.parent.parent)


def is_pool_name(name: str) -> bool:
    """Tell whether a name is one that this program gives to a sealed file."""
    return _POOL.fullmatch(name) is not None


def sealed_names(folder: Path) -> dict[str, int]:
    """Return name and size of every sealed file in a folder; none where it is missing."""
    try:
        with os.scandir(folder) as entries:
            return {
                each.name: each.stat().st_size
                for each in entries
                if is_pool_name(each.name) and each.is_file()
            }
    except FileNotFoundError:
        return {}


def keys_inside(folder: Path) -> list[Path]:
    """Return every file anywhere in `folder` that has the name of a key file.

    Raises `OSError` where a folder cannot be looked into.
    """
    return [
        Path(home, name)
        for home, _folders, names in os.walk(folder, onerror=_raise)
        for name in names
        if _KEYS.fullmatch(name)
    ]


def _raise(error: OSError) -> None:
    raise error
