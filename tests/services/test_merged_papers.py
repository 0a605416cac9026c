"""Papers about somebody who was merged: what is valid, and what waits beside, are told apart."""

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.handover_records import places_of
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import known_person, register
from tests.services.test_merging import change, merge


def twice(services: Services) -> Person:
    keeper, gone = known_person(services), register(services)
    change(services, gone, mobile="010-0000-7777", address="행복시 나눔구 옛길 1")
    merge(services, keeper, gone)
    return keeper


def words_of(services: Services, kind: PaperKind, person: Person) -> str:
    return "".join(text_of(services.papers.make(kind, person.id, "확인").pdf).split())


def test_the_card_shows_what_is_valid_and_nothing_else(services: Services):
    text = words_of(services, PaperKind.BASIC_CARD, twice(services))
    assert "010-0000-1234" in text
    assert "010-0000-7777" not in text
    assert "옛길" not in text
    assert text.count("급여계약의체결") == 1


def test_the_answer_tells_what_waits_beside(services: Services):
    keeper = twice(services)
    held = services.people.open(keeper.id).holdings
    text = words_of(services, PaperKind.ONE_PAGE_ANSWER, keeper)
    beside = sum(each.merged_from is not None for each in held)
    assert beside > 0
    assert text.count("(합치기전기록)") == beside


def test_what_is_handed_over_tells_it_too(services: Services):
    twice(services)
    office = services.office
    with office.door.enter(Action.PEOPLE_LISTED) as step:
        labels = [each.label for each in places_of(office, step)]
    assert len(labels) > 1
    assert len(set(labels)) == len(labels)
