"""What an office keeps an eye on about people: read from dated rules and what is on record."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.law import Deadlines
from easycare_desktop.domain.once_more import CONTRACTS, is_settled
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.periods import days_before, full_years, period_end
from easycare_desktop.domain.signal_rules import Contents, SignalRule, SignalTopic

CONSENT = "consent"
UNTIED = "untied"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing to look after. `due_on`: nothing where it is missing now. `until`: a last day.

    `done`, `needed`: how many hours are on record, where those are too few.
    `doubtful`: the rule is from memory and nobody has confirmed it yet.
    """

    code: str
    label: str
    topic: SignalTopic
    due_on: date | None = None
    until: date | None = None
    doubtful: bool = False
    done: int = 0
    needed: int = 0


def signals_of(
    rules: Iterable[SignalRule],
    deadlines: Deadlines,
    kind: PersonKind,
    contents: Contents,
    today: date,
) -> list[Signal]:
    """Return what there is to look after, the most urgent first.

    `contents`: values by item group, as far as the rules ask for them.
    """
    found = []
    for rule in rules:
        if rule.concerns(kind, contents):
            signal = _signal(rule, deadlines, contents, today)
            if signal is not None:
                found.append(_marked(rule, signal, deadlines))
    return sorted(found, key=lambda each: (each.due_on or date.min, each.code))


def _signal(
    rule: SignalRule, deadlines: Deadlines, contents: Contents, today: date
) -> Signal | None:
    if rule.every:
        return _repeat(rule, deadlines, contents, today)
    if rule.opens:
        return _window(rule, deadlines, contents, today)
    if rule.within:
        return _report(rule, deadlines, contents)
    if rule.under and not _younger(rule.under, contents, today):
        return None
    found = [contents[each] for each in (rule.group, *rule.also) if each in contents]
    there = any(not rule.field or group.get(rule.field) for group in found)
    return None if there else Signal(rule.code, rule.label, rule.topic)


def _window(
    rule: SignalRule, deadlines: Deadlines, contents: Contents, today: date
) -> Signal | None:
    values = contents.get(rule.group, {})
    text = values.get(rule.field, "")
    if not text or (rule.group in CONTRACTS and is_settled(values)):
        return None
    until = date.fromisoformat(text)
    if today < days_before(until, deadlines.period(rule.opens)):
        return None
    due_on = days_before(until, deadlines.period(rule.closes)) if rule.closes else until
    return Signal(rule.code, rule.label, rule.topic, due_on, until)


def _repeat(
    rule: SignalRule, deadlines: Deadlines, contents: Contents, today: date
) -> Signal | None:
    group, field = rule.since
    last = contents.get(rule.group, {}).get(rule.field, "")
    text = last or contents.get(group, {}).get(field, "")
    if not text:
        return None
    due_on = period_end(date.fromisoformat(text), deadlines.period(rule.every))
    far = today < days_before(due_on, deadlines.period(rule.lead))
    hours = contents.get(rule.group, {}).get(rule.hours, "") if last else ""
    short = bool(hours) and int(hours) < rule.needed
    if far and not short:
        return None
    group, field = rule.ends
    end = contents.get(group, {}).get(field, "")
    if end and date.fromisoformat(end) < max(today, due_on):
        return None
    signal = Signal(rule.code, rule.label, rule.topic, None if far else due_on)
    return replace(signal, done=int(hours), needed=rule.needed) if short else signal


def _report(rule: SignalRule, deadlines: Deadlines, contents: Contents) -> Signal | None:
    values = contents.get(rule.group, {})
    text = values.get(rule.field, "")
    if not text or values.get(rule.told, "") >= text:
        return None
    due_on = period_end(date.fromisoformat(text), deadlines.period(rule.within))
    return Signal(rule.code, rule.label, rule.topic, due_on)


def _younger(years: int, contents: Contents, today: date) -> bool:
    birth = contents.get("identity", {}).get("birth", "")
    return bool(birth) and full_years(date.fromisoformat(birth), today) < years


def _marked(rule: SignalRule, signal: Signal, deadlines: Deadlines) -> Signal:
    unsure = any(deadlines.get(code).needs_confirmation for code in rule.deadlines)
    return replace(signal, doubtful=rule.needs_confirmation or unsure)
