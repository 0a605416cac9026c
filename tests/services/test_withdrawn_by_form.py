"""Withdrawals by a signed form: nothing is stored behind some of them."""

from easycare_desktop.domain.requests import (
    Proof,
    Request,
    RequestScope,
    Settlement,
    Verification,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import agree, decided, intake_of, register
from tests.helpers.pdf_words import words_of


def nothing_behind(services: Services, *purposes: str) -> Request:
    person = register(services)
    agree(services, person)
    return decided(services, person, scope=RequestScope.PART, withdrawn_purposes=purposes).request


def test_the_notice_says_that_nothing_had_to_go(services: Services):
    request = nothing_behind(services, "marketing")
    words = words_of(services.papers.make(PaperKind.RESULT_NOTICE, request.id, "통지").pdf)
    assert "지울자료는없었습니다" in words
    assert "소식과새서비스안내받기" in words
    assert "행복시나눔구봄길77" in words


def test_the_letter_waits_until_it_was_sent(services: Services):
    request = nothing_behind(services, "third_party")
    letter = next(
        each for each in services.people.open(request.person_id).holdings if each.group == "notice"
    )
    assert letter.clock is None


def test_the_notice_says_which_copy_was_asked_for_and_not_given(services: Services):
    person = register(services)
    agree(services, person)
    part = {"scope": RequestScope.PART, "withdrawn_purposes": ("marketing",), "wants_copy": True}
    request = services.requests.take(intake_of(services, person, **part))
    today = services.office.today()
    services.requests.verify(request.id, Verification((Proof.ID_CARD,), today))
    services.requests.settle(request.id, Settlement(no_copy_reason="가지고 있지 않음"))
    services.decisions.decide(request.id)
    words = words_of(services.papers.make(PaperKind.RESULT_NOTICE, request.id, "통지").pdf)
    assert "자료사본을요청하셨으나드리지못하였습니다" in words
    assert "가지고있지않음" in words
