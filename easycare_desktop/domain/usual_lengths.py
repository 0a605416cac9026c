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


class UsualLengths:
    """The rules of one law book. What was worked out for a first day and a choice is kept."""

    def __init__(self, rules: Iterable[UsualLength], deadlines: Deadlines) -> None:
        self._rules: dict[str, list[UsualLength]] = {}
        for rule in rules:
            self._rules.setdefault(rule.group, []).append(rule)
        self._deadlines = deadlines
        self._known: dict[tuple[str, str, str], tuple[list[_Span], Unusual]] = {}

    def tell(self, group: str) -> bool:
        """Return whether there is a rule about an item group."""
        return group in self._rules

    def unusual(self, group: str, values: Mapping[str, str]) -> Unusual | None:
        """Return what is not usual about the values of an item group; dates in ISO form."""
        for rule in self._rules.get(group, ()):
            found = self._unusual(rule, values)
            if found is not None:
                return found
        return None

    def _unusual(self, rule: UsualLength, values: Mapping[str, str]) -> Unusual | None:
        first, last = values.get(rule.first, ""), values.get(rule.last, "")
        choice = values.get(rule.by, "")
        if not first or not last or choice not in rule.of:
            return None
        key = (rule.code, first, choice)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._worked_out(rule, first, choice)
        spans, unusual = known
        for each in spans:
            if each.earliest <= last <= each.latest:
                return None
        return unusual

    def _worked_out(
        self, rule: UsualLength, first: str, choice: str
    ) -> tuple[list["_Span"], Unusual]:
        before = date.fromisoformat(first) - timedelta(days=1)
        codes = (rule.of[choice], *rule.always)
        margin = self._deadlines.period(rule.margin)
        spans = [
            _Span(
                usual,
                period_end(before, _by(usual, margin, -1)).isoformat(),
                period_end(before, _by(usual, margin, 1)).isoformat(),
            )
            for usual in dict.fromkeys(self._deadlines.period(code) for code in codes)
        ]
        doubtful = any(
            self._deadlines.get(code).needs_confirmation for code in (*codes, rule.margin)
        )
        usual = tuple(each.length for each in spans)
        return spans, Unusual(rule.group, rule.last, choice, usual, doubtful)


@dataclass(frozen=True, slots=True)
class _Span:
    """Between which days a usual length ends; days in ISO form, which sort like days."""

    length: Period
    earliest: str
    latest: str


def _by(period: Period, margin: Period, sign: int) -> Period:
    months = period.years * 12 + period.months + sign * (margin.years * 12 + margin.months)
    return Period(months=months, days=period.days + sign * margin.days)
