"""A disk that misbehaves below one folder, for a process that was started with it preloaded."""

import ctypes
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "LD_PRELOAD"
ENDED = 77


class How(IntEnum):
    """What the disk does; see shim.c."""

    OFF = 0
    END = 1
    KEEP = 2
    FULL = 3
    PULL = 4


def why_not() -> str:
    """Tell why there is no such disk here; nothing where there is one."""
    if sys.platform != "linux":
        return "the disk that misbehaves is made for Linux"
    return "" if shutil.which("gcc") else "there is no gcc to make the disk that misbehaves"


def build(folder: Path) -> Path:
    """Compile the disk into `folder`."""
    library = folder / "shim.so"
    words = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(words, check=True)
    return library


def start_with_it(
    library: Path, module: str, *words: str, quiet: bool = False
) -> subprocess.Popen[str]:
    """Start a module of the campaigns in a process that has the disk; if quiet, it is asked."""
    pipe = subprocess.PIPE if quiet else None
    return subprocess.Popen(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env={**os.environ, VARIABLE: str(library), "PYTHONUTF8": "1"},
        stdin=pipe,
        stdout=pipe,
        text=True,
    )


class Disk:
    """The disk of this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[VARIABLE])
        self._library.disk_seen.restype = ctypes.c_long

    def arm(
        self, how: How, count: int, folder: Path, *, half: bool = False, record: int = -1
    ) -> None:
        """Misbehave below `folder` from now on; with `half` the write in question is torn."""
        path = os.fsencode(folder)
        self._library.disk_arm(int(how), ctypes.c_long(count), int(half), path, record)

    def disarm(self) -> None:
        """Behave again."""
        self._library.disk_disarm()

    @property
    def seen(self) -> int:
        """How many changes were counted since it was armed."""
        return int(self._library.disk_seen())

    def mark(self, word: str) -> None:
        """Write a word between the records of what happened."""
        self._library.disk_mark(word.encode())
