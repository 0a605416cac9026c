"""Copies that are durable and proved: hashed on the way, synced, read back from the medium."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from easycare_desktop.storage.backup.manifest import StoredFile
from easycare_desktop.storage.backup.refusals import CopyNotProvedError, target_refusals
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.system.atomic_files import CHUNK, PART

Progress = Callable[[int, int], None]


class Meter:
    """Counts bytes and tells how far the work is; whoever listens may raise to stop it.

    Several threads may count, one at a time.
    """

    def __init__(self, total: int, tell: Progress) -> None:
        self._total, self._tell = max(total, 1), tell
        self._done = 0
        self._lock = Lock()

    def add(self, count: int) -> None:
        """Count bytes that are written or read."""
        with self._lock:
            self._done += count
            self._tell(min(self._done, self._total), self._total)


@dataclass(frozen=True, slots=True)
class Handed:
    """A copy whose bytes were handed to the system; not durable, not at its place yet."""

    part: Path
    target: Path
    stored: StoredFile
    file: BinaryIO = field(repr=False)

    def settle(self) -> None:
        """Make it durable and put it in its place. Raises the refusals of the place."""
        try:
            with target_refusals():
                with self.file:
                    os.fsync(self.file.fileno())
                self.part.replace(self.target)
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Remove what was written of it; one that has come to its place stays."""
        try:
            self.file.close()
        except OSError:  # what could not be written any more: the medium is gone
            return
        finally:
            _drop(self.part)


def copy_out(source: Path, target: Path, meter: Meter) -> StoredFile:
    """Copy a file to a place under its final name, durable; return size and SHA-256 of its source.

    Raises `FileDamagedError` where the source cannot be read, and the refusals of the place.
    """
    handed = hand_over(source, target, meter)
    handed.settle()
    return handed.stored


def hand_over(source: Path, target: Path, meter: Meter) -> Handed:
    """Write a copy beside its place; the caller settles it. Raises as `copy_out` does."""
    return hand_blocks(_blocks(source), target, meter)


def hand_blocks(blocks: Iterable[bytes], target: Path, meter: Meter) -> Handed:
    """Write blocks beside the place of a file; the caller settles it.

    Raises the refusals of the place.
    """
    part = target.with_name(f".{target.name}{PART}")
    digest = hashlib.sha256()
    size = 0
    with target_refusals():
        writing = part.open("wb")
    try:
        with target_refusals():
            for block in blocks:
                digest.update(block)
                size += write_block(writing, block)
                meter.add(len(block))
            writing.flush()
    except BaseException:
        Handed(part, target, StoredFile(target.name, 0, ""), writing).drop()
        raise
    return Handed(part, target, StoredFile(target.name, size, digest.hexdigest()), writing)


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


def _blocks(path: Path) -> Iterator[bytes]:
    """Read a file of the office itself."""
    try:
        with path.open("rb") as file:
            while block := file.read(CHUNK):
                yield block
    except OSError:
        raise FileDamagedError(path.name) from None


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
