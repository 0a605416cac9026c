"""What somebody had stopped is not used on papers; what serves their own rights goes out."""

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.measures_running import UseStoppedError
from easycare_desktop.services.paper_jobs import PaperJobService
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import GUARDIAN, NAME, STAFF, known_person, register

STOP = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "요구서를 받음")
STAFF_NAME = STAFF["identity"]["name"]


def stop(services: Services, person: Person, group: str = "identity") -> None:
    card = services.people.open(person.id)
    services.measures.order([card.contents[group].holding.id], STOP)


def words_of(services: Services, kind: PaperKind, person: Person) -> str:
    return text_of(services.papers.make(kind, person.id, "확인").pdf)


@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.CONSENT_OPTIONAL,
        PaperKind.CONSENT_MARKETING,
        PaperKind.CONSENT_PROVISION,
    ],
)
def test_a_form_that_asks_for_more_is_refused(services: Services, kind: PaperKind):
    person = known_person(services)
    paper = services.papers.make(kind, person.id, "확인")
    stop(services, person, "photo")
    assert NAME in words_of(services, kind, person)
    stop(services, person)
    with pytest.raises(UseStoppedError) as refused:
        services.papers.make(kind, person.id, "확인")
    assert refused.value.number == person.number
    with pytest.raises(UseStoppedError):
        services.papers.check_may_leave(paper)


@pytest.mark.parametrize("group", ["identity", "employment"])
def test_a_pledge_is_refused_to_whoever_stopped_what_stands_on_it(services: Services, group: str):
    person = services.people.register(PersonKind.STAFF, STAFF)
    assert STAFF_NAME in words_of(services, PaperKind.PLEDGE, person)
    stop(services, person, group)
    with pytest.raises(UseStoppedError):
        services.papers.make(PaperKind.PLEDGE, person.id, "확인")


@pytest.mark.parametrize(
    "kind",
    [PaperKind.CANCELLATION_FORM, PaperKind.POWER_OF_ATTORNEY, PaperKind.ONE_PAGE_ANSWER],
)
def test_what_serves_rights_goes_out(services: Services, kind: PaperKind):
    person = known_person(services)
    stop(services, person)
    paper = services.papers.make(kind, person.id, "확인")
    assert NAME in text_of(paper.pdf)
    services.papers.check_may_leave(paper)


@pytest.mark.parametrize("kind", [PaperKind.CONSENT_FORM, PaperKind.CONSENT_REQUIRED])
def test_a_consent_form_to_be_signed_carries_the_number_alone(services: Services, kind: PaperKind):
    person = known_person(services)
    stop(services, person)
    paper = services.papers.make(kind, person.id, "확인")
    text = text_of(paper.pdf)
    assert person.number in text
    assert NAME not in text
    assert "0000-1234" not in text
    services.papers.check_may_leave(paper)


def test_a_representative_who_had_it_stopped_is_not_filled_in(services: Services):
    person = register(services)
    values = {
        "identity": {
            **GUARDIAN["identity"],
            "capacity": "adult_guardian",
            "capacity_proof": "후견등기",
        }
    }
    guardian = services.people.register(PersonKind.GUARDIAN, values, guardian_of=person.id)
    assert "홍보호" in words_of(services, PaperKind.GUARDIAN_CONSENT, person)
    stop(services, guardian)
    assert "홍보호" not in words_of(services, PaperKind.GUARDIAN_CONSENT, person)


def test_of_many_forms_one_is_without_a_name(services: Services):
    people = [register(services, name) for name in ("가하나", "나두나", "다세나", "라네나")]
    stop(services, people[1])
    jobs = PaperJobService(services.office, services.papers)
    job = jobs.same_for(PaperKind.CONSENT_FORM, [each.id for each in people], "확인")
    text = text_of(job.pdf)
    assert ["나두나" in text, "가하나" in text, "라네나" in text] == [False, True, True]
    assert people[1].number in text
