"""A judgement or a plan as the two sides 파기합니다 and 법과 내부방침에 따라 남깁니다."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.destruction import Plan, PlanAction, PlanItem
from easycare_desktop.domain.law import RetentionRule, RuleKind
from easycare_desktop.domain.measures import MeasureCause, MeasureKind
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.retention import Outcome, Reason
from easycare_desktop.services.judgement import JudgedItem, Judgement
from easycare_desktop.ui.parts.shared.day_words import length
from easycare_desktop.ui.widgets import SideLine
from easycare_desktop.ui.wording.labels import label

_WHY_GOES = {
    Reason.NO_RULE: "목적을 다했고, 더 남기라는 법이 없습니다",
    Reason.WITHDRAWN: "동의를 철회하셨습니다",
    Reason.PERIOD_OVER: "보유기간이 끝났습니다",
    Reason.SAME_AS_INFORMATION: "증명할 정보가 모두 없어집니다",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides with their chips."""

    goes: tuple[SideLine, ...]
    stays: tuple[SideLine, ...]
    goes_chip: str
    stays_chip: str


def sides_of(judgement: Judgement, main: int) -> Sides:
    """Return the sides of a judgement about the person `main` and those tied to them."""
    goes: dict[tuple[str, str], int] = {}
    for item in sorted(judgement.goes, key=_place):
        line = (_named(item, main), _WHY_GOES.get(item.outcome.because, ""))
        goes[line] = goes.get(line, 0) + 1
    return Sides(
        goes=tuple(SideLine(what, why, f"열쇠 {keys}개") for (what, why), keys in goes.items()),
        stays=tuple(
            SideLine(_named(item, main), *_stay_words(item.outcome))
            for item in sorted(judgement.stays, key=_place)
        )
        + tuple(
            SideLine(_named(item, main), _held_why(item), _held_until(item))
            for item in sorted(judgement.held, key=_place)
        ),
        goes_chip=f"{len(goes)}가지 · 열쇠 {len(judgement.goes)}개",
        stays_chip=f"{len(judgement.stays)}가지 · 분리보관",
    )


def plan_sides(
    plan: Plan,
    persons: Iterable[Person],
    catalogue: Catalogue,
    rules: Mapping[str, RetentionRule],
) -> Sides:
    """Return the sides of a plan, from what is recorded in it alone."""
    kinds = {person.id: person.kind for person in persons}
    goes: dict[str, int] = {}
    stays: dict[SideLine, None] = {}
    rest: dict[SideLine, None] = {}
    for item in sorted(plan.items, key=lambda each: catalogue.group(each.group).order):
        what = item_words(catalogue, item, kinds.get(item.person_id))
        if item.action is PlanAction.DESTROY:
            goes[what] = goes.get(what, 0) + 1
            if item.fields:
                rest[_rest(catalogue, item, kinds.get(item.person_id))] = None
        else:
            stays[_kept(item, what, rules)] = None
    return Sides(
        goes=tuple(SideLine(what, right=f"열쇠 {keys}개") for what, keys in goes.items()),
        stays=(*stays, *rest),
        goes_chip=f"열쇠 {len(plan.doomed)}개",
        stays_chip="분리보관" if stays else "",
    )


def item_words(catalogue: Catalogue, item: PlanItem, kind: PersonKind | None) -> str:
    """Return what an item of a plan is: the group, or the fields of it that go."""
    group = catalogue.group(item.group, kind)
    if not item.fields:
        return group.label
    return f"{group.label} 가운데 {', '.join(group.field(each).label for each in item.fields)}"


def _rest(catalogue: Catalogue, item: PlanItem, kind: PersonKind | None) -> SideLine:
    """Return what of a group goes on under a new key where single items of it go."""
    return SideLine(f"{catalogue.group(item.group, kind).label}의 나머지", right="계속 이용")


def _kept(item: PlanItem, what: str, rules: Mapping[str, RetentionRule]) -> SideLine:
    until = f"{item.until:%Y-%m-%d}까지" if item.until else ""
    rule = rules.get(item.rule)
    if rule is None:
        return SideLine(what, item.rule, until)
    return SideLine(what, article(rule), until, clock_words(rule, item.counted_from))


def rule_words(code: str, rules: Mapping[str, RetentionRule]) -> str:
    """Return the article behind a rule's code, as short as it can stand alone."""
    rule = rules.get(code)
    return article(rule) if rule is not None else code


def article(rule: RetentionRule) -> str:
    """Return law and article; for the office's own rules where they are written."""
    if rule.kind is RuleKind.INTERNAL:
        return f"내부방침 ({rule.reason})" if rule.reason else "내부방침"
    words = rule.citation
    return f"{words} · 확인 필요" if rule.needs_confirmation else words


def clock_words(rule: RetentionRule, counted_from: date | None) -> str:
    """Return from when and how long: 급여가 끝난 날 2026-11-20부터 5년."""
    since = f"{label(rule.event)} {counted_from:%Y-%m-%d}부터" if counted_from else ""
    return f"{since} {length(rule.period)}".strip()


def _stay_words(outcome: Outcome) -> tuple[str, str, str]:
    rule = outcome.rule
    until = f"{outcome.until:%Y-%m-%d}까지" if outcome.until else ""
    if rule is None:
        return "", until, ""
    under = clock_words(rule, outcome.counted_from)
    if rule.same_as_information:
        under = "증명할 정보와 같은 날까지"
    return article(rule), until, under


def _held_why(item: JudgedItem) -> str:
    undecided = item.outcome.because is Reason.STILL_OPEN
    return label(MeasureCause.UNDECIDED) if undecided else label(MeasureKind.HOLD)


def _held_until(item: JudgedItem) -> str:
    until = item.holding.hold_until
    if item.outcome.because is Reason.STILL_OPEN:
        until = item.outcome.until
    return f"{until:%Y-%m-%d}까지" if until else ""


def _place(item: JudgedItem) -> int:
    return item.group.order


def _named(item: JudgedItem, main: int) -> str:
    if item.person.id == main:
        return item.group.label
    return f"{item.group.label} ({label(item.person.kind)} {item.person.number})"
