"""Tells whether two folders are lost together: whether they lie on one device."""

import os
from contextlib import suppress
from pathlib import Path


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
