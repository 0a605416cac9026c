"""Handing over, a lost key place, a blocked account: how each starts, what it does, how it ends."""

import shutil

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.recovery_sheets import NewSheet, Renewed
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.storage.keys.refusals import WrongSheetError
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_one_generation, check_sound, keys_at_place
from tests.campaigns.names import GOES, LATER, NEW_SHEET, NEWEST_SHEET, STAYS
from tests.helpers.cases import approved, known_person, register
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CODE, LOGIN, PASSWORD


def handing_start(house: House) -> None:
    """Somebody is kept apart, and the second officer was tested."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    register(services, STAYS)
    services.destruction_run.run(approved(services, known_person(services, GOES)).id)
    services.recovery.prove_officer(SECOND, OTHERS_PASSWORD)
    services.office.close()


def hand_over(house: House, told: Told) -> None:
    """The second officer removes the first one."""
    services = house.enter_as_second()
    told.arm()
    _hand_over(services, NEW_SHEET)
    told.confirm("handed over")
    services.office.close()


def judge_hand_over(house: House, confirmed: frozenset[str]) -> str:
    """Each step stands by itself; done again, it comes to its end."""
    services = house.enter_as_second()
    _check_whole(services, house)
    left = _state_of(services, LOGIN) is AccountState.LEFT
    services.office.close()
    assert left != _comes_in(house, LOGIN, PASSWORD), "who left comes in, or who stayed does not"
    new = _one_sheet(house, house.sheet, NEW_SHEET) is NEW_SHEET
    assert (left and new) or not confirmed
    services = house.enter_as_second()
    assert _hand_over(services, NEWEST_SHEET).behind == ()
    _check_whole(services, house)
    services.office.close()
    assert not _comes_in(house, LOGIN, PASSWORD)
    assert _one_sheet(house, house.sheet, NEW_SHEET, NEWEST_SHEET) is NEWEST_SHEET
    return f"{'left' if left else 'there'} with the {'new' if new else 'old'} sheet"


def lose_place(house: House, told: Told) -> None:
    """The stick is lost: other keys, another sheet."""
    services = house.enter()
    (place,) = services.key_places.states()
    told.arm()
    services.recovery.place_lost(place.id, NewSheet(2, b"", NEW_SHEET))
    told.confirm("renewed")
    services.office.close()


def judge_lost_place(house: House, confirmed: frozenset[str]) -> str:
    """What was lost opens nothing that came afterwards, once the loss was dealt with."""
    services = house.enter_as_second()
    _check_whole(services, house)
    places = services.key_places.states()
    generation = services.office.keys.generation
    services.office.close()
    new = _one_sheet(house, house.sheet, NEW_SHEET) is NEW_SHEET
    done = new and not places and generation > 2
    assert done or not confirmed
    services = house.enter()
    if not done:
        known = places[0].id if places else 0
        services.recovery.place_lost(known, NewSheet(3, b"", NEWEST_SHEET))
    before = services.office.keys.living_keys().keys()
    register(services, LATER)
    later = services.office.keys.living_keys().keys() - before
    services.key_places.refresh_all()
    _check_whole(services, house)
    services.office.close()
    assert later
    assert later.isdisjoint(_on_lost_place(house)), "the lost place opens what came later"
    return f"{'new' if new else 'old'} sheet, {len(places)} places"


def blocking_start(house: House) -> None:
    services = house.start()
    services.key_places.add("USB", house.stick)
    register(services, STAYS)
    services.office.close()


def block(house: House, told: Told) -> None:
    """Somebody may not come in any more."""
    services = house.enter()
    second = next(each for each in services.office.keys.accounts() if each.login == SECOND)
    told.arm()
    services.accounts.set_state(second.id, AccountState.BLOCKED)
    told.confirm("blocked")
    services.office.close()


def judge_block(house: House, confirmed: frozenset[str]) -> str:
    services = house.enter()
    check_sound(services)
    blocked = _state_of(services, SECOND) is AccountState.BLOCKED
    assert blocked or not confirmed
    assert {each.state for each in services.key_places.refresh_all()} == {PlaceState.NEWEST}
    services.office.close()
    assert blocked != _comes_in(house, SECOND, OTHERS_PASSWORD)
    return "after" if blocked else "before"


def _hand_over(services: Services, sheet: RecoveryCode) -> Renewed:
    first = next(each for each in services.office.keys.accounts() if each.login == LOGIN)
    return services.recovery.hand_over(first.id, NewSheet(2, b"", sheet))


def _check_whole(services: Services, house: House) -> None:
    check_sound(services)
    check_one_generation(services, house)
    apart = services.separated.list()
    assert apart
    for each in apart:
        assert services.separated.open(each.id, ReadingPurpose.DISPUTE, "확인")


def _state_of(services: Services, login: str) -> AccountState:
    return next(each.state for each in services.office.keys.accounts() if each.login == login)


def _comes_in(house: House, login: str, password: str) -> bool:
    try:
        house.enter(login, password).office.close()
    except Refusal:
        return False
    return True


def _one_sheet(house: House, *codes: RecoveryCode) -> RecoveryCode:
    """Return the one sheet that opens the office."""
    good = []
    for code in codes:
        try:
            house.offices.open_with_sheet(CODE, code.text).close()
        except WrongSheetError:
            continue
        good.append(code)
    assert len(good) == 1, f"{len(good)} sheets open it"
    return good[0]


def _on_lost_place(house: House) -> frozenset[int]:
    """Return what opens with the lost stick and whatever sheet there is."""
    found: frozenset[int] = frozenset()
    for code in (house.sheet, NEW_SHEET, NEWEST_SHEET):
        scratch = house.root / "lost"
        try:
            found |= keys_at_place(house, scratch, code)
        except WrongSheetError:
            continue
        finally:
            shutil.rmtree(scratch)
    assert found, "the search for what the lost place opens finds nothing"
    return found
