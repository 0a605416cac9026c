"""Saving, withdrawing, first run and ways in: how each starts, what it does, how it is judged."""

from collections.abc import Callable

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.storage.keys.refusals import WrongLoginError, WrongSheetError
from easycare_desktop.system.refusals import OfficeUnknownError
from tests.campaigns.child import Told
from tests.campaigns.house import House
from tests.campaigns.judging import check_sound
from tests.campaigns.names import LATER, NEW_SHEET, STAYS
from tests.helpers.cases import PERSON, SCAN, agree, known_person, register
from tests.helpers.offices import CODE, LOGIN, PASSWORD

PHOTO_PURPOSE = "newsletter_photo"
NEW_PASSWORD = "spring-wind-and-some-more-9"


def save_start(house: House) -> None:
    services = house.start()
    register(services, STAYS)
    services.office.close()


def save(house: House, told: Told) -> None:
    """Register, correct, record a signed form with its scan, and add what rests on it."""
    services = house.enter()
    person = services.office.index.find(STAYS)[0].person
    told.arm()
    later = register(services, LATER)
    told.confirm("registered")
    _correct(services, person)
    told.confirm("corrected")
    agree(services, later, evidence=Evidence(SCAN, "application/pdf"))
    told.confirm("agreed")
    services.people.save_group(later.id, "photo", {"pictures": "12"})
    told.confirm("photo")


def _correct(services: Services, person: Person) -> None:
    changed = dict(PERSON["identity"]) | {"name": STAYS, "address_detail": "3호"}
    services.people.save_group(person.id, "identity", changed, expected_version=1, reason="이사")


def judge_save(house: House, confirmed: frozenset[str]) -> str:
    services = house.enter_as_second()
    check_sound(services)
    found = {line.name: line.person for line in services.people.find("")}
    there = {"registered"} if LATER in found else set()
    stays = services.people.open(found[STAYS].id)
    changes = services.people.history(found[STAYS].id)
    if stays.contents["identity"].values["address_detail"] == "3호":
        there.add("corrected")
    assert len(changes) == ("corrected" in there)
    if LATER in found:
        there |= _later(services, found[LATER].id)
    assert confirmed <= there, f"confirmed and lost: {confirmed - there}"
    register(services, "다음이")
    services.office.close()
    return f"{len(there)} saved"


def _later(services: Services, person_id: int) -> set[str]:
    card = services.people.open(person_id)
    assert {"identity", "payment", "complaint"} <= card.contents.keys()
    lines = services.consents.lines_of(person_id)
    if not lines:
        assert "photo" not in card.contents
        return set()
    assert len(lines) == len(services.consents.purposes_for(card.person.kind))
    for line in lines:
        evidence = services.consents.evidence(line)
        assert evidence is not None
        assert evidence.content == SCAN
    return {"agreed"} | ({"photo"} & card.contents.keys())


def first_run_start(house: House) -> None:
    """There is nothing yet."""
    house.disk.joinpath("program").mkdir()


def first_run(house: House, told: Told) -> None:
    told.arm()
    office = house.make(key_place=house.stick)
    told.confirm("made")
    office.close()


def judge_first_run(house: House, confirmed: frozenset[str]) -> str:
    """Either the office opens whole, or it can be made again and then opens whole."""
    side = "after"
    try:
        services = house.enter()
    except OfficeUnknownError:
        assert "made" not in confirmed
        side = "before"
        house.make(key_place=house.stick).close()
        services = house.enter()
    check_sound(services)
    register(services, STAYS)
    places = services.key_places.refresh_all()
    assert [each.state for each in places] == [PlaceState.NEWEST]
    services.office.close()
    return side


def password_start(house: House) -> None:
    services = house.start()
    register(services, STAYS)
    services.office.close()


def change_password(house: House, told: Told) -> None:
    services = house.enter()
    told.arm()
    services.accounts.change_password(PASSWORD, NEW_PASSWORD)
    told.confirm("password")
    services.office.keys.renew_sheet(NEW_SHEET)
    told.confirm("sheet")


def judge_password(house: House, confirmed: frozenset[str]) -> str:
    """Everybody comes in, with the new word where it was confirmed."""
    ways = [
        ("new password", lambda: house.enter(LOGIN, NEW_PASSWORD), "password"),
        ("old password", house.enter, ""),
    ]
    opened = [name for name, way, _ in ways if _opens(way, WrongLoginError)]
    assert len(opened) == 1, opened
    assert "password" not in confirmed or opened == ["new password"]
    sheets = {"new sheet": NEW_SHEET, "old sheet": house.sheet}
    good = [name for name, code in sheets.items() if _opens(_with(house, code), WrongSheetError)]
    assert len(good) == 1, good
    assert "sheet" not in confirmed or good == ["new sheet"]
    services = house.enter_as_second()
    check_sound(services)
    services.office.close()
    return f"{opened[0]}, {good[0]}"


def withdraw_start(house: House) -> None:
    services = house.start()
    known_person(services, STAYS)
    services.office.close()


def withdraw(house: House, told: Told) -> None:
    services = house.enter()
    person = services.office.index.find(STAYS)[0].person
    told.arm()
    today = services.office.today()
    services.withdrawals.withdraw(person.id, PHOTO_PURPOSE, ConsentMethod.IN_PERSON, today)
    told.confirm("withdrawn")


def judge_withdraw(house: House, confirmed: frozenset[str]) -> str:
    """A restriction that the keys know stands in the data, too."""
    services = house.enter_as_second()
    check_sound(services)
    person = services.office.index.find(STAYS)[0].person
    lines = {each.purpose.code: each.line for each in services.consents.status_of(person.id)}
    line = lines[PHOTO_PURPOSE]
    assert line is not None
    gone = line.result is ConsentResult.WITHDRAWN
    assert gone or "withdrawn" not in confirmed
    assert gone == bool(services.office.keys.restrictions())
    services.office.close()
    return "after" if gone else "before"


def _opens(way: Callable[[], Services], *refused: type[Refusal]) -> bool:
    try:
        way().office.close()
    except refused:
        return False
    return True


def _with(house: House, code: RecoveryCode) -> Callable[[], Services]:
    typed = "-".join(code.groups)
    return lambda: Services(house.offices.open_with_sheet(CODE, typed))
