"""What speaks against a folder as a key place or for backups, before anything is written there."""

import os
from enum import Enum
from pathlib import Path

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


_OF_FOLDER = {
    FolderWarning.CLOUD_SYNCED: PlaceWarning.CLOUD_SYNCED,
    FolderWarning.NETWORK: PlaceWarning.NETWORK,
    FolderWarning.LONG_PATH: PlaceWarning.LONG_PATH,
}


def place_warnings(folder: Path, office: Path) -> tuple[PlaceWarning, ...]:
    """Return what speaks against `folder`, the worst first. Only warns."""
    clouds = CloudFolders.read(resource("rules", "cloud_folders.toml"))
    found = {_OF_FOLDER[each] for each in check_folder(folder, clouds, os.environ)}
    if folder.resolve().is_relative_to(office.resolve()):
        found.add(PlaceWarning.IN_OFFICE)
    elif volume_of(folder) == volume_of(office):
        found.add(PlaceWarning.SAME_DISK)
    return tuple(each for each in PlaceWarning if each in found)


def backup_warnings(folder: Path, office: Path) -> tuple[PlaceWarning, ...]:
    """Return what speaks against `folder` as a place for backups: keys there, too."""
    found = place_warnings(folder, office)
    return (*found, PlaceWarning.HAS_KEYS) if key_folders(folder) else found
