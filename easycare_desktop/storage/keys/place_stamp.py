"""What a key place says of itself without any password: whose keys, how new, by which instance."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from easycare_desktop.storage.keys.generation_files import keys_path

STAMP = "place.json"
OURS = re.compile(r"(?:keys|kit|trial)-([1-9][0-9]*)\.(?:db|json)")
_PREFIX = "easycare-keys-"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The stamp of a copy. `sha256`: of the key file. `instance`: the installation that wrote.

    `mark`: of the place it was made for; empty where an older program wrote it.
    """

    office: str
    generation: int
    revision: int
    sha256: str
    instance: str
    mark: str = ""

    def to_bytes(self) -> bytes:
        """Return the file."""
        return json.dumps(asdict(self)).encode("ascii")


def keys_folder(place: Path, office_id: str) -> Path:
    """Return the folder of an office at a place, so that two offices may share a stick."""
    return place / f"{_PREFIX}{office_id}"


def kit_path(folder: Path, generation: int) -> Path:
    """Return the path of the part of the slots that the recovery sheet opens."""
    return folder / f"kit-{generation}.json"


def key_folders(place: Path) -> list[Path]:
    """Return the folders of all offices that have keys at a place."""
    return sorted(path for path in place.glob(f"{_PREFIX}*") if path.is_dir())


def read_stamp(folder: Path) -> Stamp | None:
    """Read the stamp of a folder; nothing where there is none that can be read."""
    try:
        body = json.loads((folder / STAMP).read_bytes())
        return Stamp(
            str(body["office"]),
            int(body["generation"]),
            int(body["revision"]),
            str(body["sha256"]),
            str(body["instance"]),
            str(body.get("mark", "")),
        )
    except (OSError, AttributeError, KeyError, TypeError, ValueError):
        return None


def is_whole(folder: Path, stamp: Stamp) -> bool:
    """Tell whether the key file is the one that the stamp was made for, and its kit is there."""
    try:
        content = keys_path(folder, stamp.generation).read_bytes()
    except OSError:
        return False
    whole = hashlib.sha256(content).hexdigest() == stamp.sha256
    return whole and kit_path(folder, stamp.generation).is_file()


def generations_in(folder: Path) -> Iterator[int]:
    """Yield the generation of every file of ours, an older one or a trial too."""
    for path in folder.iterdir():
        match = OURS.fullmatch(path.name)
        if match:
            yield int(match[1])
