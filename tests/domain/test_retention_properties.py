from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.law import Event, RetentionRule, RuleKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.retention import Outcome, Reason, check_expired, decide, is_due
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from tests.domain.samples import DEADLINES, group, rule

INTERNAL = RuleKind.INTERNAL
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
LAWS = st.builds(
    rule,
    st.sampled_from([f"L-{number}" for number in range(20, 40)]),
    st.sampled_from(list(Event)),
    years=st.integers(0, 10),
    days=st.integers(1, 200),
)
POLICIES = st.builds(
    rule,
    st.sampled_from([f"I-{number}" for number in range(20, 40)]),
    st.sampled_from(list(Event)),
    months=st.integers(0, 60),
    days=st.integers(1, 200),
    kind=st.just(INTERNAL),
)
BOOK = st.lists(LAWS | POLICIES, max_size=6, unique_by=lambda row: row.code)
EVERY_DAY = st.fixed_dictionaries(dict.fromkeys(Event, DAYS))


def decided(
    rows: list[RetentionRule], events: dict[Event, date], ended: date, *, withdrawn: bool
) -> Outcome:
    item = group("any", *(row.code for row in rows))
    book = {row.code: row for row in rows}
    return decide(item, book, events, ended, DEADLINES, withdrawn=withdrawn)


@given(BOOK, EVERY_DAY, DAYS, st.booleans(), DAYS)
def test_nothing_goes_while_any_law_keeps_it(
    rows: list[RetentionRule], events: dict[Event, date], ended: date, withdrawn: bool, today: date
):
    outcome = decided(rows, events, ended, withdrawn=withdrawn)
    today = max(today, ended)
    for row in rows:
        lawful_end = period_end(events[row.event], row.period)
        if row.kind is RuleKind.STATUTE and today <= lawful_end:
            assert not is_due(outcome, today)
            with pytest.raises(RetentionNotExpiredError):
                check_expired(outcome, today)


@given(BOOK, EVERY_DAY, DAYS, st.booleans())
def test_the_longest_wins(
    rows: list[RetentionRule], events: dict[Event, date], ended: date, withdrawn: bool
):
    outcome = decided(rows, events, ended, withdrawn=withdrawn)
    ends = [period_end(events[row.event], row.period) for row in rows if row.kind is INTERNAL]
    laws = [period_end(events[row.event], row.period) for row in rows if row.kind is not INTERNAL]
    lawful = max(laws, default=date.min)
    own = date.min if withdrawn else max(ends, default=date.min)
    if lawful >= ended:
        assert (outcome.until, outcome.because) == (lawful, Reason.STATUTE)
    elif own >= ended:
        assert (outcome.until, outcome.because) == (own, Reason.INTERNAL)
    else:
        assert not outcome.stays


@given(BOOK, EVERY_DAY, DAYS, st.booleans(), st.randoms())
def test_the_order_of_rules_does_not_matter(
    rows: list[RetentionRule],
    events: dict[Event, date],
    ended: date,
    withdrawn: bool,
    random: Random,
):
    shuffled = list(rows)
    random.shuffle(shuffled)
    first = decided(rows, events, ended, withdrawn=withdrawn)
    assert decided(shuffled, events, ended, withdrawn=withdrawn) == first


@given(BOOK, EVERY_DAY, DAYS, st.booleans())
def test_the_last_day_to_destroy_is_five_days_after_the_cause(
    rows: list[RetentionRule], events: dict[Event, date], ended: date, withdrawn: bool
):
    outcome = decided(rows, events, ended, withdrawn=withdrawn)
    cause = outcome.until if outcome.stays and outcome.until else ended
    assert outcome.destroy_by == cause + timedelta(days=5)
    assert outcome.destroy_by > ended
