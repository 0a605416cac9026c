"""Withdrawals by a signed form: nothing is stored behind some of them."""

from easycare_desktop.domain.requests import Request, RequestScope
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import agree, decided, register
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
