"""An office goes on with another PC: keys from the stick, data from a backup, all else new."""

from datetime import timedelta

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.restore.arrival import Newcomer, find_keys, open_arrival
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.keys.refusals import OfficeMovedError
from easycare_desktop.system.refusals import OfficeUnknownError
from tests.campaigns.backing import oldest_backup
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_gone, check_one_generation, check_sound
from tests.campaigns.names import NEW_SHEET, NEWEST_SHEET, STAYS
from tests.campaigns.reach import Reach
from tests.helpers.cases import PERSON
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD


def move_to(house: House, former: House, place: SetPlace, *, with_paper: bool) -> Services:
    """Bring the office of `former` to the empty `house`, and give the second officer a word."""
    _arrive(house, former, place, with_paper=with_paper)
    services = house.enter()
    keys = services.office.keys
    second = next(each for each in keys.accounts() if each.login == SECOND)
    keys.reset_password(second.id, OTHERS_PASSWORD, own=True)
    return services


def write_alone(former: House) -> Refusal | None:
    """The former PC registers somebody and backs up; return why that is no backup, if it is none.

    The stick is not at hand, so it cannot see that the office has left it.
    """
    alone = former.enter_as_second()
    alone.people.register(PersonKind.RECIPIENT, {"identity": dict(PERSON["identity"])})
    former.clock.set(former.clock.now() + timedelta(minutes=1))
    (written,) = alone.backup.back_up(BackupCause.BY_HAND).results
    alone.office.close()
    return written.problem


def move(house: House, told: Told) -> None:
    """Go on with a backup of then, on another PC."""
    place, there = oldest_backup(house), other_pc(house)
    there.sheet, there.store.tell = NEW_SHEET, house.store.tell
    told.arm()
    _arrive(there, house, place, with_paper=True)
    told.confirm("moved")


def judge_move(house: House, confirmed: frozenset[str]) -> str:
    """The office is there whole, or not at all and can go there again; then only there."""
    there, side = other_pc(house), "after"
    there.sheet = NEW_SHEET
    try:
        services = there.enter()
    except OfficeUnknownError:
        assert not confirmed
        former = house.enter_as_second()
        check_sound(former)
        former.office.close()
        there.sheet, side = NEWEST_SHEET, "before"
        _arrive(there, house, oldest_backup(house), with_paper=True)
        services = there.enter()
    check_sound(services)
    check_one_generation(services, there)
    dead = frozenset(services.office.keys.tombstones())
    check_gone(services, dead)
    assert [line.name for line in services.people.find("")] == [STAYS]
    assert {each.state for each in services.key_places.refresh_all()} == {PlaceState.NEWEST}
    living = frozenset(services.office.keys.living_keys())
    services.office.close()
    _check_left(house)
    reach = Reach([there, house], [house.sheet, there.sheet])
    assert reach.reads(living), "the search for what can be read finds nothing at all"
    assert dead
    assert not reach.reads(dead), "what was destroyed can be read"
    return side


def _arrive(house: House, former: House, place: SetPlace, *, with_paper: bool) -> None:
    house.clock.set(former.clock.now())
    shelf = Shelf(house.paths, house.clock, house.one_store, CHEAP_KDF)
    found = find_keys([house.stick])
    arrival = open_arrival(shelf, found[0], found, former.sheet.text)
    try:
        arrival.prepare(place)
        officer = next(each for each in arrival.officers if each.login == LOGIN)
        certificate = arrival.certificate if with_paper else ""
        arrival.commit(Newcomer(officer.id, PASSWORD, house.sheet), certificate)
    finally:
        arrival.close()


def other_pc(house: House) -> House:
    """Return the PC beside this one, at the same time."""
    there = House(house.root, pc="-other")
    there.clock.set(house.clock.now())
    return there


def _check_left(house: House) -> None:
    """The former PC sees at the stick that the office has left it."""
    try:
        house.enter().office.close()
    except OfficeMovedError:
        return
    raise AssertionError("two PCs write")
