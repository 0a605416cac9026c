from datetime import date

import pytest

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.law import Deadlines, Event, RuleKind
from easycare_desktop.domain.retention import (
    Outcome,
    Reason,
    check_expired,
    decide,
    is_due,
    is_overdue,
    remaining_share,
    with_information,
)
from easycare_desktop.domain.rule_refusals import (
    EventDayMissingError,
    RetentionNotExpiredError,
    UnknownRuleError,
)
from tests.domain.samples import DEADLINES, group, rule

INTERNAL = RuleKind.INTERNAL
CARE = rule("L-01", Event.SERVICE_ENDED, years=5)
PAID = rule("L-05", Event.PAID, years=5)
BOOKS = rule("L-02", Event.TAX_DUE, years=5)
COMPLAINT = rule("L-06", Event.CASE_CLOSED, years=3)
CANCELLED = rule("I-01", Event.CANCELLATION_DONE, years=1, kind=INTERNAL)
REQUESTED = rule("I-05", Event.REQUEST_CLOSED, years=3, kind=INTERNAL)
ENQUIRED = rule("I-03", Event.LAST_CONTACT, months=6, kind=INTERNAL)
PAPER = rule("I-07", Event.INFORMATION_ENDED, kind=INTERNAL, same_as_information=True)
RULES = {
    row.code: row for row in (CARE, PAID, BOOKS, COMPLAINT, CANCELLED, REQUESTED, ENQUIRED, PAPER)
}
ENDED = date(2026, 3, 15)


def judge(
    item: ItemGroup, events: dict[Event, date], ended_on: date = ENDED, *, withdrawn: bool = False
) -> Outcome:
    return decide(item, RULES, events, ended_on, DEADLINES, withdrawn=withdrawn)


@pytest.mark.parametrize(
    ("ended", "until", "destroy_by"),
    [
        (date(2026, 3, 15), date(2031, 3, 15), date(2031, 3, 20)),
        (date(2024, 2, 29), date(2029, 2, 28), date(2029, 3, 5)),
    ],
)
def test_care_records_stay_five_years_from_the_end_of_service(
    ended: date, until: date, destroy_by: date
):
    outcome = judge(group("care_record", "L-01"), {Event.SERVICE_ENDED: ended}, ended)
    assert outcome == Outcome(
        group="care_record",
        stays=True,
        rule=CARE,
        counted_from=ended,
        until=until,
        destroy_by=destroy_by,
        because=Reason.STATUTE,
    )


def test_the_stay_counts_from_the_service_not_from_the_ending():
    events = {Event.SERVICE_ENDED: date(2026, 3, 15)}
    outcome = judge(group("care_contract", "L-01"), events, date(2026, 5, 2))
    assert outcome.until == date(2031, 3, 15)


def test_a_group_without_rule_goes_within_five_days():
    outcome = judge(group("photo"), {})
    assert not outcome.stays
    assert outcome.because is Reason.NO_RULE
    assert outcome.destroy_by == date(2026, 3, 20)
    assert outcome.rule is None
    assert outcome.until is None


def test_the_longest_law_wins_and_tax_days_follow_from_the_payment():
    item = group("payment", "L-05", "L-02")
    outcome = judge(item, {Event.PAID: date(2026, 3, 10)})
    assert outcome.rule is BOOKS
    assert outcome.counted_from == date(2027, 5, 31)
    assert outcome.until == date(2032, 5, 31)


def test_a_tax_day_that_was_entered_is_not_replaced():
    events = {Event.PAID: date(2026, 3, 10), Event.TAX_DUE: date(2027, 3, 31)}
    assert judge(group("payment", "L-05", "L-02"), events).until == date(2032, 3, 31)


def test_law_beats_a_withdrawn_consent():
    events = {Event.SERVICE_ENDED: ENDED}
    outcome = judge(group("care_record", "L-01"), events, withdrawn=True)
    assert outcome.stays
    assert outcome.because is Reason.STATUTE


def test_the_policy_does_not_beat_a_withdrawn_consent():
    events = {Event.LAST_CONTACT: ENDED}
    kept = judge(group("enquiry", "I-03"), events)
    gone = judge(group("enquiry", "I-03"), events, withdrawn=True)
    assert kept.stays
    assert kept.because is Reason.INTERNAL
    assert kept.until == date(2026, 9, 15)
    assert not gone.stays
    assert gone.because is Reason.WITHDRAWN
    assert gone.destroy_by == date(2026, 3, 20)


