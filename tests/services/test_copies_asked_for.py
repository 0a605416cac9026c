"""A copy that was asked for: settling asks for it, and the notice says what became of it."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.record_copies import CopyNotGivenError
from easycare_desktop.domain.requests import (
    DateInFutureError,
    Proof,
    Request,
    RequestState,
    Settlement,
    Verification,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import approval_of, intake_of, known_person
from tests.services.test_papers import words_of


@pytest.fixture
def request_(services: Services) -> Request:
    taken = services.requests.take(intake_of(services, known_person(services), wants_copy=True))
    today = services.office.today()
    return services.requests.verify(taken.id, Verification((Proof.ID_CARD,), today))


def notice_after(services: Services, request: Request) -> str:
    plan = services.decisions.decide(request.id).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    return words_of(services.papers.make(PaperKind.RESULT_NOTICE, request.id, "통지").pdf)


def test_settling_asks_for_the_copy(services: Services, request_: Request):
    for lacking in (Settlement(), Settlement(no_copy_reason="  ")):
        with pytest.raises(CopyNotGivenError) as refused:
            services.requests.settle(request_.id, lacking)
        assert refused.value.field == "copy_given_on"
    tomorrow = services.office.today() + timedelta(days=1)
    with pytest.raises(DateInFutureError):
        services.requests.settle(request_.id, Settlement(copy_given_on=tomorrow))
    settled = services.requests.settle(request_.id, Settlement(copy_given_on=date(2026, 11, 23)))
    assert settled.state is RequestState.SETTLED


def test_the_notice_says_that_it_was_not_given_and_why(services: Services, request_: Request):
    services.requests.settle(request_.id, Settlement(no_copy_reason="받지 않으시겠다고 하심"))
    words = notice_after(services, request_)
    assert "요청하지않으셨습니다" not in words
    assert "자료사본을요청하셨으나드리지못하였습니다" in words
    assert "기록사본받지않으시겠다고하심" in words
    assert "모두처리하였습니다" not in words


def test_the_notice_says_that_it_was_given(services: Services, request_: Request):
    given = Settlement(copy_given_on=date(2026, 11, 23), copy_received_by="홍길순")
    services.requests.settle(request_.id, given)
    words = notice_after(services, request_)
    assert "2026-11-23에홍길순님께자료사본을드렸습니다" in words
    assert "드리지못하였습니다" not in words
