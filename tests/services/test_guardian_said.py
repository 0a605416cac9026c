"""What a paper says of a guardian is true of the person for whom it is signed."""

from datetime import timedelta

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import GUARDIAN, register

FORMS = [PaperKind.GUARDIAN_CONSENT, PaperKind.POWER_OF_ATTORNEY]


def guardian(services: Services, person: Person, **identity: str) -> Person:
    values = {"identity": {**GUARDIAN["identity"], "relation": "sibling", **identity}}
    return services.people.register(PersonKind.GUARDIAN, values, guardian_of=person.id)


def words_of(services: Services, kind: PaperKind, person: Person) -> str:
    return text_of(services.papers.make(kind, person.id, "확인").pdf)


def test_relation_and_capacity_of_the_guardian_of_several_stay_open(services: Services):
    person, other = register(services), register(services, "김둘째")
    one = guardian(services, person, capacity="adult_guardian", capacity_proof="후견등기")
    before = [words_of(services, each, person) for each in FORMS]
    assert ["홍보호" in text and "형제자매" in text for text in before] == [True, True]
    services.people.link_guardian(other.id, one.id)
    consent, attorney = (words_of(services, each, other) for each in FORMS)
    assert "홍보호" not in consent
    assert "홍보호" in attorney
    assert "형제자매" not in attorney
    assert "홍보호" not in words_of(services, PaperKind.GUARDIAN_CONSENT, person)


@pytest.mark.parametrize(("days", "filled"), [(0, True), (-1, False)])
def test_a_capacity_that_is_over_is_none(services: Services, days: int, filled: bool):
    person = register(services)
    until = services.office.today() + timedelta(days=days)
    guardian(
        services,
        person,
        capacity="adult_guardian",
        capacity_proof="후견등기",
        capacity_until=until.isoformat(),
    )
    assert ("홍보호" in words_of(services, PaperKind.GUARDIAN_CONSENT, person)) is filled
    kinds = [each.kind for each in services.paper_jobs.packet(person.id, "서명 받기").parts]
    assert [each in kinds for each in FORMS] == [filled, not filled]
