"""Backing up and restoring: how each starts, what it does, how it is judged."""

import re
from datetime import timedelta
from pathlib import Path

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.backup_targets import SetState, TargetView
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.services.restore.desk import RestoreDesk
from easycare_desktop.storage.backup.places import SetPlace, backup_folder, set_places
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.keys.opening import open_with_password
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_gone, check_sound
from tests.campaigns.names import GOES, LATER, STAYS
from tests.campaigns.reach import Reach
from tests.helpers.cases import approved, known_person, newest_plan, register
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD

HALF_TYPED = ("person_form", 0, {"identity.name": "반만 적은 분"})
_KEY_FILES = re.compile(r"(keys|slots|kit|trial)-\d+\.")


def backup_start(house: House) -> None:
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    known_person(services, STAYS)
    assert services.backup.back_up(BackupCause.BY_HAND).is_complete
    house.clock.set(house.clock.now() + timedelta(hours=1))
    known_person(services, LATER)
    services.office.close()


def back_up(house: House, told: Told) -> None:
    services = house.enter()
    told.arm()
    if services.backup.back_up(BackupCause.BY_HAND).is_complete:
        told.confirm("complete")


def judge_backup(house: House, confirmed: frozenset[str]) -> str:
    """A set with a manifest is whole; without one it is none. The next backup is complete."""
    services = house.enter()
    check_sound(services)
    check_no_keys(house.backups)
    before = _looked(services)
    assert before.whole in {1, 2}
    assert before.whole == 2 or "complete" not in confirmed
    house.clock.set(house.clock.now() + timedelta(hours=1))
    assert services.backup.back_up(BackupCause.BY_HAND).is_complete
    assert _looked(services).whole == before.whole + 1
    check_no_keys(house.backups)
    services.office.close()
    return "after" if before.whole == 2 else "before"


def check_no_keys(backups: Path) -> None:
    """No file of keys, and no way into one, lies in a data backup."""
    assert not [path for path in backups.rglob("*") if _KEY_FILES.match(path.name.lstrip("."))]


def _looked(services: Services) -> TargetView:
    """Read everything at the place for backups; nothing that has a manifest may be damaged."""
    (target,) = services.backup_targets.states()
    view = services.backup_targets.check(target.id, lambda _done, _total: None)
    states = {each.state for each in view.sets}
    assert states <= {SetState.WHOLE, SetState.CUT}, states
    return view


def restore_start(house: House) -> None:
    """A backup of then; since, one was destroyed, another came, and a third is half typed."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    register(services, STAYS)
    gone = known_person(services, GOES)
    assert services.backup.back_up(BackupCause.BY_HAND).is_complete
    house.clock.set(house.clock.now() + timedelta(days=1))
    services.destruction_run.run(approved(services, gone).id)
    register(services, LATER)
    services.drafts.keep(*HALF_TYPED)
    services.office.close()


def restore(house: House, told: Told) -> None:
    place = oldest_backup(house)
    site = site_of(house)
    told.arm()
    desk = RestoreDesk(site)
    desk.prepare(place)
    desk.finish()
    told.confirm("restored")
    site.keys.close()


def restore_set(house: House, place: SetPlace) -> None:
    """Restore one backup into a closed office, as its officer."""
    site = site_of(house)
    try:
        desk = RestoreDesk(site)
        desk.prepare(place)
        desk.finish()
    finally:
        site.keys.close()


def judge_restore(house: House, confirmed: frozenset[str]) -> str:
    """The data is that of then or that of now; whoever was destroyed is in neither."""
    services = house.enter_as_second()
    check_sound(services)
    plan = newest_plan(services)
    check_gone(services, plan.doomed)
    with services.office.door.enter(Action.DRAFTS_LISTED) as step:
        assert [each.values for _, each in step.drafts.of_people()] == [HALF_TYPED[2]]
    names = {line.name for line in services.people.find("")}
    assert names in ({STAYS}, {STAYS, LATER}), names
    assert names == {STAYS} or "restored" not in confirmed
    assert {each.id for each in services.separated.list()} == plan.separated
    assert {path.name for path in house.folder.glob("data-*")} <= {data_folder(house.folder).name}
    living = frozenset(services.office.keys.living_keys())
    services.office.close()
    reach = Reach([house], [house.sheet])
    assert reach.reads(living), "the search for what can be read finds nothing at all"
    assert not reach.reads(plan.doomed), "what was destroyed can be read"
    return "after" if names == {STAYS} else "before"


def site_of(house: House) -> Site:
    """Open the keys of the closed office, as the window of restoring does."""
    keys = open_with_password(
        house.folder, LOGIN, PASSWORD, house.store, clock=house.clock, kdf=CHEAP_KDF
    )
    return Site(house.folder, keys, house.clock, "PC-1")


def oldest_backup(house: House) -> SetPlace:
    """Return the first backup that was made."""
    (folder,) = house.backups.glob("easycare-backup-*")
    office_id = folder.name.removeprefix("easycare-backup-")
    return list(set_places(backup_folder(house.backups, office_id)))[-1]
