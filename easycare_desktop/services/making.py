"""A note in the folder of an office that is being made: what was cut off can be told, and goes."""

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.erasing import unmake
from easycare_desktop.services.office_setup import StoreChoice
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.system.single_instance import OfficeLock

_NOTE = "making.json"


def begin_making(folder: Path, office_id: str, key_place: Path | None) -> None:
    """Write down that an office is being made here, and where its keys are put besides."""
    note = {"id": office_id, "key_place": str(key_place) if key_place else ""}
    write_atomically(folder / _NOTE, json.dumps(note).encode())


def end_making(folder: Path) -> None:
    """Take the note away: the office is on the list, or somebody has opened it."""
    with suppress(OSError):
        (folder / _NOTE).unlink(missing_ok=True)


def sweep_unmade(roots: Iterable[Path], listed: Collection[Path], stores: StoreChoice) -> None:
    """Remove what a stop has left of offices that nobody could ever open.

    `listed`: the folders that the list of offices names; of these only the note goes. What is
    being made at this moment stays, and so does what cannot be read as our own note.
    """
    for root in roots:
        for folder in [each.parent for each in root.glob(f"*/{_NOTE}")]:
            if folder in listed:
                end_making(folder)
                continue
            with suppress(OSError, Refusal, ValueError, KeyError, TypeError):
                _sweep(folder, stores)


def _sweep(folder: Path, stores: StoreChoice) -> None:
    with OfficeLock(folder):
        note = json.loads((folder / _NOTE).read_bytes())
    office_id, key_place = str(note["id"]), str(note["key_place"])
    place = Path(key_place) if key_place else None
    for practice in (False, True):
        unmake(folder, office_id, stores(practice=practice), place)
