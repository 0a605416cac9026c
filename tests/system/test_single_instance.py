import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from easycare_desktop.system.refusals import FolderNotWritableError, OfficeAlreadyOpenError
from easycare_desktop.system.single_instance import OfficeLock

HOLDER = """
import sys
from pathlib import Path
from easycare_desktop.system.single_instance import OfficeLock
lock = OfficeLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path):
    """Another process that holds the office, until its input ends or it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_instance_is_refused(tmp_path: Path, other: subprocess.Popen[str]):
    lock = OfficeLock(tmp_path)
    with pytest.raises(OfficeAlreadyOpenError):
        lock.acquire()
    assert not lock.held


def test_a_crash_lets_go(tmp_path: Path, other: subprocess.Popen[str]):
    other.kill()
    other.wait(10)
    with OfficeLock(tmp_path) as lock:
        assert lock.held


def test_twice_in_one_process_is_refused_too(tmp_path: Path):
    with OfficeLock(tmp_path) as first:
        first.acquire()
        with pytest.raises(OfficeAlreadyOpenError):
            OfficeLock(tmp_path).acquire()
    with OfficeLock(tmp_path) as second:
        assert second.held
    assert not second.held


def test_two_offices_do_not_disturb_each_other(tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with OfficeLock(tmp_path / "a"), OfficeLock(tmp_path / "b") as second:
        assert second.held


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(FolderNotWritableError):
        OfficeLock(tmp_path / "gone").acquire()

    def deny(*_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("easycare_desktop.system.single_instance.os.open", deny)
    with pytest.raises(FolderNotWritableError):
        OfficeLock(tmp_path).acquire()
