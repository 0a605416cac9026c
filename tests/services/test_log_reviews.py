"""Each month of the access log is looked through; what was found is on record and on paper."""

from datetime import date, datetime

import pytest

from easycare_desktop.domain.log_review import (
    FindingsUnansweredError,
    Month,
    MonthNotOverError,
    MonthReviewedError,
    Notable,
)
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.session import WrongLoginError
from easycare_desktop.services.today import Task, TaskKind
from easycare_desktop.system.clock import SEOUL
from tests.helpers.cases import register
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome
from tests.services.test_papers import words_of

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)


def go_to(services: Services, day: date, hour: int = 10) -> None:
    services.office.clock.set(datetime(day.year, day.month, day.day, hour, tzinfo=SEOUL))
    services.office.accept_clock()


def task(services: Services) -> Task | None:
    found = [each for each in services.today.show().tasks if each.kind is TaskKind.LOG_REVIEW]
    assert len(found) <= 1
    return found[0] if found else None


def with_a_failure(services: Services) -> None:
    with pytest.raises(WrongLoginError):
        services.session.check("not the one")


def test_a_month_asks_to_be_looked_through_until_somebody_did(services: Services):
    assert task(services) is None
    go_to(services, date(2026, 12, 1))
    waiting = task(services)
    assert waiting is not None
    assert (waiting.subject, waiting.due_on, waiting.others) == (202611, date(2026, 12, 23), 0)
    services.log_reviews.record(NOVEMBER, "", "")
    assert task(services) is None
    go_to(services, date(2027, 2, 3))
    waiting = task(services)
    assert waiting is not None
    assert (waiting.subject, waiting.due_on) == (202612, date(2027, 1, 1))
    assert waiting.others == 0  # in January nobody opened the office
    services.log_reviews.record(DECEMBER, "모두 담당자의 업무입니다.", "")
    assert task(services) is None


def test_what_stands_out_must_be_answered(services: Services):
    person = register(services)
    with_a_failure(services)
    go_to(services, date(2026, 12, 2))
    look = services.log_reviews.look(NOVEMBER)
    assert look.lines > 0
    assert [(each.finding.why, each.account) for each in look.findings] == [
        (Notable.FAILED, "박책임")
    ]
    with pytest.raises(FindingsUnansweredError):
        services.log_reviews.record(NOVEMBER, "  ", "")
    made = services.log_reviews.record(NOVEMBER, "본인이 자판을 잘못 눌렀습니다.", "주의를 드림")
    assert (made.marked, made.lines) == (1, look.lines)
    months = services.log_reviews.months()
    assert [each.month for each in months] == [NOVEMBER]
    assert months[0].review == made
    with pytest.raises(MonthReviewedError):
        services.log_reviews.record(NOVEMBER, "다시", "")
    proof = [each for each in services.office.keys.ledger_entries() if each.kind == "log_review"]
    assert [each.facts["head"] for each in proof] == [look.head]
    assert "자판" not in str(proof[0].facts)
    assert person.number not in str(proof[0].facts)


def test_a_month_that_runs_is_not_looked_through(services: Services):
    with pytest.raises(MonthNotOverError):
        services.log_reviews.record(NOVEMBER, "", "")
    go_to(services, date(2026, 11, 30))
    with pytest.raises(MonthNotOverError):
        services.log_reviews.record(NOVEMBER, "", "")


def test_a_clerk_is_neither_asked_nor_let(home: OfficeHome):
    office = home.open(CLERK, OTHERS_PASSWORD)
    services = Services(office)
    go_to_clerk = datetime(2026, 12, 28, 10, tzinfo=SEOUL)
    office.clock.set(go_to_clerk)
    assert task(services) is None
    with pytest.raises(NotPermittedError):
        services.log_reviews.record(NOVEMBER, "", "")
    office.close()


def test_the_report_tells_the_month_and_what_was_found(services: Services):
    with_a_failure(services)
    go_to(services, date(2026, 12, 2))
    make = services.papers.make
    before = words_of(make(PaperKind.LOG_REVIEW, NOVEMBER.number, "점검").pdf)
    assert "아직점검을기록하지않았습니다" in before
    services.log_reviews.record(NOVEMBER, "본인이 잘못 눌렀습니다.", "자판을 바꿔 드림")
    words = words_of(make(PaperKind.LOG_REVIEW, NOVEMBER.number, "점검").pdf)
    for each in ("접속기록점검보고서", "2026년11월", "2026-12-02박책임", "비밀번호를틀림"):
        assert each in words
    assert "확인한내용:본인이잘못눌렀습니다." in words
    assert "조치한내용:자판을바꿔드림" in words
