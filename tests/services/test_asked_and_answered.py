"""A correction or a stop that a person asks for has a day, an answer and a paper."""

from datetime import date

import pytest

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measure_answers import (
    AnsweredBeforeAskedError,
    AnswerReasonMissingError,
    AnswerResult,
    MeasureAnswer,
    MeasureCase,
    NothingAnsweredError,
    case_as_text,
    case_from_text,
)
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, MeasureNotStandingError
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.today import TaskKind
from tests.helpers.cases import NAME, PERSON, approval_of, correct, known_person, next_day
from tests.services.test_papers import words_of

STOP, FIX = MeasureKind.SUSPENSION, MeasureKind.CORRECTION
ASKED_ON = date(2026, 11, 20)
DUE_ON = date(2026, 11, 30)
BY_LAW = "법에 따라 5년 동안 보관해야 합니다."


def holding(services: Services, person: Person, group: str) -> int:
    return services.people.open(person.id).contents[group].holding.id


def state(services: Services, person: Person, group: str) -> HoldingState:
    return services.people.open(person.id).contents[group].holding.state


def ask_stop(services: Services, person: Person, group: str = "emergency") -> int:
    held = holding(services, person, group)
    cause = MeasureCause.PERSON_ASKED
    assert services.measures.ask_stop(held, cause, "전화하지 말아 달라고 하심", ASKED_ON) == DUE_ON
    return held


def answer(services: Services, result: AnswerResult, why: str = "") -> MeasureAnswer:
    return MeasureAnswer(result, services.office.today(), why)


def due(services: Services, kind: TaskKind) -> list[tuple[int, date]]:
    return [
        (each.subject, each.due_on) for each in services.today.show().tasks if each.kind is kind
    ]


def test_a_stop_is_answered_by_its_day_and_goes_on(services: Services):
    person = known_person(services)
    held = ask_stop(services, person)
    assert state(services, person, "emergency") is HoldingState.SUSPENDED
    assert due(services, TaskKind.STOP_DUE) == [(person.id, DUE_ON)]
    assert services.measures.waits(held)
    now = services.measures.answer(held, STOP, answer(services, AnswerResult.GRANTED))
    assert now is HoldingState.SUSPENDED
    assert due(services, TaskKind.STOP_DUE) == []
    assert not services.measures.waits(held)
    case = services.measures.of_holding(held)[0].case
    assert (case.reason, case.asked_on) == ("전화하지 말아 달라고 하심", ASKED_ON)
    assert case.answer == answer(services, AnswerResult.GRANTED)
    words = words_of(services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부").pdf)
    for each in (NAME, "비상연락망", "처리정지", "2026-11-20", "요구대로함", "멈추었습니다"):
        assert each in words
    assert "개인정보분쟁조정위원회" in words


def test_a_refusal_says_why_and_ends_the_stop(services: Services):
    person = known_person(services)
    held = ask_stop(services, person, "care_record")
    with pytest.raises(AnswerReasonMissingError):
        services.measures.answer(held, STOP, answer(services, AnswerResult.REFUSED, " "))
    assert state(services, person, "care_record") is HoldingState.SUSPENDED
    refused = answer(services, AnswerResult.REFUSED, BY_LAW)
    assert services.measures.answer(held, STOP, refused) is HoldingState.ACTIVE
    words = words_of(services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부").pdf)
    assert "거절함" in words
    assert BY_LAW.replace(" ", "") in words
    assert "멈추었습니다" not in words


def test_a_correction_is_over_with_its_answer_which_shows_both_values(services: Services):
    person = known_person(services)
    held = holding(services, person, "identity")
    services.measures.ask_correction(held, MeasureCause.CORRECTION_ASKED, "이사하심", ASKED_ON)
    assert due(services, TaskKind.CORRECTION_DUE) == [(person.id, DUE_ON)]
    correct(services, person)
    done = services.measures.answer(held, FIX, answer(services, AnswerResult.GRANTED))
    assert done is HoldingState.ACTIVE
    assert due(services, TaskKind.CORRECTION_DUE) == []
    words = words_of(services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부").pdf)
    for each in ("정정", "이사하심", "101동202호", "3호"):
        assert each in words


def test_the_notice_says_words_for_codes(services: Services):
    person = known_person(services)
    held = holding(services, person, "payment")
    services.measures.ask_correction(held, MeasureCause.CORRECTION_ASKED, "카드로 냄", ASKED_ON)
    content = services.people.open(person.id).contents["payment"]
    changed = {**content.values, "method": "card", "card_last4": "1234"}
    services.people.save_group(
        person.id, "payment", changed, expected_version=content.holding.version, reason="바뀜"
    )
    services.measures.answer(held, FIX, answer(services, AnswerResult.GRANTED))
    words = words_of(services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부").pdf)
    assert "card" not in words
    assert "카드" in words


def test_the_notice_tells_what_was_answered_last(services: Services):
    person = known_person(services)
    with pytest.raises(NothingAnsweredError):
        services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부")
    first = ask_stop(services, person)
    services.measures.answer(first, STOP, answer(services, AnswerResult.GRANTED))
    next_day(services)
    second = ask_stop(services, person, "photo")
    services.measures.answer(second, STOP, answer(services, AnswerResult.PARTLY, BY_LAW))
    words = words_of(services.papers.make(PaperKind.RIGHTS_NOTICE, person.id, "본인 교부").pdf)
    assert "일부만함" in words
    assert "요구대로함" not in words


def test_days_are_in_order_and_only_what_stands_is_answered(services: Services):
    person = known_person(services)
    held = ask_stop(services, person)
    early = MeasureAnswer(AnswerResult.GRANTED, date(2026, 11, 19))
    with pytest.raises(AnsweredBeforeAskedError):
        services.measures.answer(held, STOP, early)
    with pytest.raises(DateInFutureError):
        services.measures.answer(
            held, STOP, MeasureAnswer(AnswerResult.GRANTED, date(2026, 11, 24))
        )
    with pytest.raises(MeasureNotStandingError):
        services.measures.answer(held, FIX, answer(services, AnswerResult.GRANTED))


@pytest.mark.parametrize(
    "case",
    [
        MeasureCase("가상법원 2026가단1"),
        MeasureCase('{"reason": "말"}'),
        MeasureCase("이사", ASKED_ON),
        MeasureCase("이사", ASKED_ON, MeasureAnswer(AnswerResult.PARTLY, DUE_ON, BY_LAW)),
    ],
)
def test_a_case_comes_back_as_it_was_sealed(case: MeasureCase):
    assert case_from_text(case_as_text(case)) == case


def test_of_what_was_destroyed_nothing_is_left_to_be_answered(services: Services):
    groups = {each: PERSON[each] for each in ("identity", "care_contract", "entitlement")}
    person = services.people.register(PersonKind.RECIPIENT, groups)
    ids = [holding(services, person, each) for each in ("care_contract", "entitlement")]
    for held in ids:
        services.measures.ask_correction(held, MeasureCause.CORRECTION_ASKED, "아님", ASKED_ON)
    plan = services.selection.plan_mistake(ids[0], (), "다른 분의 것")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert due(services, TaskKind.CORRECTION_DUE) == [(person.id, DUE_ON)]
    services.measures.answer(ids[1], FIX, answer(services, AnswerResult.GRANTED))
    assert due(services, TaskKind.CORRECTION_DUE) == []
