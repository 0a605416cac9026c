"""Two disks are the same to the stops only where every database of them comes to the same."""

import os
import shutil
from pathlib import Path

from easycare_desktop.storage.keys.sqlcipher import connect
from tests.campaigns.undone import Undone


def test_what_was_not_committed_makes_no_difference_and_what_was_does(tmp_path: Path):
    key, disk = os.urandom(32), tmp_path / "disk"
    disk.mkdir()
    connection = connect(disk / "one.db", key)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("CREATE TABLE note (text TEXT)")
    before = _copied(disk, tmp_path / "before")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO note VALUES (?)", [("0" * 3000,)] * 50)
    within = _copied(disk, tmp_path / "within")
    connection.execute("COMMIT")
    after = _copied(disk, tmp_path / "after")
    connection.close()
    assert (within / "one.db").read_bytes() != (before / "one.db").read_bytes()
    assert (within / "one.db-journal").exists()
    undone = Undone({key}, tmp_path / "scratch")
    assert undone.of(before) == undone.of(within) != undone.of(after)
    blind = Undone(set(), tmp_path / "scratch")
    assert len({blind.of(each) for each in (before, within, after)}) == 3


def _copied(disk: Path, into: Path) -> Path:
    shutil.copytree(disk, into)
    return into
