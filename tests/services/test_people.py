from collections.abc import Mapping
from datetime import date

import pytest

from easycare_desktop.domain.consents import ConsentMissingError
from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.people import (
    EndingReason,
    PersonHasEndedError,
    PersonKind,
    PersonNotFoundError,
    PersonState,
)
from easycare_desktop.domain.relations import NotLinkedError
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import ReasonMissingError
from easycare_desktop.services.people_writing import ValuesRefusedError
from tests.helpers.cases import (
    GUARDIAN,
    HEALTH,
    LAST_SERVICE,
    NAME,
    PERSON,
    STAFF,
    agree,
    decided,
    register,
)
from tests.helpers.offices import OfficeHome


def identity(**changes: str) -> Mapping[str, str]:
    return dict(PERSON["identity"]) | changes


def test_a_person_is_registered_and_opened_again(services: Services):
    person = register(services)
    card = services.people.open(person.id)
    assert person.number == f"P-{person.id:05d}"
    assert card.name == NAME
    assert set(card.contents) == set(PERSON)
    assert dict(card.contents["identity"].values) == dict(PERSON["identity"])
    assert {holding.basis for holding in card.holdings} == {"contract", "law"}


def test_every_holding_has_a_key_of_its_own(services: Services):
    person = register(services)
    ids = [holding.id for holding in services.people.open(person.id).holdings]
    keys = [services.office.keys.key_of(each) for each in ids]
    assert len(set(keys)) == len(ids) == len(PERSON)


def test_people_are_there_after_closing(home: OfficeHome):
    office = home.open()
    register(Services(office))
    office.close()
    again = home.open()
    services = Services(again)
    assert services.start() == 1
    assert [line.name for line in services.people.find("ㅎㄱㅅ")] == [NAME]
    again.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ㅎㄱㅅ", True),
        ("홍ㄱ", True),
        ("길순", True),
        ("1234", True),
        ("0012345678", True),
        ("봄길", True),
        ("ㅎㄱㄷ", False),
        ("홍길동", False),
        ("9876", False),
    ],
)
def test_search(services: Services, typed: str, found: bool):
    register(services)
    register(services, "나남은")
    names = [line.name for line in services.people.find(typed, PersonKind.RECIPIENT)]
    assert (NAME in names) is found


def test_search_keeps_kinds_apart(services: Services):
    register(services)
    services.people.register(PersonKind.STAFF, STAFF)
    assert [line.name for line in services.people.find("", PersonKind.STAFF)] == ["봉직원"]
    assert len(services.people.find("")) == 2


def test_what_does_not_fit_is_refused_field_by_field(services: Services):
    values = {"identity": identity(name="", mobile="010", birth="2031-01-01")}
    with pytest.raises(ValuesRefusedError) as refused:
        services.people.register(PersonKind.RECIPIENT, values)
    assert set(refused.value.errors) == {
        ("identity", "name"),
        ("identity", "mobile"),
        ("identity", "birth"),
    }
    assert services.people.find("") == []


def test_what_needs_consent_waits_for_it(services: Services):
    values = {"identity": identity(), "health": HEALTH}
    with pytest.raises(ConsentMissingError):
        services.people.register(PersonKind.RECIPIENT, values)
    person = register(services)
    with pytest.raises(ConsentMissingError):
        services.people.save_group(person.id, "health", HEALTH)
    agree(services, person)
    services.people.save_group(person.id, "health", HEALTH)
    assert services.people.open(person.id).contents["health"].values == HEALTH


def test_a_correction_needs_a_reason_and_leaves_history(services: Services):
    person = register(services)
    moved = identity(address="행복시 나눔구 여름길 9")
    with pytest.raises(ReasonMissingError):
        services.people.save_group(person.id, "identity", moved, expected_version=1)
    saved = services.people.save_group(
        person.id, "identity", moved, expected_version=1, reason="이사하심"
    )
    (change,) = services.people.history(person.id)
    assert saved.holding.version == 2
    assert (change.field, change.reason) == ("address", "이사하심")
    assert (change.before, change.after) == (PERSON["identity"]["address"], moved["address"])
    assert change.account_id == services.office.actor.account_id


def test_filling_an_empty_field_needs_no_reason(services: Services):
    person = register(services)
    services.people.save_group(
        person.id, "identity", identity(phone="02-000-0000"), expected_version=1
    )
    assert services.people.history(person.id)[0].before == ""


