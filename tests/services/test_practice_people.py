"""Whoever is made up for practice could have been typed in: every value is one that is stored."""

from datetime import date

import pytest

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation import validate
from easycare_desktop.services.practice.people import Invented, Inventor
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.resources import RESOURCES

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RESOURCES / "catalogue", OfficeKind.AGENCY)


def faults(catalogue: Catalogue, kind: PersonKind, person: Invented) -> list[object]:
    found: list[object] = []
    for code, values in person.values.items():
        stored, wrong = validate(catalogue.group(code), kind, values, TODAY)
        if wrong or stored != {field: value for field, value in values.items() if value}:
            found.append((code, values, wrong))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_every_value_is_as_it_is_stored(catalogue: Catalogue, seed: int):
    inventor = Inventor(RESOURCES / "practice", seed, TODAY)
    recipients = [inventor.recipient() for _ in range(60)] + [inventor.newcomer(3, 31)]
    people = [(PersonKind.RECIPIENT, each) for each in recipients]
    people += [(PersonKind.GUARDIAN, each) for one in recipients for each in one.guardians]
    people += [(PersonKind.STAFF, inventor.staff()) for _ in range(20)]
    assert [fault for kind, each in people for fault in faults(catalogue, kind, each)] == []


def test_a_wrong_value_is_seen(catalogue: Catalogue):
    person = Invented(TODAY, {"photo": {"taken_from": "\uc18c\uc2dd\uc9c0", "pictures": "3"}})
    assert faults(catalogue, PersonKind.RECIPIENT, person)
