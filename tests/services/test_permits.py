"""Resident numbers: off, on under the officer's word, checked, covered, and each look recorded."""

import pytest
from sqlalchemy import select

from easycare_desktop.domain.exporting import ExportOrder, ExportPurpose, Leaving, exportable_groups
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.resident_numbers import (
    GROUP,
    PermitMissingError,
    ResidentNumberBirthError,
    ResidentNumbersHeldError,
)
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.services.permits import PERMIT_GROUP
from easycare_desktop.services.session import WrongLoginError
from easycare_desktop.storage.databases.office_tables import holding
from tests.helpers.cases import PERSON, agree, register
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import PASSWORD, OfficeHome

NUMBER = "410305-2000000"
LAW, WHY = "소득세법 제164조", "원천징수 서류"
BOTH = {"identity": PERSON["identity"], GROUP: {"number": NUMBER}}


def test_numbers_are_off_until_an_officer_names_the_law(services: Services):
    person = register(services)
    assert services.permits.now() is None
    assert GROUP not in {each.code for each in services.people.groups_for(person.kind)}
    with pytest.raises(NotInCatalogueError):
        services.people.save_group(person.id, GROUP, {"number": NUMBER})
    with pytest.raises(NotInCatalogueError):
        services.people.register(PersonKind.RECIPIENT, BOTH)
    with pytest.raises(PermitMissingError):
        services.permits.give("", WHY, PASSWORD)
    with pytest.raises(PermitMissingError):
        services.permits.give(LAW, " ", PASSWORD)
    with pytest.raises(WrongLoginError):
        services.permits.give(LAW, WHY, "not the password")
    assert services.permits.now() is None
    permit = services.permits.give(LAW, WHY, PASSWORD)
    assert services.permits.now() == permit
    assert services.people.save_group(person.id, GROUP, {"number": NUMBER}).values == {
        "number": NUMBER
    }
    entry = services.office.keys.ledger_entries()[-1]
    assert entry.kind == "resident_numbers"
    assert entry.facts["kept"] is True
    assert LAW not in str(entry.facts)
    assert WHY not in "".join(services.office.keys.ledger_export())


def test_a_number_fits_the_day_of_birth_and_nowhere_else_stands(services: Services):
    services.permits.give(LAW, WHY, PASSWORD)
    wrong = BOTH | {GROUP: {"number": "420305-2000000"}}
    with pytest.raises(ValuesRefusedError) as refused:
        services.people.register(PersonKind.RECIPIENT, wrong)
    assert isinstance(refused.value.errors[GROUP, "number"], ResidentNumberBirthError)
    person = services.people.register(PersonKind.RECIPIENT, BOTH)
    with pytest.raises(ValuesRefusedError):
        services.people.save_group(
            person.id, GROUP, wrong[GROUP], expected_version=1, reason="고침"
        )
    offered = exportable_groups(services.office.catalogue, person.kind)
    assert GROUP not in {each.code for each in offered}
    assert GROUP in {each.code for each in services.people.groups_for(person.kind)}


def test_the_number_of_a_foreigner_is_kept_with_consent_and_never_goes_out(services: Services):
    person = register(services)
    agree(services, person)
    for number in ("420305-5000000", "410305-2000000"):
        with pytest.raises(ValuesRefusedError):
            services.people.save_group(person.id, "unique_id", {"foreigner_number": number})
    typed = {"foreigner_number": "4103056000000", "passport_number": "M00000000"}
    saved = services.people.save_group(person.id, "unique_id", typed)
    assert saved.values["foreigner_number"] == "410305-6000000"
    offered = {
        each.code: each for each in exportable_groups(services.office.catalogue, person.kind)
    }
    assert [each.code for each in offered["unique_id"].fields] == ["passport_number"]
    order = ExportOrder(
        person.kind,
        (person.id,),
        (FieldRef(person.kind, "unique_id", "foreigner_number"),),
        Leaving(ExportPurpose.OTHER, "서류", "Gaeul-2026!"),
    )
    with pytest.raises(NotInCatalogueError):
        services.exports.save(order, services.office.info.folder / "list.xlsx")


def test_the_permit_stands_at_the_next_opening_and_ends_when_nothing_is_kept(home: OfficeHome):
    office = home.open()
    services = Services(office)
    services.start()
    person = register(services)
    services.permits.give(LAW, WHY, PASSWORD)
    services.people.save_group(person.id, GROUP, {"number": NUMBER})
    office.close()
    office = home.open()
    services = Services(office)
    services.start()
    assert GROUP in {each.code for each in services.people.groups_for(person.kind)}
    with pytest.raises(ResidentNumbersHeldError):
        services.permits.end(PASSWORD)
    office.close()


def test_the_permit_can_end(services: Services):
    services.permits.give(LAW, WHY, PASSWORD)
    services.permits.end(PASSWORD)
    assert services.permits.now() is None
    assert services.office.keys.ledger_entries()[-1].facts["kept"] is False
    with pytest.raises(NotInCatalogueError):
        services.people.register(PersonKind.RECIPIENT, BOTH)


def test_what_was_said_is_sealed_and_the_ledger_alone_tells_that_it_ended(home: OfficeHome):
    office = home.open()
    services = Services(office)
    services.start()
    services.permits.give(LAW, WHY, PASSWORD)
    office.close()
    office = home.open()
    services = Services(office)
    services.start()
    services.permits.end(PASSWORD)
    with office.files.office() as connection:
        kept = connection.execute(select(holding).where(holding.c.grp == PERMIT_GROUP)).all()
    assert len(kept) == 1
    assert WHY.encode() not in kept[0].sealed
    assert services.permits.now() is None
    office.close()


def test_only_an_officer_decides(home: OfficeHome):
    office = home.open(VIEWER, OTHERS_PASSWORD)
    services = Services(office)
    services.start()
    with pytest.raises(NotPermittedError):
        services.permits.give(LAW, WHY, OTHERS_PASSWORD)
    office.close()


def test_each_look_at_a_covered_value_is_recorded(services: Services):
    person = register(services)
    services.people.note_shown(person.id, GROUP, "number")
    entry = services.log.newest()[0]
    assert (entry.action, entry.person_id, entry.detail) == (
        "people.number",
        person.id,
        "resident_number.number",
    )
