"""What speaks against a folder as a key place or for backups, before anything is written there."""

import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from easycare_desktop.storage.backup.places import backup_folders
from easycare_desktop.storage.keys.place_stamp import key_folders
from easycare_desktop.system.folder_check import CloudFolders, FolderWarning, check_folder
from easycare_desktop.system.resources import resource
from easycare_desktop.system.volumes import volume_of


class PlaceWarning(Enum):
    """Why a folder is a bad place."""

    CLOUD_SYNCED = "cloud_synced"
    NETWORK = "network"
    LONG_PATH = "long_path"
    IN_OFFICE = "in_office"
    SAME_DISK = "same_disk"
    HAS_KEYS = "has_keys"
    HAS_BACKUPS = "has_backups"


_OF_FOLDER = {
    FolderWarning.CLOUD_SYNCED: PlaceWarning.CLOUD_SYNCED,
    FolderWarning.NETWORK: PlaceWarning.NETWORK,
    FolderWarning.LONG_PATH: PlaceWarning.LONG_PATH,
}


def place_warnings(folder: Path, office: Path) -> tuple[PlaceWarning, ...]:
    """Return what speaks against `folder` for both, the worst first. Only warns."""
    clouds = CloudFolders.read(resource("rules", "cloud_folders.toml"))
    found = {_OF_FOLDER[each] for each in check_folder(folder, clouds, os.environ)}
    if folder.resolve().is_relative_to(office.resolve()):
        found.add(PlaceWarning.IN_OFFICE)
    elif volume_of(folder) == volume_of(office):
        found.add(PlaceWarning.SAME_DISK)
    return tuple(each for each in PlaceWarning if each in found)


def key_warnings(folder: Path, office: Path) -> tuple[PlaceWarning, ...]:
    """Return what speaks against `folder` as a key place: backups on the same stick, too."""
    found = place_warnings(folder, office)
    shared = any(map(backup_folders, _same_stick(folder)))
    return (*found, PlaceWarning.HAS_BACKUPS) if shared else found


def backup_warnings(folder: Path, office: Path) -> tuple[PlaceWarning, ...]:
    """Return what speaks against `folder` as a place for backups: keys on the same stick, too."""
    found = place_warnings(folder, office)
    shared = any(map(key_folders, _same_stick(folder)))
    return (*found, PlaceWarning.HAS_KEYS) if shared else found


def _same_stick(folder: Path) -> Iterator[Path]:
    """Yield a folder, and those above it on the same device."""
    volume = volume_of(folder)
    for each in (folder, *folder.parents):
        if volume is None or volume_of(each) != volume:
            return
        yield each
