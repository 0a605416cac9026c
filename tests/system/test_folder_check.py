import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from easycare_desktop.storage.backup.places import SEPARATED_DB, backup_folder, new_set_place
from easycare_desktop.system import folder_check
from easycare_desktop.system.folder_check import (
    CloudFolders,
    FolderWarning,
    check_folder,
    file_system_of,
)
from easycare_desktop.system.resources import resource

MOUNT_LINES = "\n".join(
    [
        "proc /proc proc rw 0 0",
        "/dev/sda1 / ext4 rw 0 0",
        "//nas/share /mnt/my\\040share cifs rw 0 0",
        "/dev/sdb1 /mnt/my\\040share/disk ext4 rw 0 0",
    ]
)


@pytest.fixture(scope="module")
def clouds() -> CloudFolders:
    return CloudFolders.read(resource("rules", "cloud_folders.toml"))


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder on what looks like an ordinary disk."""
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(folder_check, "MOUNTS", mounts)
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


def test_an_ordinary_folder_gets_no_warning(clouds: CloudFolders, local: Path):
    assert check_folder(local / "EasyCare", clouds, {}) == frozenset()
    assert check_folder(local / "내 문서", clouds, {"OneDrive": ""}) == frozenset()


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "onedrive - 행복센터",
        "Dropbox (개인)",
        "GoogleDrive",
        "내 드라이브",
        "iCloudDrive",
        "네이버 MYBOX",
        unicodedata.normalize("NFD", "네이버 MYBOX"),
    ],
)
def test_names_of_clouds_are_known(clouds: CloudFolders, local: Path, name: str):
    found = check_folder(local / name / "문서" / "office", clouds, {})
    assert found == {FolderWarning.CLOUD_SYNCED}


def test_marks_of_clouds_are_known(clouds: CloudFolders, local: Path):
    (local / ".dropbox.cache").mkdir()
    assert check_folder(local / "a" / "b", clouds, {}) == {FolderWarning.CLOUD_SYNCED}


def test_what_windows_calls_a_cloud_is_one(clouds: CloudFolders, local: Path):
    environment = {"OneDriveCommercial": str(local / "회사")}
    assert check_folder(local / "회사" / "a", clouds, environment) == {FolderWarning.CLOUD_SYNCED}
    assert check_folder(local / "회사2" / "a", clouds, environment) == frozenset()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no list of mounts")
def test_a_network_folder_is_warned_of(
    clouds: CloudFolders, local: Path, monkeypatch: pytest.MonkeyPatch
):
    folder_check.MOUNTS.write_text(f"nas {local} nfs4 rw 0 0\n", encoding="utf-8")
    assert check_folder(local / "a", clouds, {}) == {FolderWarning.NETWORK}
    monkeypatch.setattr(folder_check, "MOUNTS", local / "gone")
    assert check_folder(local / "a", clouds, {}) == frozenset()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/a", "ext4"),
        ("/mnt/my share/a", "cifs"),
        ("/mnt/my share/disk/a", "ext4"),
        ("/mnt/my shares", "ext4"),
    ],
)
def test_the_deepest_mount_counts(folder: str, kind: str):
    assert file_system_of(Path(folder), MOUNT_LINES) == kind


@pytest.mark.skipif(sys.platform != "win32", reason="names of Windows")
def test_another_computer_is_known_by_its_name(clouds: CloudFolders, tmp_path: Path):
    found = check_folder(Path("//nas/자료/백업"), clouds, {})
    assert FolderWarning.NETWORK in found
    assert FolderWarning.NETWORK not in check_folder(tmp_path, clouds, {})


def test_a_deep_folder_is_warned_of_where_paths_must_be_short(
    clouds: CloudFolders, local: Path, monkeypatch: pytest.MonkeyPatch
):
    deep = Path(local.anchor, *["폴더"] * 60)
    monkeypatch.setattr(folder_check, "takes_long_paths", lambda: True)
    assert check_folder(deep, clouds, {}) == frozenset()
    monkeypatch.setattr(folder_check, "takes_long_paths", lambda: False)
    assert check_folder(deep, clouds, {}) == {FolderWarning.LONG_PATH}
    assert check_folder(Path(local.anchor, "폴더"), clouds, {}) == frozenset()


def test_what_lies_deepest_in_a_backup_has_room():
    place = backup_folder(Path(), "0" * 16)
    made = new_set_place(place, datetime(2026, 1, 2, tzinfo=UTC), "0" * 16)
    longest = made.folder / f".{SEPARATED_DB}.part"
    assert 50 < len(str(longest)) < folder_check.LONGEST_INSIDE
