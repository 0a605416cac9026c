"""Which folder of an office holds the data in use: a small file names it, replaced whole.

A restore prepares `data-<n>.part`, gives it its name, and then moves the pointer. Whatever the
pointer does not name was either never put to use or is used no more.
"""

import json
import re
import shutil
from pathlib import Path

from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import (
    PART,
    disk_refusals,
    make_private_folder,
    overwrite_and_unlink,
    sync_folder,
    write_atomically,
)

POINTER = "data.json"
DATABASES = ("office", "separated", "drafts")
FILES = "files"
_FORMAT = 1
_FOLDER = re.compile(r"data-([1-9][0-9]*)")
_OURS = re.compile(rf"data-([1-9][0-9]*)(?:{re.escape(PART)})?")


def data_folder(folder: Path) -> Path:
    """Return the folder of the data in use: the office folder itself where nothing is named.

    Raises `FileDamagedError` for a pointer that cannot be read or names nothing.
    """
    name = _named(folder)
    if name is None:
        return folder
    if not (folder / name).is_dir():
        raise FileDamagedError(POINTER)
    return folder / name


def stage_data(folder: Path) -> Path:
    """Make an empty folder for data that is being prepared, with a number never used before."""
    numbers = [int(match[1]) for path in folder.iterdir() if (match := _OURS.fullmatch(path.name))]
    return make_private_folder(folder / f"data-{max([0, *numbers]) + 1}{PART}")


def put_to_use(folder: Path, stage: Path) -> Path:
    """Give a prepared folder its name and point to it: the writing of the pointer is the commit.

    Raises `DiskFullError`, `FolderNotWritableError`; then the data in use is the same as before.
    """
    ready = stage.with_name(stage.name.removesuffix(PART))
    with disk_refusals():
        stage.rename(ready)
        sync_folder(folder)
    body = json.dumps({"format": _FORMAT, "data": ready.name})
    write_atomically(folder / POINTER, body.encode("ascii"))
    return ready


def clear_unused(folder: Path) -> int:
    """Erase data that the pointer does not name; return how many folders. Can be repeated.

    Only for the one writer. Raises `FileDamagedError` rather than guess from a broken pointer.
    """
    current = data_folder(folder)
    unused = [
        path
        for path in folder.iterdir()
        if path.is_dir() and _OURS.fullmatch(path.name) and path != current
    ]
    if current != folder and _holds_data(folder):
        _erase_databases(folder)
        shutil.rmtree(folder / FILES, ignore_errors=True)
    for path in unused:
        _erase_databases(path)
        with disk_refusals():
            shutil.rmtree(path)
    sync_folder(folder)
    return len(unused)


def _holds_data(folder: Path) -> bool:
    return any((folder / f"{name}.db").exists() for name in DATABASES)


def _erase_databases(folder: Path) -> None:
    for name in DATABASES:
        overwrite_and_unlink(folder / f"{name}.db")
        for beside in (f"{name}.db-journal", f"{name}.before-*", f".{name}.*{PART}"):
            for path in folder.glob(beside):
                overwrite_and_unlink(path)


def _named(folder: Path) -> str | None:
    path = folder / POINTER
    try:
        body = json.loads(path.read_bytes())
        name = str(body["data"]) if body["format"] == _FORMAT else ""
    except FileNotFoundError:
        return None
    except (OSError, KeyError, TypeError, ValueError):
        raise FileDamagedError(POINTER) from None
    if _FOLDER.fullmatch(name) is None:
        raise FileDamagedError(POINTER)
    return name
