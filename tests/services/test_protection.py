"""Protected: keys away from this PC, and a backup away from it that is not older than a week."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause, PlaceKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.protection import Lack, PlaceLine
from easycare_desktop.services.tasks import Task, TaskKind
from easycare_desktop.system import volumes
from tests.helpers.cases import approved, known_person

BACKUPS = {TaskKind.BACK_UP, TaskKind.FIRST_BACKUP}


@pytest.fixture
def sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything under this folder is another device."""
    folder = tmp_path / "sticks"
    folder.mkdir()
    real = volumes.volume_of

    def volume_of(path: Path) -> int | None:
        number = real(path)
        return -1 if number is not None and path.is_relative_to(folder) else number

    monkeypatch.setattr(volumes, "volume_of", volume_of)
    return folder


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def backed_up(services: Services) -> None:
    services.backup.back_up(BackupCause.BY_HAND)


def lacks(services: Services) -> tuple[Lack, ...]:
    return services.protection.look().lacks


def reminders(services: Services) -> list[Task]:
    return [each for each in services.today.show().tasks if each.kind in BACKUPS]


def later(services: Services, days: int) -> None:
    services.office.clock.set(services.office.clock.now() + timedelta(days=days))


def test_step_by_step_to_a_protected_office(services: Services, sticks: Path, tmp_path: Path):
    assert lacks(services) == (Lack.NO_KEY_PLACE, Lack.NO_TARGET)
    services.key_places.add("이 PC", made(tmp_path / "here"))
    assert lacks(services) == (Lack.KEYS_ON_THIS_PC, Lack.NO_TARGET)
    services.key_places.add("금고 USB", made(sticks / "safe"))
    services.backup_targets.add("이 PC 폴더", made(tmp_path / "disk"))
    assert lacks(services) == (Lack.NO_BACKUP,)
    backed_up(services)
    assert lacks(services) == (Lack.BACKUP_ON_THIS_PC,)
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    assert lacks(services) == (Lack.BACKUP_ON_THIS_PC,)
    backed_up(services)
    found = services.protection.look()
    assert found.protected
    assert (found.days, found.last_at) == (0, services.office.clock.now())
    assert [(each.kind, each.elsewhere, each.sound) for each in found.places] == [
        (PlaceKind.KEYS, False, True),
        (PlaceKind.KEYS, True, True),
        (PlaceKind.BACKUP, False, True),
        (PlaceKind.BACKUP, True, True),
    ]
    assert all(each.size > 0 and each.at and each.at_hand for each in found.places)


def test_a_stick_in_the_safe_is_judged_as_it_was_last_seen(services: Services, sticks: Path):
    safe = made(sticks / "safe")
    services.key_places.add("금고 USB", safe)
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    person = known_person(services)
    backed_up(services)
    away = sticks.with_name("away")
    shutil.move(sticks, away)
    found = services.protection.look()
    assert found.protected
    assert not any(each.at_hand for each in found.places)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    assert lacks(services) == (Lack.KEYS_OLD,)
    shutil.move(away, sticks)
    assert lacks(services) == (Lack.KEYS_OLD,)
    services.key_places.bring_up()
    assert services.protection.look().protected


def test_the_days_are_told_and_nothing_by_the_hour(services: Services, sticks: Path):
    services.key_places.add("금고 USB", made(sticks / "safe"))
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    [first] = reminders(services)
    assert (first.kind, first.due_on) == (TaskKind.FIRST_BACKUP, services.office.today())
    backed_up(services)
    made_on = services.office.today()
    for days, told in ((0, []), (2, []), (3, [3]), (7, [7]), (9, [9])):
        services.office.clock.set(services.office.clock.now().replace(day=23) + timedelta(days))
        found = reminders(services)
        assert [each.others for each in found] == told
        assert [each.due_on for each in found] == [made_on + timedelta(days=7)] * len(told)
        assert services.protection.look().protected == (days <= 7)
    assert lacks(services) == (Lack.BACKUP_OLD,)


def test_damage_that_was_seen_is_remembered(services: Services, sticks: Path):
    target = services.backup_targets.add("백업 USB", made(sticks / "backup"))
    backed_up(services)

    def line() -> PlaceLine:
        return next(x for x in services.protection.look().places if x.kind is PlaceKind.BACKUP)

    assert line().sound
    database = next(target.folder.rglob("office.db"))
    database.write_bytes(database.read_bytes()[:-4096])
    services.backup_targets.states()
    assert not line().sound
    found = services.protection.look()
    assert (found.days, found.last_at) == (None, None)
    assert Lack.NO_BACKUP in found.lacks
    shutil.move(target.folder, target.folder.with_name("gone"))
    assert (line().sound, line().at_hand) == (False, False)
