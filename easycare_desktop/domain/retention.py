"""What stays and what goes when a purpose has ended: per item group, the longest law wins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.law import Deadlines, Event, RetentionRule, RuleKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.rule_refusals import (
    EventDayMissingError,
    RetentionNotExpiredError,
    UnknownRuleError,
)
from easycare_desktop.domain.tax_days import with_tax_days

DESTROY_AFTER_CAUSE = "destroy_after_cause"


class Reason(Enum):
    """Why an item group stays or goes."""

    STATUTE = "statute"
    INTERNAL = "internal"
    SAME_AS_INFORMATION = "same_as_information"
    NO_RULE = "no_rule"
    WITHDRAWN = "withdrawn"
    PERIOD_OVER = "period_over"
    STILL_OPEN = "still_open"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one item group.

    `rule`, `counted_from`, `until`: the rule that keeps it, its first day and the last day of the
    stay; with reason PERIOD_OVER the rule whose stay is over. `destroy_by`: last day to destroy.
    Kept as long as the information it proves (SAME_AS_INFORMATION), `until` is open until
    `with_information` has closed it.
    """

    group: str
    stays: bool
    rule: RetentionRule | None
    counted_from: date | None
    until: date | None
    destroy_by: date
    because: Reason


@dataclass(frozen=True, slots=True)
class _Stay:
    rule: RetentionRule
    counted_from: date
    until: date


def decide(
    group: ItemGroup,
    rules: Mapping[str, RetentionRule],
    events: Mapping[Event, date],
    ended_on: date,
    deadlines: Deadlines,
    *,
    withdrawn: bool = False,
) -> Outcome:
    """Decide what becomes of `group` when its purpose ended on `ended_on`.

    The longest stay that law orders wins, also over a withdrawn consent (Personal Information
    Protection Act arts. 21(1), 36(1), 37). Without one, the longest of the published policy, unless
    the consent for it was withdrawn. Otherwise it goes within the days of the cause. Tax days that
    are not among the `events` follow from the day of payment.

    Raises `EventDayMissingError` if law keeps the group from an event whose day is not known, and
    `UnknownRuleError` if a row of law is missing.
    """
    days = with_tax_days(events, deadlines.filings)
    statutes, internal = _applying(group, rules, days)
    lawful = _longest(statutes, days)
    if lawful is not None and lawful.until >= ended_on:
        return _staying(group, lawful, deadlines, Reason.STATUTE)
    if withdrawn:
        return _going(group, lawful, ended_on, deadlines, Reason.WITHDRAWN)
    paper = next((rule for rule in internal if rule.same_as_information), None)
    if paper is not None:
        return _following(group, paper, ended_on, deadlines)
    own = _longest(internal, days)
    if own is not None and own.until >= ended_on:
        return _staying(group, own, deadlines, Reason.INTERNAL)
    over = _later(lawful, own)
    reason = Reason.NO_RULE if over is None else Reason.PERIOD_OVER
    return _going(group, over, ended_on, deadlines, reason)


def held_open(group: ItemGroup, rule: RetentionRule, today: date, deadlines: Deadlines) -> Outcome:
    """Return what becomes of a case that nobody has closed: held as long as a closed one stays.

    Law counts its stay from the day on which it is closed, and that has not come.
    """
    stay = _Stay(rule, today, period_end(today, rule.period))
    return _staying(group, stay, deadlines, Reason.STILL_OPEN)


def with_information(
    paper: Outcome, information: Iterable[Outcome], ended_on: date, deadlines: Deadlines
) -> Outcome:
    """Close a SAME_AS_INFORMATION outcome: the paper goes with the last information it proves.

    Any other outcome comes back unchanged.
    """
    if paper.because is not Reason.SAME_AS_INFORMATION:
        return paper
    last = max((each.until for each in information if each.stays and each.until), default=None)
    if last is None:
        gone_by = _destroy_by(ended_on, deadlines)
        return replace(paper, stays=False, until=None, destroy_by=gone_by)
    return replace(paper, until=last, destroy_by=_destroy_by(last, deadlines))


def is_due(outcome: Outcome, today: date) -> bool:
    """Tell whether the group is to be destroyed now: nothing keeps it on `today`."""
    if not outcome.stays:
        return True
    return outcome.until is not None and today > outcome.until


def is_overdue(outcome: Outcome, today: date) -> bool:
    """Tell whether the last day to destroy has passed."""
    return is_due(outcome, today) and today > outcome.destroy_by


def check_expired(outcome: Outcome, today: date) -> None:
    """Raise `RetentionNotExpiredError` while something still keeps the group on `today`."""
    if is_due(outcome, today):
        return
    code = outcome.rule.code if outcome.rule else ""
    raise RetentionNotExpiredError(outcome.group, code, outcome.until or date.max)


def remaining_share(today: date, counted_from: date, until: date) -> float:
    """Return which share of the stay is still to come, from 1.0 (all) to 0.0 (over)."""
    length = (until - counted_from).days
    if length <= 0:
        return 0.0
    return min(1.0, max(0.0, (until - today).days / length))


def _applying(
    group: ItemGroup, rules: Mapping[str, RetentionRule], days: Mapping[Event, date]
) -> tuple[list[RetentionRule], list[RetentionRule]]:
    statutes: list[RetentionRule] = []
    internal: list[RetentionRule] = []
    for code in group.rules:
        rule = rules.get(code)
        if rule is None:
            raise UnknownRuleError(code)
        if rule.kind is RuleKind.INTERNAL:
            internal.append(rule)
        elif rule.event in days:
            statutes.append(rule)
        else:
            raise EventDayMissingError(group.code, rule.code, rule.event.value)
    return statutes, internal


def _longest(rules: Iterable[RetentionRule], days: Mapping[Event, date]) -> _Stay | None:
    stays = (
        _Stay(rule, days[rule.event], period_end(days[rule.event], rule.period))
        for rule in rules
        if rule.event in days
    )
    return max(stays, key=lambda stay: (stay.until, stay.rule.code), default=None)


def _later(one: _Stay | None, other: _Stay | None) -> _Stay | None:
    known = [stay for stay in (one, other) if stay is not None]
    return max(known, key=lambda stay: (stay.until, stay.rule.code), default=None)


def _destroy_by(cause: date, deadlines: Deadlines) -> date:
    return period_end(cause, deadlines.period(DESTROY_AFTER_CAUSE))


def _staying(group: ItemGroup, stay: _Stay, deadlines: Deadlines, reason: Reason) -> Outcome:
    return Outcome(
        group=group.code,
        stays=True,
        rule=stay.rule,
        counted_from=stay.counted_from,
        until=stay.until,
        destroy_by=_destroy_by(stay.until, deadlines),
        because=reason,
    )


def _following(
    group: ItemGroup, paper: RetentionRule, ended_on: date, deadlines: Deadlines
) -> Outcome:
    return Outcome(
        group=group.code,
        stays=True,
        rule=paper,
        counted_from=ended_on,
        until=None,
        destroy_by=_destroy_by(ended_on, deadlines),
        because=Reason.SAME_AS_INFORMATION,
    )


def _going(
    group: ItemGroup, over: _Stay | None, ended_on: date, deadlines: Deadlines, reason: Reason
) -> Outcome:
    return Outcome(
        group=group.code,
        stays=False,
        rule=over.rule if over else None,
        counted_from=over.counted_from if over else None,
        until=over.until if over else None,
        destroy_by=_destroy_by(ended_on, deadlines),
        because=reason,
    )
