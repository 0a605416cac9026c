"""Backing up through the one door: keys first, one snapshot, every place told how it went."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause, BackupOutcome
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.backup import BackupReport, NoBackupTargetError
from easycare_desktop.services.backup_targets import (
    SetState,
    TargetInOfficeError,
    TargetState,
    TargetUnknownError,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.storage.backup.places import backup_folder
from easycare_desktop.storage.backup.refusals import TargetForeignError, TargetGoneError
from tests.helpers.cases import approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    return made(tmp_path / "disk")


@pytest.fixture
def safe(tmp_path: Path, services: Services) -> Path:
    """A key place."""
    folder = made(tmp_path / "safe")
    services.key_places.add("금고 USB", folder)
    return folder


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def by_hand(services: Services) -> BackupReport:
    return services.backup.back_up(BackupCause.BY_HAND)


def test_one_press_makes_a_whole_backup_and_brings_the_keys_up_first(
    services: Services, safe: Path, disk: Path
):
    services.backup_targets.add("백업 USB", disk)
    known_person(services)
    assert services.key_places.states()[0].state is PlaceState.BEHIND
    report = by_hand(services)
    assert ([each.label for each in report.done], report.covered) == (["백업 USB"], 1)
    assert report.is_complete
    assert services.key_places.states()[0].state is PlaceState.NEWEST
    [target] = services.backup_targets.states()
    assert (target.state, target.whole) == (TargetState.SOUND, 1)
    assert target.newest == services.office.clock.now()
    assert target.sets[0].covered == 1
    [row] = services.backup.register()
    assert (row.outcome, row.cause, row.covered) == (BackupOutcome.DONE, BackupCause.BY_HAND, 1)
    assert (row.set_name, row.total_bytes > 0) == (target.sets[0].name, True)
    actions = [each.action for each in services.log.newest(12)]
    assert actions.count("backups.make") == 2
    assert "key_places.change" in actions


def test_without_a_key_place_it_is_no_complete_backup(services: Services, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    report = by_hand(services)
    assert (len(report.done), report.covered, report.is_complete) == (1, 0, False)
    assert services.backup_targets.states()[0].sets[0].covered == 0


def test_an_update_never_touches_the_keys_of_a_place(services: Services, safe: Path, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    known_person(services)
    before = {each: each.read_bytes() for each in safe.rglob("*") if each.is_file()}
    for cause in (BackupCause.BEFORE_UPDATE, BackupCause.BEFORE_RESTORE):
        assert services.backup.back_up(cause).covered == 0
    assert {each: each.read_bytes() for each in safe.rglob("*") if each.is_file()} == before
    by_hand(services)
    assert {each: each.read_bytes() for each in safe.rglob("*") if each.is_file()} != before


def test_several_places_get_the_same_moment(services: Services, tmp_path: Path, disk: Path):
    services.backup_targets.add("하나", disk)
    services.backup_targets.add("둘", made(tmp_path / "two"))
    services.backup_targets.add("셋", made(tmp_path / "three"))
    shutil.rmtree(tmp_path / "three")
    heard: list[tuple[int, int]] = []
    report = services.backup.back_up(BackupCause.BY_HAND, lambda *given: heard.append(given))
    assert [each.label for each in report.done] == ["하나", "둘"]
    assert report.absent == ("셋",)
    assert heard == sorted(heard)
    assert heard[-1] == (2_000, 2_000)
    first, second, third = services.backup_targets.states()
    assert first.sets[0].name == second.sets[0].name
    assert (third.state, third.newest) == (TargetState.ABSENT, None)


def test_what_one_place_refuses_does_not_stop_the_other(
    services: Services, tmp_path: Path, disk: Path
):
    services.backup_targets.add("하나", disk)
    services.backup_targets.add("둘", made(tmp_path / "two"))
    planted = backup_folder(disk, services.office.info.id) / "keys-1.db"
    planted.write_bytes(b"x")
    report = by_hand(services)
    assert [each.label for each in report.done] == ["둘"]
    assert not report.is_complete
    failed = services.backup.register()[1]
    assert (failed.outcome, failed.problem) == (BackupOutcome.FAILED, "KeyInBackupError")


def test_nothing_to_write_to_is_a_refusal(services: Services, disk: Path):
    with pytest.raises(NoBackupTargetError):
        by_hand(services)
    target = services.backup_targets.add("백업 USB", disk)
    shutil.rmtree(disk)
    with pytest.raises(TargetGoneError):
        by_hand(services)
    assert services.backup.ready() == ()
    report = services.backup.back_up(BackupCause.BY_HAND, target_id=target.id)
    assert isinstance(report.results[0].problem, TargetGoneError)
    with pytest.raises(TargetUnknownError):
        services.backup.back_up(BackupCause.BY_HAND, target_id=99)


def test_another_stick_in_its_place_is_not_written_to(services: Services, disk: Path):
    target = services.backup_targets.add("백업 USB", disk)
    by_hand(services)
    shutil.rmtree(disk)
    made(disk)
    (disk / "of somebody else.txt").write_text("x")
    [view] = services.backup_targets.states()
    assert (view.state, view.newest) == (TargetState.OTHER, services.office.clock.now())
    with pytest.raises(TargetGoneError):
        by_hand(services)
    report = services.backup.back_up(BackupCause.BY_HAND, target_id=target.id)
    assert isinstance(report.results[0].problem, TargetForeignError)
    assert [each.name for each in disk.iterdir()] == ["of somebody else.txt"]
    assert services.backup_targets.add("새 USB", disk).id == target.id
    assert len(by_hand(services).done) == 1


def test_a_folder_of_the_office_itself_is_no_place(services: Services):
    folder = made(services.office.info.folder / "backup")
    with pytest.raises(TargetInOfficeError):
        services.backup_targets.add("여기", folder)
    assert services.backup_targets.states() == []


def test_a_place_that_is_struck_off_keeps_its_backups(services: Services, disk: Path):
    target = services.backup_targets.add("백업 USB", disk)
    by_hand(services)
    services.backup_targets.remove(target.id)
    assert services.backup_targets.states() == []
    assert services.backup_targets.add("백업 USB", disk).whole == 1


def test_stopping_leaves_no_backup_and_a_line(services: Services, disk: Path):
    services.backup_targets.add("백업 USB", disk)

    class Stopped(Exception):  # noqa: N818 - what a person does is no error
        pass

    def stop(done: int, _total: int) -> None:
        if done > 0:
            raise Stopped

    with pytest.raises(Stopped):
        services.backup.back_up(BackupCause.BY_HAND, stop)
    assert services.backup.register()[0].outcome is BackupOutcome.STOPPED
    assert [each.state for each in services.backup_targets.states()[0].sets] == [SetState.CUT]
    assert not list(services.office.files.folder.glob(".*.part"))
    assert services.backup_targets.states()[0].state is TargetState.EMPTY
    by_hand(services)
    assert [each.state for each in services.backup_targets.states()[0].sets] == [SetState.WHOLE]


def test_a_closer_look_opens_everything(services: Services, disk: Path):
    target = services.backup_targets.add("백업 USB", disk)
    known_person(services)
    by_hand(services)
    told: list[int] = []
    view = services.backup_targets.check(target.id, lambda done, _total: told.append(done))
    assert (view.state, told) == (TargetState.SOUND, [1])


def test_a_destroyed_person_stays_unreadable_in_an_older_backup(
    services: Services, safe: Path, disk: Path
):
    services.backup_targets.add("백업 USB", disk)
    plan = approved(services, known_person(services))
    by_hand(services)
    services.destruction_run.run(plan.id)
    services.office.clock.set(services.office.clock.now() + timedelta(hours=1))
    report = by_hand(services)
    assert report.is_complete
    [target] = services.backup_targets.states()
    assert [each.state for each in target.sets] == [SetState.WHOLE] * 3
    assert services.key_places.states()[0].generation == services.office.keys.generation == 2


@pytest.mark.parametrize(
    "call",
    [
        lambda services, folder: services.backup_targets.add("USB", folder),
        lambda services, _: services.backup_targets.remove(1),
        lambda services, _: by_hand(services),
    ],
)
def test_a_viewer_changes_nothing(
    home: OfficeHome, disk: Path, call: Callable[[Services, Path], object]
):
    office = home.open(VIEWER, OTHERS_PASSWORD)
    viewer = Services(office)
    with pytest.raises(NotPermittedError):
        call(viewer, disk)
    assert viewer.backup.ready() == ()
    office.close()


def test_a_clerk_backs_up_and_the_export_is_unsigned_at_its_end(home: OfficeHome, disk: Path):
    office = home.open(CLERK, OTHERS_PASSWORD)
    clerk = Services(office)
    clerk.backup_targets.add("USB", disk)
    known_person(clerk)
    assert len(by_hand(clerk).done) == 1
    office.close()


def test_the_register_on_paper(services: Services, safe: Path, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    by_hand(services)
    assert services.papers.make(PaperKind.BACKUP_REGISTER, 0, "점검").pdf.startswith(b"%PDF")