def test_the_policy_applies_where_its_event_happened():
    item = group("cancellation", "I-01", "I-05")
    assert judge(item, {Event.CANCELLATION_DONE: ENDED}).rule is CANCELLED
    assert judge(item, {Event.REQUEST_CLOSED: ENDED}).rule is REQUESTED
    both = {Event.CANCELLATION_DONE: ENDED, Event.REQUEST_CLOSED: ENDED}
    assert judge(item, both).until == date(2029, 3, 15)
    assert judge(item, {}).because is Reason.NO_RULE


def test_law_beats_a_longer_policy():
    longer = rule("I-99", Event.CASE_CLOSED, years=9, kind=INTERNAL)
    outcome = decide(
        group("complaint", "L-06", "I-99"),
        {**RULES, "I-99": longer},
        {Event.CASE_CLOSED: ENDED},
        ENDED,
        DEADLINES,
    )
    assert outcome.rule is COMPLAINT


def test_a_stay_that_is_over_already_does_not_begin_again():
    outcome = judge(group("complaint", "L-06"), {Event.CASE_CLOSED: date(2020, 1, 10)})
    assert not outcome.stays
    assert outcome.because is Reason.PERIOD_OVER
    assert outcome.rule is COMPLAINT
    assert outcome.until == date(2023, 1, 10)
    assert outcome.destroy_by == date(2026, 3, 20)


def test_the_last_day_of_a_stay_still_belongs_to_it():
    item = group("complaint", "L-06")
    closed = {Event.CASE_CLOSED: date(2023, 3, 15)}
    assert judge(item, closed, date(2026, 3, 15)).stays
    assert not judge(item, closed, date(2026, 3, 16)).stays


def test_law_without_a_day_is_refused_rather_than_destroyed():
    with pytest.raises(EventDayMissingError) as refused:
        judge(group("care_record", "L-01"), {})
    assert refused.value.group == "care_record"
    assert refused.value.rule == "L-01"
    assert refused.value.event == "service_ended"


def test_one_known_day_does_not_hide_a_missing_one():
    with pytest.raises(EventDayMissingError):
        judge(group("x", "L-05", "L-06"), {Event.PAID: ENDED})


def test_a_rule_that_is_not_in_the_book_is_refused():
    with pytest.raises(UnknownRuleError):
        judge(group("x", "L-77"), {})


def test_a_book_without_the_deadline_is_refused():
    with pytest.raises(UnknownRuleError):
        decide(group("photo"), RULES, {}, ENDED, Deadlines({}))


def test_consent_papers_go_with_the_last_information():
    paper = judge(group("consent_paper", "I-07"), {})
    kept = judge(group("care_record", "L-01"), {Event.SERVICE_ENDED: ENDED})
    gone = judge(group("photo"), {})
    assert paper.because is Reason.SAME_AS_INFORMATION
    assert not is_due(paper, date(2099, 1, 1))
    closed = with_information(paper, [gone, kept], ENDED, DEADLINES)
    assert (closed.stays, closed.until) == (True, date(2031, 3, 15))
    assert closed.destroy_by == date(2031, 3, 20)
    alone = with_information(paper, [gone], ENDED, DEADLINES)
    assert (alone.stays, alone.until) == (False, None)
    assert alone.destroy_by == date(2026, 3, 20)
    assert with_information(gone, [kept], ENDED, DEADLINES) is gone


def test_due_and_overdue():
    kept = judge(group("care_record", "L-01"), {Event.SERVICE_ENDED: ENDED})
    assert not is_due(kept, date(2031, 3, 15))
    assert is_due(kept, date(2031, 3, 16))
    assert not is_overdue(kept, date(2031, 3, 20))
    assert is_overdue(kept, date(2031, 3, 21))
    gone = judge(group("photo"), {})
    assert is_due(gone, ENDED)
    assert not is_overdue(gone, date(2026, 3, 20))
    assert is_overdue(gone, date(2026, 3, 21))


def test_destruction_before_the_end_is_refused():
    kept = judge(group("care_record", "L-01"), {Event.SERVICE_ENDED: ENDED})
    with pytest.raises(RetentionNotExpiredError) as refused:
        check_expired(kept, date(2031, 3, 15))
    assert refused.value.rule == "L-01"
    assert refused.value.until == date(2031, 3, 15)
    check_expired(kept, date(2031, 3, 16))
    check_expired(judge(group("photo"), {}), ENDED)


def test_the_share_of_a_stay_that_is_left():
    first, last = date(2026, 1, 1), date(2026, 1, 11)
    assert remaining_share(first, first, last) == 1.0
    assert remaining_share(date(2026, 1, 6), first, last) == 0.5
    assert remaining_share(last, first, last) == 0.0
    assert remaining_share(date(2025, 1, 1), first, last) == 1.0
    assert remaining_share(date(2030, 1, 1), first, last) == 0.0
    assert remaining_share(first, first, first) == 0.0
