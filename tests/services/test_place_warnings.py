"""What speaks against a folder as a key place."""

from pathlib import Path

import pytest

from easycare_desktop.services.place_warnings import (
    PlaceWarning,
    backup_warnings,
    key_warnings,
    place_warnings,
)
from easycare_desktop.storage.backup.target import mark_target
from easycare_desktop.storage.keys.place_marks import mark_place


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "offices" / "office"
    folder.mkdir(parents=True)
    return folder


def test_a_folder_on_the_same_disk(office: Path, tmp_path: Path):
    usb = tmp_path / "usb"
    usb.mkdir()
    assert place_warnings(usb, office) == (PlaceWarning.SAME_DISK,)


def test_a_folder_inside_the_office(office: Path):
    assert place_warnings(office / "keys", office) == (PlaceWarning.IN_OFFICE,)


def test_a_folder_that_a_cloud_copies_is_named_first(office: Path, tmp_path: Path):
    cloud = tmp_path / "OneDrive" / "keys"
    cloud.mkdir(parents=True)
    assert place_warnings(cloud, office) == (PlaceWarning.CLOUD_SYNCED, PlaceWarning.SAME_DISK)


def test_a_folder_that_is_not_there_is_not_on_the_same_disk(office: Path, tmp_path: Path):
    assert place_warnings(tmp_path / "none", office) == ()


def test_keys_beside_backups_are_warned_of_whichever_comes_second(office: Path, tmp_path: Path):
    stick = tmp_path / "stick"
    (stick / "inner").mkdir(parents=True)
    for place in (stick, stick / "inner"):
        assert PlaceWarning.HAS_BACKUPS not in key_warnings(place, office)
        assert PlaceWarning.HAS_KEYS not in backup_warnings(place, office)
    mark_target(stick, "office1")
    mark_place(stick, "office1")
    for place in (stick, stick / "inner"):
        assert PlaceWarning.HAS_BACKUPS in key_warnings(place, office)
        assert PlaceWarning.HAS_KEYS in backup_warnings(place, office)
