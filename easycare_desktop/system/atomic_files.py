"""Files that are either the old one or the new one, whatever happens in between."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from easycare_desktop.system.refusals import (
    DiskFullError,
    DiskGoneError,
    FileInUseError,
    FolderNotWritableError,
)

PART = ".part"
CHUNK = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO}
# Windows: not ready, no such device, volume changed, device failed, device not connected.
_GONE_ON_WINDOWS = {21, 433, 1006, 1117, 1167}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EEXIST}
_REPLACE_ATTEMPTS = 20 if sys.platform == "win32" else 1
_REPLACE_PAUSE = 0.05
_SYNCS_FOLDERS = sys.platform != "win32"


@contextmanager
def disk_refusals() -> Iterator[None]:
    """Turn the disk's errors into `DiskFullError`, `DiskGoneError`, `FolderNotWritableError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError from None
        if error.errno in _GONE or getattr(error, "winerror", None) in _GONE_ON_WINDOWS:
            raise DiskGoneError from None
        if error.errno in _CLOSED:
            raise FolderNotWritableError(error.errno or 0) from None
        raise


def make_private_folder(folder: Path) -> Path:
    """Make `folder` with its parents, readable by this user alone, and return it."""
    with disk_refusals():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` durably: a part beside it, synced, put in place, folder synced.

    Raises `DiskFullError`, `DiskGoneError`, `FolderNotWritableError`, or `FileInUseError` where
    the old file is held by another program; the old file stays then.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}{PART}")
    with disk_refusals():
        try:
            _write_synced(part, content)
            _put_in_place(part, path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _insist(partial(_sync_place, path))


def sync_folder(folder: Path) -> None:
    """Make names made or removed in `folder` durable, where folders can be synced.

    Windows keeps them in order by itself, and writes them down at the latest with the next sync.
    """
    if _SYNCS_FOLDERS:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def durable_unlink(path: Path) -> None:
    """Remove a file for good from its folder; one that is gone already is fine."""
    with disk_refusals():
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            sync_folder(path.parent)


def overwrite_and_unlink(path: Path) -> None:
    """Overwrite a file with random bytes, then remove it; one that is gone already is fine.

    On an SSD the old cells may stay for a while: this is tidiness, and no proof of anything.
    """
    with disk_refusals(), suppress(FileNotFoundError), path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(os.urandom(min(left, CHUNK)))
        file.flush()
        os.fsync(file.fileno())
    durable_unlink(path)


def remove_leftover_parts(folder: Path) -> int:
    """Remove the parts that a crash left in `folder`; return how many. Only for the one writer."""
    parts = list(folder.glob(f".*{PART}"))
    for part in parts:
        durable_unlink(part)
    return len(parts)


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(part: Path, path: Path) -> None:
    try:
        _insist(partial(part.replace, path))
    except PermissionError as error:
        if path.is_file():
            raise FileInUseError(error.errno or 0) from None
        raise


def _sync_place(path: Path) -> None:
    """Make it durable that a file has come to its place."""
    if _SYNCS_FOLDERS:
        sync_folder(path.parent)
        return
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _insist(act: Callable[[], object]) -> None:
    """Act. On Windows a virus scanner may hold the file for a moment, so insist a little."""
    for attempt in range(1, _REPLACE_ATTEMPTS + 1):
        try:
            act()
        except PermissionError:
            if attempt == _REPLACE_ATTEMPTS:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return
