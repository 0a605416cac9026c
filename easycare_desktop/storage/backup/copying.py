"""Copies that are durable and proved: hashed on the way, synced, read back from the medium."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from easycare_desktop.storage.backup.manifest import StoredFile
from easycare_desktop.storage.backup.refusals import CopyNotProvedError, target_refusals
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import CHUNK, PART

Progress = Callable[[int, int], None]


class Meter:
    """Counts bytes and tells how far the work is; whoever listens may raise to stop it."""

    def __init__(self, total: int, tell: Progress) -> None:
        self._total, self._tell = max(total, 1), tell
        self._done = 0

    def add(self, count: int) -> None:
        """Count bytes that are written or read."""
        self._done += count
        self._tell(min(self._done, self._total), self._total)


def copy_out(source: Path, target: Path, meter: Meter) -> StoredFile:
    """Copy a file to a place under its final name, durable; return size and SHA-256 of its source.

    Raises `FileDamagedError` where the source cannot be read, and the refusals of the place.
    `prove` it afterwards: the two apart let the medium work on while the next file is read.
    """
    part = target.with_name(f".{target.name}{PART}")
    digest = hashlib.sha256()
    size = 0
    try:
        with _source(source) as reading, target_refusals(), part.open("wb") as writing:
            while block := _read(reading, source.name):
                digest.update(block)
                size += write_block(writing, block)
                meter.add(len(block))
            writing.flush()
            os.fsync(writing.fileno())
        with target_refusals():
            part.replace(target)
    except BaseException:
        _drop(part)
        raise
    return StoredFile(target.name, size, digest.hexdigest())


def write_block(file: BinaryIO, block: bytes) -> int:
    """Hand one block to the disk; return its length."""
    return file.write(block)


def prove(path: Path, written: StoredFile, meter: Meter) -> None:
    """Read a copy back; raises `CopyNotProvedError` where it is not what was written."""
    with target_refusals():
        if sha256_of(path, meter, from_medium=True) != written.sha256:
            raise CopyNotProvedError


def sha256_of(path: Path, meter: Meter, *, from_medium: bool = False) -> str:
    """Return SHA-256 in hex; `from_medium` asks the system not to answer from its memory."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if from_medium and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(CHUNK):
            digest.update(block)
            meter.add(len(block))
    return digest.hexdigest()


def _source(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise FileDamagedError(path.name) from None


def _read(file: BinaryIO, name: str) -> bytes:
    try:
        return file.read(CHUNK)
    except OSError:
        raise FileDamagedError(name) from None


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
