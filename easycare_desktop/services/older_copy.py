"""The older copy of an office that arrives on its PC: named before the commit, erased after it."""

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.services.office_setup import ID_FILE, office_id_of
from easycare_desktop.storage.keys.generation_files import (
    device_entry,
    generations_with_keys,
    generations_with_slots,
)
from easycare_desktop.storage.keys.refusals import KeysMissingError
from easycare_desktop.system.atomic_files import overwrite_and_unlink, write_atomically
from easycare_desktop.system.office_registry import ARRIVING


def begin_arriving(folder: Path) -> None:
    """Say that an office arrives here; until it is entered into the list it can go."""
    _note(folder, None, ())


def name_older(folder: Path, older: Path) -> None:
    """Say which older copy goes once the office in `folder` is entered into the list."""
    generations = {*generations_with_keys(older), *generations_with_slots(older)}
    _note(folder, older, generations)


def finish_arriving(folder: Path, store: CredentialStore | None) -> None:
    """Erase the older copy of an office that is in the list: device keys, keys, then the rest.

    What stops it is gone on with at the next start of the program. What cannot be read as our own
    note, or names no copy of this very office, erases nothing.
    """
    with suppress(OSError, Refusal, ValueError, KeyError, TypeError):
        path = folder / ARRIVING
        if not path.is_file():
            return
        noted = json.loads(path.read_bytes())
        older = Path(noted["older"]) if noted["older"] else None
        if older is not None and older != folder:
            _erase_copy(folder, older, {int(each) for each in noted["generations"]}, store)
        path.unlink()


def erase_folder(folder: Path) -> None:
    """Overwrite the keys in a folder, then remove it; what another program holds stays.

    The file that tells whose folder it is goes last, so that a stop can be gone on with.
    """
    for path in (*folder.glob("keys-*"), *folder.glob("slots-*")):
        overwrite_and_unlink(path)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != ID_FILE:
            with suppress(OSError):
                path.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _note(folder: Path, older: Path | None, generations: Iterable[int]) -> None:
    body = {"older": str(older or ""), "generations": sorted(generations)}
    write_atomically(folder / ARRIVING, json.dumps(body).encode())


def _erase_copy(
    folder: Path, older: Path, generations: set[int], store: CredentialStore | None
) -> None:
    office_id = office_id_of(folder)
    try:
        for generation in sorted(generations - {*generations_with_slots(folder)}):
            if store is not None:
                store.delete(device_entry(office_id, generation))
    finally:
        with suppress(KeysMissingError):
            if office_id_of(older) == office_id:
                erase_folder(older)
