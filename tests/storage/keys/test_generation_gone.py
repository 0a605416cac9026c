"""A switch on a disk that goes away in the middle: what was saved before or after it lasts."""

import errno
import shutil
from pathlib import Path

import pytest

from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.finishing import sweep_given_up
from easycare_desktop.system import atomic_files
from easycare_desktop.system.clock import FixedClock
from easycare_desktop.system.refusals import DiskGoneError
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import MORNING, OFFICE, FolderStore, Office, switch


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office", FolderStore(tmp_path / "store"), FixedClock(MORNING))


def pull_once_the_slots_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be gone once the slots of a second generation have come to their place."""
    sync, unlink = atomic_files.sync_folder, Path.unlink
    gone: list[Path] = []

    def pulled(each: Path) -> None:
        gone.extend(each.glob("slots-2.json"))
        check()
        sync(each)

    def check() -> None:
        if gone:
            raise OSError(errno.EIO, "the disk is gone")

    def no_unlink(path: Path, *, missing_ok: bool = False) -> None:
        check()
        unlink(path, missing_ok)

    monkeypatch.setattr(atomic_files, "sync_folder", pulled)
    monkeypatch.setattr(Path, "unlink", no_unlink)


def test_what_may_have_been_committed_is_left_to_the_next_opening(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    keys = office.create()
    doomed, *others = new_keys_in(keys.holdings, 4)
    with monkeypatch.context() as disk:
        pull_once_the_slots_are_there(disk)
        with pytest.raises(DiskGoneError):
            switch(keys, [doomed])
    with pytest.raises(DiskGoneError):  # it would be lost with the generation that it is written to
        new_keys_in(keys.holdings, 1)
    keys.close()
    keys = office.open(in_new_process=answer)
    assert keys.generation == 2
    assert keys.living_keys().keys() == set(others)
    assert office.files() == {"keys-2.db", "slots-2.json"}
    assert office.store.entries() == {f"{OFFICE} 2"}
    keys.close()


def test_slots_that_a_disk_brings_back_take_no_later_save_with_them(office: Office, tmp_path: Path):
    keys = office.create()
    doomed, *others = new_keys_in(keys.holdings, 4)
    keys.close()
    other = Office(tmp_path / "other", FolderStore(tmp_path / "other store"), office.clock)
    shutil.copytree(office.folder, other.folder)
    shutil.copytree(office.store.folder, other.store.folder, dirs_exist_ok=True)
    keys = other.open(in_new_process=answer)
    switch(keys, [doomed])
    keys.close()
    for name in ("keys-2.db", "slots-2.json"):
        shutil.copyfile(other.folder / name, office.folder / name)
    keys = office.open(in_new_process=answer)
    assert keys.generation == 1
    sweep_given_up(keys)
    later = new_keys_in(keys.holdings, 2)
    keys.close()
    assert office.files() == {"keys-1.db", "slots-1.json"}
    keys = office.open_with_sheet()
    assert keys.living_keys().keys() == {doomed, *others, *later}
    keys.close()
