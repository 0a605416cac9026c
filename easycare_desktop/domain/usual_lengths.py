"""How long something usually is: another length is told, never refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from easycare_desktop.domain.law import Deadlines
from easycare_desktop.domain.periods import Period, period_end
from easycare_desktop.domain.usual_rules import UsualLength


@dataclass(frozen=True, slots=True)
class Unusual:
    """A length that is not usual. `field`: the last day; `usual`: what would be.

    `doubtful`: a row that it rests on is from memory and nobody has confirmed it yet.
    """

    group: str
    field: str
    choice: str
    usual: tuple[Period, ...]
    doubtful: bool = False


def unusual(
    rules: Iterable[UsualLength], deadlines: Deadlines, group: str, values: Mapping[str, str]
) -> Unusual | None:
    """Return what is not usual about the values of an item group; dates in ISO form."""
    for rule in rules:
        if rule.group == group:
            found = _unusual(rule, deadlines, values)
            if found is not None:
                return found
    return None


def _unusual(rule: UsualLength, deadlines: Deadlines, values: Mapping[str, str]) -> Unusual | None:
    first, last, choice = (values.get(each, "") for each in (rule.first, rule.last, rule.by))
    if not first or not last or choice not in rule.of:
        return None
    before = date.fromisoformat(first) - timedelta(days=1)
    codes = dict.fromkeys((rule.of[choice], *rule.always))
    usual = tuple(dict.fromkeys(deadlines.period(code) for code in codes))
    margin = deadlines.period(rule.margin)
    until = date.fromisoformat(last)
    for each in usual:
        if (
            period_end(before, _by(each, margin, -1))
            <= until
            <= period_end(before, _by(each, margin, 1))
        ):
            return None
    doubtful = any(deadlines.get(code).needs_confirmation for code in (*codes, rule.margin))
    return Unusual(rule.group, rule.last, choice, usual, doubtful)


def _by(period: Period, margin: Period, sign: int) -> Period:
    months = period.years * 12 + period.months + sign * (margin.years * 12 + margin.months)
    return Period(months=months, days=period.days + sign * margin.days)
