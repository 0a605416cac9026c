"""Warns of folders that are bad homes: those that a cloud copies, network drives, too deep ones."""

import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath

from easycare_desktop.system.toml_rows import read_rows

NETWORK_FILE_SYSTEMS = frozenset(
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "davfs", "fuse.sshfs", "fuse.rclone", "afpfs", "9p"]
)
MOUNTS = Path("/proc/mounts")
REMOTE_DRIVE = 4
# What Windows takes, and what the program puts below a folder at the longest: a part of a backup.
LONGEST_PATH, LONGEST_INSIDE = 259, 110


class FolderWarning(Enum):
    """Why a folder is a bad home for an office."""

    CLOUD_SYNCED = "cloud_synced"
    NETWORK = "network"
    LONG_PATH = "long_path"


@dataclass(frozen=True, slots=True)
class CloudFolders:
    """How folders that a cloud copies are known: by the start of a name, a mark, a variable."""

    names: tuple[str, ...]
    marks: tuple[str, ...]
    variables: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "CloudFolders":
        """Read the rows of a TOML file. Raises `RuleFileError`."""
        rows = read_rows(path)
        found = cls(rows.texts("names"), rows.texts("marks"), rows.texts("variables"))
        rows.finish()
        return found


def check_folder(
    folder: Path, clouds: CloudFolders, environment: Mapping[str, str]
) -> frozenset[FolderWarning]:
    """Return what speaks against `folder`; it need not exist yet. Only warns, never refuses."""
    warnings = set()
    if _is_cloud_synced(folder, clouds, environment):
        warnings.add(FolderWarning.CLOUD_SYNCED)
    if is_on_network(folder):
        warnings.add(FolderWarning.NETWORK)
    if not takes_long_paths() and len(str(folder.absolute())) > LONGEST_PATH - LONGEST_INSIDE:
        warnings.add(FolderWarning.LONG_PATH)
    return frozenset(warnings)


def _is_cloud_synced(folder: Path, clouds: CloudFolders, environment: Mapping[str, str]) -> bool:
    starts = tuple(_folded(name) for name in clouds.names)
    if any(_folded(part).startswith(starts) for part in folder.parts):
        return True
    places = (folder, *folder.parents)
    if any((place / mark).exists() for place in places for mark in clouds.marks):
        return True
    roots = (environment.get(name, "") for name in clouds.variables)
    return any(root and folder.is_relative_to(root) for root in roots)


def _folded(name: str) -> str:
    """Return a name as compared: one Unicode form, without case and spaces."""
    return unicodedata.normalize("NFC", name).casefold().replace(" ", "")


if sys.platform == "win32":

    def is_on_network(folder: Path) -> bool:
        """Tell whether `folder` lies on another computer."""
        import ctypes  # noqa: PLC0415 - windll exists on Windows alone

        anchor = folder.absolute().anchor
        return (
            anchor.startswith("\\\\")
            or ctypes.windll.kernel32.GetDriveTypeW(anchor) == REMOTE_DRIVE
        )

    def takes_long_paths() -> bool:
        """Tell whether this Windows was set to take paths beyond `LONGEST_PATH`."""
        import ctypes  # noqa: PLC0415 - windll exists on Windows alone

        asked = getattr(ctypes.windll.ntdll, "RtlAreLongPathsEnabled", None)
        return asked is not None and bool(asked() & 0xFF)

else:

    def takes_long_paths() -> bool:
        """Say yes: no other system has the limit."""
        return True

    def is_on_network(folder: Path) -> bool:
        """Tell whether `folder` lies on another computer."""
        try:
            mounts = MOUNTS.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        return file_system_of(folder.absolute(), mounts) in NETWORK_FILE_SYSTEMS


def file_system_of(folder: PurePath, mounts: str) -> str:
    """Return the kind of file system that holds `folder`, by the text of /proc/mounts."""
    found, depth = "", -1
    for line in mounts.splitlines():
        _, place, kind, *_ = line.split(" ")
        mount = PurePath(place.encode().decode("unicode_escape") if "\\" in place else place)
        if folder.is_relative_to(mount) and len(mount.parts) >= depth:
            found, depth = kind, len(mount.parts)
    return found
