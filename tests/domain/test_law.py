from dataclasses import replace
from datetime import date

import pytest

from easycare_desktop.domain.law import (
    Deadlines,
    Event,
    LawBook,
    LegalBasis,
    Mark,
    RuleKind,
    rules_in_force,
)
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from tests.domain.samples import CHECKED, DEADLINES, deadline, rule

OLD = rule("L-01", Event.SERVICE_ENDED, years=3, in_force=date(2020, 1, 1))
NEW = rule("L-01", Event.SERVICE_ENDED, years=5, in_force=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("mark", "kind", "doubtful"),
    [
        (Mark.VERIFIED, RuleKind.STATUTE, False),
        (Mark.SECONDARY, RuleKind.STATUTE, False),
        (Mark.MEMORY, RuleKind.STATUTE, True),
        (Mark.PROPOSED, RuleKind.STATUTE, True),
        (Mark.MEMORY, RuleKind.INTERNAL, True),
        (Mark.PROPOSED, RuleKind.INTERNAL, False),
    ],
)
def test_a_row_from_memory_needs_confirmation(mark: Mark, kind: RuleKind, doubtful: bool):
    row = rule("X", Event.PAID, years=5, mark=mark, kind=kind)
    assert row.needs_confirmation is doubtful
    assert not replace(row, confirmed_on=CHECKED).needs_confirmation


def test_a_deadline_from_memory_needs_confirmation():
    row = deadline("x", Period(days=1), Mark.MEMORY)
    assert row.needs_confirmation
    assert not replace(row, confirmed_on=CHECKED).needs_confirmation
    assert not deadline("x", Period(days=1)).needs_confirmation


def test_the_newest_row_in_force_counts():
    for rows in ([OLD, NEW], [NEW, OLD]):
        assert rules_in_force(rows, date(2026, 12, 31))["L-01"] is OLD
        assert rules_in_force(rows, date(2027, 1, 1))["L-01"] is NEW
    assert rules_in_force([OLD], date(2019, 12, 31)) == {}


def test_the_book_finds_rows_by_code():
    basis = LegalBasis("b", "Act", "art. 1", "says so", CHECKED, CHECKED, Mark.VERIFIED)
    book = LawBook((OLD, NEW), DEADLINES, (basis,), ())
    assert book.rules_on(date(2026, 1, 1)) == {"L-01": OLD}
    assert book.basis("b").citation == "Act art. 1"
    with pytest.raises(UnknownRuleError) as refused:
        book.basis("none")
    assert refused.value.code == "none"


def test_deadlines_by_code():
    assert DEADLINES.period("destroy_after_cause") == Period(days=5)
    with pytest.raises(UnknownRuleError):
        Deadlines({}).get("destroy_after_cause")


def test_a_rule_cites_its_article():
    assert OLD.citation == "Some Act art. 1"
    assert OLD.period == Period(years=3)
