import errno
import os
import sys
from pathlib import Path
from typing import Self

import pytest

from easycare_desktop.system import atomic_files
from easycare_desktop.system.atomic_files import (
    disk_refusals,
    durable_unlink,
    make_private_folder,
    overwrite_and_unlink,
    remove_leftover_parts,
    write_atomically,
)
from easycare_desktop.system.refusals import DiskFullError, DiskGoneError, FolderNotWritableError

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows does it another way")


class FullDisk:
    """An open file on a disk that takes four more bytes."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def write(self, content: bytes) -> int:
        os.write(self._handle, content[:4])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_files.os, "fdopen", lambda handle, _mode: FullDisk(handle))


@pytest.fixture
def closed_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deny writing as the system denies it to a user who may not; root would be let in."""
    real = os.open

    def deny(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, flags, mode)

    monkeypatch.setattr(atomic_files.os, "open", deny)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_and_replaces(tmp_path: Path):
    target = tmp_path / "slots-1.json"
    write_atomically(target, b"first")
    write_atomically(target, b"second")
    assert target.read_bytes() == b"second"
    assert names(tmp_path) == ["slots-1.json"]
    assert sys.platform == "win32" or target.stat().st_mode & 0o077 == 0


@not_windows
def test_everything_is_synced_before_and_after_the_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    steps: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")  # noqa: PTH112
        real_sync(handle)

    def replace(self: Path, target: Path) -> Path:
        steps.append("replace")
        return real_replace(self, target)

    monkeypatch.setattr(atomic_files.os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(tmp_path / "a", b"x")
    assert steps == ["file", "replace", "folder"]


@not_windows
def test_where_folders_cannot_be_synced_the_file_is_synced_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    synced: list[str] = []
    real_sync = os.fsync

    def sync(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        real_sync(handle)

    monkeypatch.setattr(atomic_files, "_SYNCS_FOLDERS", False)
    monkeypatch.setattr(atomic_files.os, "fsync", sync)
    write_atomically(tmp_path / "a", b"x")
    assert synced[0].endswith(atomic_files.PART)
    assert synced[1:] == ["a"]


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_keeps_the_old_file_and_leaves_no_part(tmp_path: Path):
    target = tmp_path / "settings.json"
    target.write_bytes(b"old")
    with pytest.raises(DiskFullError):
        write_atomically(target, b"new and longer")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["settings.json"]


@pytest.mark.usefixtures("closed_folder")
def test_a_closed_folder_is_refused(tmp_path: Path):
    with pytest.raises(FolderNotWritableError) as refusal:
        write_atomically(tmp_path / "a", b"x")
    assert refusal.value.code == errno.EACCES
    assert str(tmp_path) not in str(refusal.value)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENODEV])
def test_a_stick_that_was_pulled_is_refused(code: int):
    with pytest.raises(DiskGoneError), disk_refusals():
        raise OSError(code, "planted")


def test_a_missing_folder_is_refused(tmp_path: Path):
    with pytest.raises(FolderNotWritableError):
        write_atomically(tmp_path / "gone" / "a", b"x")


def test_a_folder_under_a_file_is_refused(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritableError):
        make_private_folder(tmp_path / "file" / "inside")


@not_windows
def test_other_errors_are_not_dressed_up(tmp_path: Path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path / "folder", b"x")
    assert names(tmp_path) == ["folder"]


def test_unlinking_is_repeatable(tmp_path: Path):
    target = tmp_path / "a"
    target.touch()
    durable_unlink(target)
    durable_unlink(target)
    durable_unlink(tmp_path / "gone" / "a")
    assert names(tmp_path) == []


def test_overwriting_reaches_the_same_bytes_on_disk(tmp_path: Path):
    target, witness = tmp_path / "keys-1.db", tmp_path / "witness"
    plain = b"canary" * 500_000
    target.write_bytes(plain)
    witness.hardlink_to(target)
    overwrite_and_unlink(target)
    overwrite_and_unlink(target)
    left = witness.read_bytes()
    assert not target.exists()
    assert len(left) == len(plain)
    assert b"canary" not in left


def test_leftover_parts_are_swept_and_nothing_else(tmp_path: Path):
    for name in (".slots-1.json.0a1b2c3d.part", ".kept", "part", "slots-1.json"):
        (tmp_path / name).touch()
    assert remove_leftover_parts(tmp_path) == 1
    assert names(tmp_path) == [".kept", "part", "slots-1.json"]


@not_windows
def test_private_folders_are_closed_to_others(tmp_path: Path):
    folder = make_private_folder(tmp_path / "a" / "b")
    assert make_private_folder(folder) == folder
    assert folder.stat().st_mode & 0o077 == 0
