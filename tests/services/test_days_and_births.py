"""Days are held against the day of birth when they are written down; what stands stays."""

from collections.abc import Mapping

import pytest

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.validation_refusals import BeforeBirthError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import Typed, Why
from easycare_desktop.services.people_writing import ValuesRefusedError
from tests.helpers.cases import PERSON, STAFF, register

EARLY = {"contract_on": "1941-03-04", "starts_on": "1941-03-04"}


def refused(errors: Mapping[tuple[str, str], object]) -> set[tuple[str, str]]:
    assert {type(each) for each in errors.values()} == {BeforeBirthError}
    return set(errors)


def correct(services: Services, person: Person, group: str, **fields: str) -> None:
    content = services.people.open(person.id).contents[group]
    typed = Typed({**content.values, **fields}, content.holding.version)
    services.corrections.save(person.id, {group: typed}, Why("잘못 적음"))


def test_nobody_has_a_contract_or_is_hired_before_the_birth(services: Services):
    contract = {**PERSON["care_contract"], **EARLY}
    with pytest.raises(ValuesRefusedError) as told:
        services.people.register(PersonKind.RECIPIENT, {**PERSON, "care_contract": contract})
    assert refused(told.value.errors) == {
        ("care_contract", "contract_on"),
        ("care_contract", "starts_on"),
    }
    hired = {**STAFF["employment"], "hired_on": "1900-01-01"}
    with pytest.raises(ValuesRefusedError) as told:
        services.people.register(PersonKind.STAFF, {**STAFF, "employment": hired})
    assert ("employment", "hired_on") in told.value.errors


def test_a_correction_and_a_further_contract_are_held_to_it_too(services: Services):
    person = register(services)
    with pytest.raises(ValuesRefusedError) as told:
        correct(services, person, "care_contract", contract_on="1941-03-04")
    assert refused(told.value.errors) == {("care_contract", "contract_on")}
    with pytest.raises(ValuesRefusedError) as told:
        services.people.save_group(
            person.id, "care_contract_2", {**PERSON["care_contract"], **EARLY}
        )
    assert len(refused(told.value.errors)) == 2
    with pytest.raises(ValuesRefusedError) as told:
        correct(services, person, "identity", died_on="1941-03-04")
    assert refused(told.value.errors) == {("identity", "died_on")}


def test_a_birth_may_be_corrected_and_what_stands_keeps_nobody_from_it(services: Services):
    person = register(services)
    correct(services, person, "identity", birth="2025-12-31")
    correct(services, person, "care_contract", monthly_cost="1000")
    held = services.people.open(person.id).contents["care_contract"].values
    assert held["contract_on"] < "2025-12-31"
    assert held["monthly_cost"] == "1000"
