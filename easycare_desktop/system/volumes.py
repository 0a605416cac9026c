"""Tells whether two folders are lost together: whether they lie on one device."""

import os
import sys
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TypeVar

AnyPath = TypeVar("AnyPath", bound=PurePath)
_LETTERS = 26
_LOCAL = {2, 3}  # removable, fixed


def volume_of(folder: Path) -> int | None:
    """Return the number of the device or volume that holds `folder`; None where it is missing."""
    try:
        return folder.stat().st_dev
    except OSError:
        return None


def is_elsewhere(folder: Path, home: Path) -> bool:
    """Tell whether `folder` is at hand and on another device or volume than `home`."""
    there = volume_of(folder)
    return there is not None and there != volume_of(home)


def folder_size(folder: Path) -> int:
    """Return the bytes of everything in `folder`; what vanishes while one looks counts nothing."""
    total = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir(follow_symlinks=False):
                total += folder_size(Path(each.path))
            else:
                with suppress(OSError):
                    total += each.stat(follow_symlinks=False).st_size
    return total


def same_path_on_other_drives(path: AnyPath) -> list[AnyPath]:
    """Return where `path` would be on every other local drive; only Windows has drive letters."""
    if not path.drive.endswith(":"):
        return []
    own, kind, rest = path.drive.upper(), type(path), path.relative_to(path.anchor)
    return [kind(f"{drive}\\") / rest for drive in local_drives() if drive != own]


def local_drives() -> list[str]:
    """Return the drives of this PC, as `E:`; none of the network, which may not answer."""
    found: list[str] = []
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - windll exists on Windows alone

        kernel = ctypes.windll.kernel32
        held = int(kernel.GetLogicalDrives())
        for bit in range(_LETTERS):
            drive = f"{chr(ord('A') + bit)}:"
            if held & (1 << bit) and kernel.GetDriveTypeW(f"{drive}\\") in _LOCAL:
                found.append(drive)
    return found
