"""What a legal hold keeps stands on every paper, with its end day; nothing is said to be all."""

from datetime import date

import pytest

from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.carrying_out import carry_out, said
from tests.helpers.cases import decided, known_person, next_day

UNTIL = date(2027, 6, 30)
COPIES = (PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_PERSON)


def hold(services: Services, person: Person, *groups: str) -> None:
    contents = services.people.open(person.id).contents
    ids = [contents[each].holding.id for each in groups]
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "소송", UNTIL)
    services.measures.order(ids, order)


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


def test_what_is_held_stands_on_certificate_notice_and_answer(services: Services, person: Person):
    hold(services, person, "complaint", "photo")
    plan = decided(services, person).plan
    asked = said(services, PaperKind.DESTRUCTION_REQUEST, plan.id)
    assert f"분쟁보존(책임자결정){UNTIL}" in asked
    plan = carry_out(services, plan)
    assert plan.request_id is not None
    catalogue = services.office.catalogue
    held = catalogue.group("photo", person.kind).label.replace(" ", "")
    for kind in COPIES:
        stays = said(services, kind, plan.id).split("6.보존하는항목")[1].split("7.이확인서")[0]
        assert f"{held}분쟁보존(책임자결정)" in stays
        assert stays.count(f"{UNTIL}까지") >= 2
        assert "분쟁보존한항목2가지는파기하지않고" in said(services, kind, plan.id)
    notice = said(services, PaperKind.RESULT_NOTICE, plan.request_id)
    assert "모두처리하였습니다" not in notice
    assert "일부를처리하였습니다" in notice
    unhandled = notice.split("⑤처리하지못한것")[1]
    assert held in unhandled
    assert f"{UNTIL}까지지우지않고" in unhandled
    answer = said(services, PaperKind.ONE_PAGE_ANSWER, person.id)
    assert f"{held}분쟁보존(책임자결정)" in answer
    assert f"{UNTIL}까지" in answer


def test_a_hold_set_after_the_decision_is_told_the_same(services: Services, person: Person):
    plan = decided(services, person).plan
    hold(services, person, "photo")
    carry_out(services, plan)
    assert "분쟁보존한항목1가지" in said(services, PaperKind.CERTIFICATE, plan.id)


def test_what_was_taken_out_of_a_choice_is_told_and_other_holds_are_not(
    services: Services, person: Person
):
    contents = services.people.open(person.id).contents
    ids = [contents[each].holding.id for each in ("photo", "health")]
    plan = services.selection.plan_holdings(ids, "정리")
    hold(services, person, "photo", "complaint")
    carry_out(services, plan)
    assert "분쟁보존한항목1가지" in said(services, PaperKind.CERTIFICATE, plan.id)


def test_what_stays_after_a_hold_by_law_says_so(services: Services, person: Person):
    hold(services, person, "care_record")
    plan = carry_out(services, decided(services, person).plan)
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "분쟁보존(책임자결정),그뒤2031-11-20까지노인장기요양보험법" in words


def test_the_paper_tells_what_was_held_then_also_when_the_hold_is_over(
    services: Services, person: Person
):
    hold(services, person, "photo")
    plan = carry_out(services, decided(services, person).plan)
    next_day(services, 300)
    services.office.accept_clock()
    services.measures.resume_over()
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "분쟁보존한항목1가지" in words
    assert "6.보존하는항목과그근거2026-11-23현재" in words


def test_the_rest_of_somebody_who_is_served_is_said_to_stay(services: Services, person: Person):
    photo = services.people.open(person.id).contents["photo"].holding.id
    plan = carry_out(services, services.selection.plan_holdings([photo], "정리"))
    words = said(services, PaperKind.CERTIFICATE, plan.id)
    assert "보존하는항목이없습니다" not in words
    assert "나머지항목" in words
    assert "나머지항목" not in said(
        services,
        PaperKind.CERTIFICATE,
        carry_out(services, decided(services, known_person(services, "둘째분")).plan).id,
    )
