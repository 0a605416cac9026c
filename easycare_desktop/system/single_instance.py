"""One writer at a time: a lock of the operating system, which a crash lets go of by itself."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from easycare_desktop.system.atomic_files import disk_refusals
from easycare_desktop.system.refusals import OfficeAlreadyOpenError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "office.lock"


class OfficeLock:
    """The right to write into one office folder, held from `acquire` to `release`."""

    def __init__(self, folder: Path, name: str = NAME) -> None:
        self._path = folder / name
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self) -> None:
        """Take the lock. Raises `OfficeAlreadyOpenError`, or the disk's refusals."""
        if self.held:
            return
        with disk_refusals():
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise OfficeAlreadyOpenError from None
        self._handle = handle

    def release(self) -> None:
        """Let the lock go. The empty file stays: removing it would let two writers in."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
