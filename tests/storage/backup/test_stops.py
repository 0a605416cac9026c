"""A backup that is stopped anywhere is none, and the next one is whole: ended, full, pulled out."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.backup import copying
from easycare_desktop.storage.backup.looking import SnapshotLook
from easycare_desktop.storage.backup.manifest import Manifest
from easycare_desktop.storage.backup.reader import SetState, check_set
from easycare_desktop.storage.backup.refusals import (
    BackupNewerElsewhereError,
    CopyNotProvedError,
    TargetClosedError,
    TargetForeignError,
    TargetFullError,
    TargetGoneError,
)
from easycare_desktop.storage.backup.source import Source
from easycare_desktop.storage.keys.identity import Identity, put_identity
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.restore.lineage import move_identity
from easycare_desktop.system import atomic_files
from tests.helpers.harmed import last_bit_flipped
from tests.helpers.offices import NOW
from tests.storage.backup.helpers import Stick, add_scan

STEPS = ("begun", "set", "files", "checked", "manifest", "swept")
TOMORROW = NOW + timedelta(days=1)


class PowerCut(BaseException):
    """The program ends here and now."""


def whole(stick: Stick) -> list[SetState]:
    return [each.state for each in stick.sets()]


def judge(office: OpenOffice, stick: Stick, before: int) -> None:
    """What was whole stays whole; the next backup is whole and clears away what the stop left."""
    found = stick.sets()
    assert [each.state for each in found if each.state is not SetState.CUT] == [
        SetState.WHOLE
    ] * before
    stick.back_up(TOMORROW + timedelta(days=1))
    assert set(whole(stick)) == {SetState.WHOLE}
    assert len(stick.sets()) == before + 1
    for each in stick.sets():
        assert each.manifest is not None
        check_set(each.place, each.manifest, office.keys)
    assert not list(stick.folder.rglob("*.part"))
    assert not list(office.files.folder.glob(".*snapshot*"))


@pytest.mark.parametrize("last", STEPS)
def test_an_end_at_any_step_leaves_the_older_backup_and_a_clean_next_one(
    office: OpenOffice, stick: Stick, last: str
):
    stick.back_up()
    add_scan(office, 9)

    def at_step(step: str) -> None:
        if step == last:
            raise PowerCut

    with pytest.raises(PowerCut):
        stick.back_up(TOMORROW, at_step=at_step)
    finished = last in {"manifest", "swept"}
    judge(office, stick, before=2 if finished else 1)


@pytest.mark.parametrize("room", [0, 1_000, 10_000, 100_000, 400_000])
def test_a_full_disk_at_any_size_is_a_refusal(
    office: OpenOffice, stick: Stick, monkeypatch: pytest.MonkeyPatch, room: int
):
    stick.back_up()
    add_scan(office, 9, 200_000)
    left = [room]

    def count(size: int) -> None:
        left[0] -= size
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        fail_writes(disk, stick, count)
        with pytest.raises(TargetFullError):
            stick.back_up(TOMORROW)
    judge(office, stick, before=1)


@pytest.mark.parametrize("number", range(0, 12, 2))
@pytest.mark.parametrize("code", [errno.EIO, errno.ENODEV, errno.EROFS])
def test_a_stick_that_vanishes_at_any_write_is_a_refusal(
    office: OpenOffice, stick: Stick, monkeypatch: pytest.MonkeyPatch, number: int, code: int
):
    stick.back_up()
    add_scan(office, 9)
    writes = [0]

    def pulled(_size: int) -> None:
        writes[0] += 1
        if writes[0] > number:
            raise OSError(code, os.strerror(code))

    with monkeypatch.context() as hand:
        fail_writes(hand, stick, pulled)
        try:
            stick.back_up(TOMORROW)
            done = 2
        except (TargetGoneError, TargetClosedError):
            done = 1
    assert done == 1 or writes[0] <= number
    judge(office, stick, before=done)


def fail_writes(
    patch: pytest.MonkeyPatch, stick: Stick, before_write: Callable[[int], None]
) -> None:
    """Let `before_write(size)` speak before every write that goes to the stick."""
    real_copy, real_write = copying.write_block, atomic_files._write_synced

    def write_block(file: object, block: bytes) -> int:
        before_write(len(block))
        return real_copy(file, block)

    def write_synced(path: Path, content: bytes) -> None:
        if path.is_relative_to(stick.path):
            before_write(len(content))
        real_write(path, content)

    patch.setattr(copying, "write_block", write_block)
    patch.setattr(atomic_files, "_write_synced", write_synced)


def test_too_little_room_is_told_before_anything_is_written(
    office: OpenOffice, stick: Stick, monkeypatch: pytest.MonkeyPatch
):
    add_scan(office, 9, 3_000_000)
    usage = shutil.disk_usage(stick.path)._replace(free=1_500_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(TargetFullError) as refused:
        stick.back_up()
    assert refused.value.missing >= 2
    assert not list((stick.folder / "files").iterdir())


def test_a_copy_that_does_not_read_back_is_no_backup(stick: Stick, monkeypatch: pytest.MonkeyPatch):
    real = copying.write_block

    def torn(file: object, block: bytes) -> int:
        return real(file, last_bit_flipped(block))

    monkeypatch.setattr(copying, "write_block", torn)
    with pytest.raises(CopyNotProvedError):
        stick.back_up()
    assert whole(stick) in ([], [SetState.CUT])


def test_another_stick_is_told_from_the_registered_one(stick: Stick):
    (stick.folder / "target.json").unlink()
    with pytest.raises(TargetForeignError):
        stick.back_up()
    shutil.rmtree(stick.path)
    with pytest.raises(TargetGoneError):
        stick.back_up()


def test_damage_at_home_never_becomes_a_backup(office: OpenOffice, stick: Stick):
    stick.back_up()
    path = office.files.folder / "separated.db"
    content = bytearray(path.read_bytes())
    content[-100] ^= 1

    def spoil(step: str) -> None:
        if step == "begun":
            copy = office.files.folder / ".separated.db.snapshot.part"
            copy.write_bytes(content)

    with pytest.raises(FileDamagedError):
        stick.back_up(TOMORROW, at_step=spoil)
    judge(office, stick, before=1)


def test_what_changed_after_the_look_never_becomes_a_backup(
    office: OpenOffice, stick: Stick, monkeypatch: pytest.MonkeyPatch
):
    def look_first(look: SnapshotLook, source: Source) -> None:
        begin(look, source)
        look.wait()
        copy = office.files.folder / ".separated.db.snapshot.part"
        copy.write_bytes(copy.read_bytes()[:-100] + bytes(100))

    stick.back_up()
    begin = SnapshotLook.begin
    with monkeypatch.context() as patch:
        patch.setattr(SnapshotLook, "begin", look_first)
        with pytest.raises(FileDamagedError):
            stick.back_up(TOMORROW)
    judge(office, stick, before=1)


def test_what_another_pc_has_gone_on_with_is_not_written_over(office: OpenOffice, stick: Stick):
    written = stick.back_up()
    _as_of_another_pc(office, stick, written.manifest)
    with pytest.raises(BackupNewerElsewhereError):
        stick.back_up(TOMORROW)
    assert len(stick.sets()) == 1


def test_what_a_pc_went_on_with_that_the_office_has_left_stops_no_backup(
    office: OpenOffice, stick: Stick
):
    written = stick.back_up()
    move_identity(office.keys, {}, TOMORROW)
    with office.files.office() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '{\"saves\": 1}' WHERE name = 'mark'")
    assert written.manifest.facts.saves > 1
    assert stick.back_up(TOMORROW).place.name != written.place.name
    assert len(stick.sets()) == 2


def _as_of_another_pc(office: OpenOffice, stick: Stick, manifest: Manifest) -> None:
    """Let this installation be another one, whose data has seen less than the set there."""
    with office.keys.file.change() as connection:
        put_identity(connection, Identity.fresh())
    with office.files.office() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '{\"saves\": 1}' WHERE name = 'mark'")
    assert office.keys.file.identity.instance != manifest.facts.instance
    assert stick.sets()[0].state is SetState.WHOLE
