"""「왜 갖고 있나요?」: the rule, the event and the date, in two sentences."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.domain.law import RetentionRule, RuleKind
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.parts.shared.day_words import length, long_day
from easycare_desktop.ui.parts.shared.sides import article
from easycare_desktop.ui.wording.labels import label

Rules = Mapping[str, RetentionRule]
Groups = Mapping[str, ItemGroup]


def why_person(card: PersonCard, groups: Groups, rules: Rules) -> tuple[str, str]:
    """Return why the person as a whole is still here: the longest clock, or the relation."""
    clocks = [(_weight(each.clock, rules), each) for each in card.holdings if each.clock]
    if clocks:
        return why_holding(max(clocks, key=_first)[1], groups, rules)
    group = groups["identity"]
    since = long_day(card.person.registered_on)
    return (
        f"「{group.purpose}」에 쓰려고 {since}부터 갖고 있습니다.",
        f"{group.basis_article} · {_after(group, rules)}",
    )


def why_holding(holding: Holding, groups: Groups, rules: Rules) -> tuple[str, str]:
    """Return why one item group is here."""
    group = groups.get(holding.group)
    name = group.label if group else holding.group
    if holding.state is HoldingState.HELD and holding.hold_until is not None:
        return (
            f"{name}: 다툼이 있어 {long_day(holding.hold_until)}까지 보존합니다.",
            "그날이 지나면 보유기간을 다시 셉니다.",
        )
    if holding.state is HoldingState.SUSPENDED:
        return f"{name}: 처리정지 중입니다.", "풀 때까지 고치거나 다른 일에 쓰지 않습니다."
    if holding.clock is not None:
        return _kept(name, holding.clock, rules)
    if holding.destroy_by is not None:
        return (
            f"{name}: 목적을 다했습니다.",
            f"{long_day(holding.destroy_by)}까지 파기합니다.",
        )
    if group is None:
        return name, ""
    return (
        f"{name}: 「{group.purpose}」에 씁니다.",
        f"{label(group.basis)} · {group.basis_article} · {long_day(holding.collected_on)}부터",
    )


def _kept(name: str, clock: Clock, rules: Rules) -> tuple[str, str]:
    rule = rules.get(clock.rule)
    until = f"{long_day(clock.until)}까지"
    if rule is None:
        return f"{name}: {until} 보관합니다.", clock.rule
    if rule.same_as_information:
        return f"{name}: 증명할 정보와 함께 보관합니다.", f"{article(rule)} · {until}"
    since = f"{label(rule.event)} {long_day(clock.counted_from)}부터"
    return f"{name}: {since} {length(rule.period)} 동안 보관합니다.", f"{article(rule)} · {until}"


def _after(group: ItemGroup, rules: Rules) -> str:
    """Say what becomes of this item group, and of no other, once the relation has ended."""
    known = [rules[code] for code in group.rules if code in rules]
    longest = max(known, key=_length, default=None)
    if longest is None or not length(longest.period):
        return "끝나면 파기합니다."
    return f"끝나면 {length(longest.period)} 보관하고 파기합니다."


def _length(rule: RetentionRule) -> tuple[int, int, int]:
    return rule.years, rule.months, rule.days


def _weight(clock: Clock, rules: Rules) -> tuple[bool, date]:
    """Law first, then the later end."""
    rule = rules.get(clock.rule)
    return rule is not None and rule.kind is RuleKind.STATUTE, clock.until


def _first(pair: tuple[tuple[bool, date], Holding]) -> tuple[bool, date]:
    return pair[0]
