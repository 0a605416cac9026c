"""Erasing a closed office from this PC: keys first, then the store's entries, then the data."""

import json
import shutil
from contextlib import suppress
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStore, CredentialStoreError
from easycare_desktop.services.older_copy import finish_arriving
from easycare_desktop.storage.keys.creation import FIRST
from easycare_desktop.storage.keys.generation_files import (
    device_entry,
    generations_with_keys,
    generations_with_slots,
)
from easycare_desktop.storage.keys.key_places import clear_place
from easycare_desktop.storage.keys.pcs import pc_entry
from easycare_desktop.system.atomic_files import overwrite_and_unlink, write_atomically
from easycare_desktop.system.office_registry import ERASING

_SECRET = ("keys-*", "slots-*")
_OURS = (
    *("office.db*", "separated.db*", "drafts.db*", "*.before-*", "ledger.jsonl", "clock.json"),
    *("data.json", "office.lock", "office.json", "attempts.json", ".*.part"),
)
_FOLDERS = ("files", "data-*", "drill.part")


def unmake(
    folder: Path, office_id: str, store: CredentialStore | None, key_place: Path | None
) -> None:
    """Remove an office that could not be finished: nobody has opened it, nothing was kept in it.

    On a disk that is gone it may have been finished all the same, so what opens it stays; its note
    lets the next making go on. `key_place`: where its keys were put besides.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if not _is_away(folder):
        return
    if store is not None:
        with suppress(CredentialStoreError):
            store.delete(device_entry(office_id, FIRST))
    if key_place is not None:
        clear_place(key_place, office_id)


def _is_away(folder: Path) -> bool:
    try:
        return folder.parent.is_dir() and not folder.exists()
    except OSError:
        return False


def go_on_erasing(folder: Path, store: CredentialStore | None) -> bool:
    """Finish an erasing that was cut off; tell whether the whole office is gone now.

    Of an office that arrived, the older copy goes. What cannot be read as our own note erases
    nothing.
    """
    finish_arriving(folder, store)
    with suppress(OSError, Refusal, ValueError, KeyError, TypeError):
        if (folder / ERASING).is_file():
            erase_office(folder, _begun(folder)[0], store)
            return True
    return False


def end_erasing(folder: Path) -> None:
    """Take away what says that it was begun; last of all, when nothing leads here any more."""
    (folder / ERASING).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def erase_office(folder: Path, office_id: str, store: CredentialStore | None) -> tuple[int, bool]:
    """Erase a closed office; return how many key files went, and whether its store is clear.

    From the first step on it says so in the folder: whatever stops it, it is gone on with. Raises
    the disk's refusals.
    """
    generations = {*generations_with_keys(folder), *generations_with_slots(folder)}
    generations |= _begun(folder)[1]
    body = json.dumps({"id": office_id, "generations": sorted(generations)})
    write_atomically(folder / ERASING, body.encode("ascii"))
    erased = _erase_secrets(folder)
    cleared = _clear_store(store, office_id, generations)
    erase_data(folder)
    return erased, cleared


def _begun(folder: Path) -> tuple[str, set[int]]:
    path = folder / ERASING
    if not path.is_file():
        return "", set()
    body = json.loads(path.read_bytes())
    return str(body["id"]), set(body["generations"])


def _erase_secrets(folder: Path) -> int:
    """Overwrite and remove keys and slots first: without them the rest is noise."""
    paths = sorted(path for pattern in _SECRET for path in folder.glob(pattern))
    for path in paths:
        overwrite_and_unlink(path)
    return len(paths)


def _clear_store(store: CredentialStore | None, office_id: str, generations: set[int]) -> bool:
    if store is None:
        return True
    entries = [device_entry(office_id, each) for each in sorted(generations)]
    entries.append(pc_entry(office_id))
    try:
        for entry in entries:
            store.delete(entry)
        return all(store.get(entry) is None for entry in entries)
    except CredentialStoreError:
        return False


def erase_data(folder: Path) -> None:
    """Remove what is ours; a file that somebody else put there stays, and so does its folder."""
    if not folder.is_dir():
        return
    for pattern in _FOLDERS:
        for path in folder.glob(pattern):
            shutil.rmtree(path)
    for pattern in _OURS:
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()