def test_saving_nothing_new_changes_nothing(services: Services):
    person = register(services)
    same = services.people.save_group(person.id, "identity", identity(), expected_version=1)
    assert same.holding.version == 1
    assert services.people.history(person.id) == []


def test_the_later_of_two_savers_is_told(services: Services):
    person = register(services)
    services.people.save_group(
        person.id, "identity", identity(address_detail="1호"), expected_version=1, reason="고침"
    )
    late = identity(address_detail="2호")
    with pytest.raises(HoldingChangedMeanwhileError):
        services.people.save_group(person.id, "identity", late, expected_version=1, reason="늦음")
    values = services.people.open(person.id).contents["identity"].values
    assert values["address_detail"] == "1호"


def test_a_new_name_is_found_at_once(services: Services):
    person = register(services)
    services.people.save_group(
        person.id, "identity", identity(name="황개명"), expected_version=1, reason="개명"
    )
    assert [line.name for line in services.people.find("ㅎㄱㅁ")] == ["황개명"]
    assert services.people.find("ㅎㄱㅅ") == []


def test_guardians_stand_in_order(services: Services):
    person = register(services)
    first = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    second = services.people.register(PersonKind.GUARDIAN, GUARDIAN)
    services.people.link_guardian(person.id, second.id)
    card = services.people.open(person.id)
    assert [line.id for line in card.guardians] == [first.id, second.id]
    assert [line.id for line in services.people.open(first.id).recipients] == [person.id]
    services.people.call_first(person.id, second.id)
    assert [line.id for line in services.people.open(person.id).guardians] == [second.id, first.id]
    with pytest.raises(NotLinkedError):
        services.people.call_first(person.id, person.id)


def test_who_pays_is_told_with_the_person(services: Services):
    person = register(services)
    pays = {"identity": dict(GUARDIAN["identity"]) | {"is_payer": "yes"}}
    payer = services.people.register(PersonKind.GUARDIAN, pays, guardian_of=person.id)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    assert services.people.open(person.id).payers == {payer.id}


def test_what_has_no_line_in_the_catalogue_is_not_stored(services: Services):
    person = register(services)
    before = len(services.people.find(""))
    for values in (
        {"identity": dict(PERSON["identity"]) | {"religion": "없음"}},
        {"identity": dict(PERSON["identity"]) | {"relation": "child"}},
        {"identity": PERSON["identity"], "beliefs": {"party": "없음"}},
        {"identity": PERSON["identity"], "payroll": {"bank": "나눔은행"}},
    ):
        with pytest.raises(NotInCatalogueError):
            services.people.register(PersonKind.RECIPIENT, values)
    for group, fields in (("identity", {"religion": "없음"}), ("beliefs", {"party": "없음"})):
        with pytest.raises(NotInCatalogueError):
            services.people.save_group(person.id, group, fields, expected_version=1, reason="시험")
    assert len(services.people.find("")) == before
    assert services.people.open(person.id).contents["identity"].values == PERSON["identity"]


def test_after_the_ending_nothing_more_is_collected(services: Services):
    person = register(services)
    decided(services, person)
    with pytest.raises(PersonHasEndedError):
        services.people.save_group(
            person.id, "identity", identity(), expected_version=1, reason="늦음"
        )


def test_whoever_is_ending_is_still_found_after_reopening(home: OfficeHome):
    office = home.open()
    person = register(Services(office))
    decided(Services(office), person)
    office.close()
    again = home.open()
    services = Services(again)
    services.start()
    (line,) = services.people.find(NAME)
    assert line.person.state is PersonState.ENDING
    assert line.person.ending is EndingReason.CANCELLED
    assert line.person.last_service_on == LAST_SERVICE
    again.close()


def test_numbers_are_never_used_twice(services: Services):
    numbers = [register(services, f"사람{each}").number for each in ("하나", "둘", "셋")]
    assert numbers == sorted(set(numbers))


def test_an_unknown_person_is_not_found(services: Services):
    with pytest.raises(PersonNotFoundError):
        services.people.open(4711)


def test_registered_on_another_day(services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF, registered_on=date(2024, 2, 1))
    assert services.people.open(person.id).person.registered_on == date(2024, 2, 1)
