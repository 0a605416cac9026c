"""Labels for those who have an address; a card that holds back what was stopped."""

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.labels import LabelOrder, NoAddressesError
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.label_sheets import label_sheets
from easycare_desktop.services.paper_copies import PaperOfManyError
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import (
    GUARDIAN,
    NAME,
    STAFF,
    decided,
    intake_of,
    known_person,
    register,
)
from tests.helpers.offices import PASSWORD

STOP = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "요구서를 받음")


def suspend(services: Services, person: Person, group: str) -> None:
    card = services.people.open(person.id)
    services.measures.order([card.contents[group].holding.id], STOP)


def test_labels_for_those_who_may_be_written_to(services: Services):
    person, stopped = register(services), register(services, "마루한")
    suspend(services, stopped, "identity")
    homeless = services.people.register(PersonKind.GUARDIAN, GUARDIAN)
    dead = services.people.register(
        PersonKind.RECIPIENT,
        {
            "identity": {
                "name": "나가심",
                "birth": "1940-01-01",
                "address": "행복시 봄길 1",
                "died_on": "2026-11-01",
            }
        },
    )
    people = (stopped.id, homeless.id, dead.id, person.id)
    sheet = label_sheets()[0]
    paper = services.papers.make_labels(LabelOrder(people, sheet.code), sheet, "안내문 보내기")
    text = text_of(paper.pdf)
    assert f"{NAME} 귀하" in text
    assert "행복시 나눔구 봄길 77 101동 202호" in text
    assert "01234" in text
    assert "시험방문요양센터" in text
    assert "마루한" not in text
    assert "홍보호" not in text
    assert "나가심" not in text
    entry = next(each for each in services.log.newest(3) if each.action == "papers.make")
    assert (entry.detail, entry.count) == ("address_labels", 1)
    assert services.papers.all()[0].sha256 == ""
    files = services.office.info.folder / "files"
    before = sorted(files.iterdir()) if files.is_dir() else []
    services.papers.printed(paper, 1)
    assert (sorted(files.iterdir()) if files.is_dir() else []) == before
    with pytest.raises(PaperOfManyError):
        services.papers.again(paper.id)
    with pytest.raises(NoAddressesError):
        services.papers.make_labels(
            LabelOrder((stopped.id, homeless.id), sheet.code), sheet, "안내문 보내기"
        )


def test_every_sheet_fits_on_a4_with_room_for_head_and_foot():
    assert len(label_sheets()) == 5
    for sheet in label_sheets():
        right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.width
        assert abs(right + sheet.left - 21_000) <= 10
        assert abs(2 * sheet.top + sheet.rows * sheet.height - 29_700) <= 10
        assert sheet.top >= 1_200


def test_a_card_shows_purpose_and_basis_and_covers_numbers(services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF)
    text = text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "담당자 인계").pdf)
    assert "근로기준법 제41조·제42조" in text
    assert "재직 중" in text
    assert "000-00-123456" not in text
    assert "***-**-**3456" in text


def test_a_card_shows_the_front_of_a_resident_number_and_not_its_back(services: Services):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    person = services.people.register(
        PersonKind.STAFF, {**STAFF, "resident_number": {"number": "750505-1234567"}}
    )
    text = text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "담당자 인계").pdf)
    assert "750505-1******" in text
    assert "4567" not in text


def test_a_card_holds_back_what_was_stopped(services: Services):
    person = known_person(services)
    before = text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "점검").pdf)
    assert "가상 고혈압" in before
    suspend(services, person, "health")
    text = text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "점검").pdf)
    assert "가상 고혈압" not in text
    assert "처리정지 상태라 적지 않았습니다." in text


def test_codes_of_the_program_stand_on_the_card_as_words(services: Services):
    person = known_person(services)
    services.requests.take(intake_of(services, person))
    text = "".join(
        text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "점검").pdf).split()
    )
    assert "신청자격본인" in text
    assert "알려드린것서비스가끝남" in text
    assert "self" not in text
    assert "service_ends" not in text


def test_the_number_that_the_program_made_for_a_certificate_stays_off_the_card(services: Services):
    person = known_person(services)
    decided(services, person)
    content = next(
        each
        for each in services.people.open(person.id).contents.values()
        if each.values.get("salt")
    )
    text = text_of(services.papers.make(PaperKind.BASIC_CARD, person.id, "점검").pdf)
    assert "받는사람" in "".join(text.split())
    assert content.values["salt"] not in text
