"""Protected: keys away from this PC, and a backup away from it that is not older than a week."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause, PlaceKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.protection import Lack, PlaceLine
from easycare_desktop.services.tasks import Task, TaskKind
from easycare_desktop.system import volumes
from easycare_desktop.ui.wording.backup import days_since, protection_words
from tests.helpers.cases import approved, known_person, register

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


def put_away(services: Services, folder: Path) -> Path:
    """Look once more, then put a stick into the safe."""
    services.key_places.states()
    return folder.rename(folder.with_name(f"{folder.name} in the safe"))


def test_backups_that_no_key_place_opens_do_not_protect(services: Services, sticks: Path):
    stick = made(sticks / "safe")
    services.key_places.add("금고 USB", stick)
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    backed_up(services)
    first = services.office.clock.now()
    away = put_away(services, stick)
    for day, name in enumerate("가나다라마바사아자", start=1):
        later(services, 1)
        register(services, f"새사람{name}")
        backed_up(services)
        found = services.protection.look()
        assert (found.days, found.open_days, found.opens_at) == (0, day, first)
        assert found.protected == (day <= 7)
    assert found.lacks == (Lack.KEYS_BEHIND_BACKUP,)
    words = protection_words(found, services.office.today())[1]
    assert "다른 PC에서는 9일 전 백업까지 열립니다." in words[0]
    away.rename(stick)
    assert lacks(services) == (Lack.KEYS_BEHIND_BACKUP,)
    services.key_places.bring_up()
    found = services.protection.look()
    assert (found.protected, found.opens_at) == (True, found.last_at)


def test_a_backup_on_this_disk_is_not_counted_for_one_elsewhere(
    services: Services, sticks: Path, tmp_path: Path
):
    services.key_places.add("금고 USB", made(sticks / "safe"))
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    backed_up(services)
    (sticks / "backup").rename(sticks / "away")
    services.backup_targets.add("이 PC 폴더", made(tmp_path / "disk"))
    later(services, 9)
    backed_up(services)
    assert lacks(services) == (Lack.BACKUP_OLD,)


def test_what_an_older_program_backed_up_counts_as_its_register_says(
    services: Services, sticks: Path
):
    services.key_places.add("금고 USB", made(sticks / "safe"))
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    backed_up(services)
    with services.office.door.enter(Action.BACKUPS_READ) as step:
        step.uow.meta.put("coverage.sets", "")
    found = services.protection.look()
    assert (found.protected, found.open_days) == (True, 0)
    services.backup_targets.states()
    assert services.protection.look().protected


def test_a_place_that_holds_destroyed_keys_is_named(services: Services, sticks: Path):
    services.key_places.add("금고 USB", made(sticks / "safe"))
    home = made(sticks / "home")
    services.key_places.add("집 USB", home)
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    person = known_person(services)
    put_away(services, home)
    services.destruction_run.run(approved(services, person).id)
    backed_up(services)
    found = services.protection.look()
    assert found.lacks == (Lack.KEYS_OLD,)
    assert protection_words(found, services.office.today())[1][0].startswith("집 USB: ")


def test_another_stick_is_judged_as_one_that_is_not_at_hand(services: Services, sticks: Path):
    stick = made(sticks / "safe")
    services.key_places.add("금고 USB", stick)
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    backed_up(services)
    put_away(services, stick)
    stick.mkdir()
    found = services.protection.look()
    assert (found.protected, found.places[0].at_hand, found.places[0].sound) == (True, False, True)


def test_a_backup_of_a_later_day_is_told_and_counts_nothing(services: Services, sticks: Path):
    services.key_places.add("금고 USB", made(sticks / "safe"))
    services.backup_targets.add("백업 USB", made(sticks / "backup"))
    later(services, 30)
    backed_up(services)
    later(services, -30)
    found = services.protection.look()
    assert (found.days, found.open_days) == (None, None)
    assert found.lacks == (Lack.BACKUP_AHEAD,)
    assert [each.kind for each in reminders(services)] == [TaskKind.FIRST_BACKUP]
    assert days_since(found.places[1].at, services.office.today()) == "30일 뒤 날짜"
    backed_up(services)
    assert services.protection.look().days == 0
