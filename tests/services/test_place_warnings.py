"""What speaks against a folder as a key place."""

from pathlib import Path

import pytest

from easycare_desktop.services.place_warnings import PlaceWarning, place_warnings


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
