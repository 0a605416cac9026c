"""Names of the files of a key generation, and which of them a folder holds."""

import re
from pathlib import Path

ATTEMPTS = "attempts.json"
_KEYS = re.compile(r"keys-([1-9][0-9]*)\.db")
_SLOTS = re.compile(r"slots-([1-9][0-9]*)\.json")


def keys_path(folder: Path, generation: int) -> Path:
    """Return the path of the SQLCipher file of a generation."""
    return folder / f"keys-{generation}.db"


def journal_path(folder: Path, generation: int) -> Path:
    """Return the path of the rollback journal of a generation."""
    return folder / f"keys-{generation}.db-journal"


def slots_path(folder: Path, generation: int) -> Path:
    """Return the path of the file that tells how a generation is opened."""
    return folder / f"slots-{generation}.json"


def generations_with_keys(folder: Path) -> list[int]:
    """Return the generations whose keys file lies here, the newest first."""
    return _found(folder, _KEYS)


def generations_with_slots(folder: Path) -> list[int]:
    """Return the committed generations, the newest first."""
    return _found(folder, _SLOTS)


def next_generation(folder: Path) -> int:
    """Return a number above every one that any file here carries."""
    return max([0, *generations_with_keys(folder), *generations_with_slots(folder)]) + 1


def device_entry(office_id: str, generation: int) -> str:
    """Return the name under which a credential store holds the device key."""
    return f"{office_id} {generation}"


def _found(folder: Path, pattern: re.Pattern[str]) -> list[int]:
    if not folder.is_dir():
        return []
    matches = (pattern.fullmatch(path.name) for path in folder.iterdir())
    return sorted((int(match[1]) for match in matches if match), reverse=True)
