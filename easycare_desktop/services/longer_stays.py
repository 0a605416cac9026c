"""A law that got longer reaches what is kept already; one that got shorter ends nothing earlier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.destruction import OPEN_PLANS, PlanAction
from easycare_desktop.domain.holdings import Clock, HoldingState
from easycare_desktop.domain.law import RetentionRule, RuleKind
from easycare_desktop.domain.own_periods import OwnPeriod, own_from_data, with_own
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice

_ENDING = (HoldingState.ACTIVE, HoldingState.DUE, HoldingState.HELD)


@dataclass(frozen=True, slots=True)
class LongerStay:
    """One holding that law keeps longer than is on record. `until`: new last day of its stay."""

    holding_id: int
    person_id: int
    group: str
    clock: Clock
    until: date
    apart: bool


def longer_stays(step: Step, rules: Mapping[str, RetentionRule]) -> list[LongerStay]:
    """Return what these rules keep longer than is on record.

    What the published policy keeps ends as its person was told. A paper that is kept as long as
    what it proves follows the longest stay of the same person.
    """
    kept = [
        LongerStay(each.id, each.person_id, each.group, each.clock, each.clock.until, apart=False)
        for each in step.uow.holdings.with_end(*_ENDING)
        if each.clock is not None
    ]
    kept += [
        LongerStay(
            each.id,
            each.person_id,
            each.group,
            each.clock,
            each.until,
            apart=True,
        )
        for each in step.separated.all()
    ]
    found = [longer for each in kept if (longer := _by_law(each, rules)) is not None]
    return found + _papers(kept, found, rules)


def touched_by(office: OpenOffice, own: OwnPeriod) -> list[LongerStay]:
    """Return what a period that the officer may set would keep longer, from its day on."""
    with office.door.enter(Action.RULES_READ, detail=f"touched {own.code}") as step:
        now = longer_stays(step, office.law.rules_on(own.in_force))
        book = with_own(office.law, [*_own(step), own])
        known = {each.holding_id: each.until for each in now}
        found = longer_stays(step, book.rules_on(own.in_force))
        return [each for each in found if known.get(each.holding_id) != each.until]


def _own(step: Step) -> list[OwnPeriod]:
    return [own for row in step.uow.law_rows.all() for own in own_from_data(row.code, row.payload)]


def follow_law(office: OpenOffice, step: Step) -> list[LongerStay]:
    """Let everything be kept as long as the law of today says; return what that concerns.

    What waited to be destroyed and must stay now leaves its plan, which needs a new approval.
    """
    found = longer_stays(step, office.law.rules_on(office.today()))
    after = office.law.deadlines.period(DESTROY_AFTER_CAUSE)
    for each in found:
        if each.apart:
            step.separated.set_until(each.holding_id, each.until)
        else:
            clock = replace(each.clock, until=each.until)
            step.uow.holdings.start_clock(each.holding_id, clock, period_end(each.until, after))
    if found:
        _take_out(step, {each.holding_id for each in found})
    return found


def keep_by_law(office: OpenOffice) -> int:
    """Follow the law as an action of its own, at opening; return how many."""
    if office.looks_only:
        return 0
    with office.door.enter(Action.RECOVERED, detail="law") as step:
        step.count = len(follow_law(office, step))
        return step.count


def _by_law(stay: LongerStay, rules: Mapping[str, RetentionRule]) -> LongerStay | None:
    rule = rules.get(stay.clock.rule)
    if rule is None or rule.kind is not RuleKind.STATUTE:
        return None
    until = period_end(stay.clock.counted_from, rule.period)
    return replace(stay, until=until) if until > stay.clock.until else None


def _papers(
    kept: Iterable[LongerStay], found: Iterable[LongerStay], rules: Mapping[str, RetentionRule]
) -> list[LongerStay]:
    last: dict[int, date] = {}
    for each in found:
        last[each.person_id] = max(each.until, last.get(each.person_id, each.until))
    return [
        replace(each, until=last[each.person_id])
        for each in kept
        if each.person_id in last
        and (rule := rules.get(each.clock.rule)) is not None
        and rule.same_as_information
        and each.clock.until < last[each.person_id]
    ]


def _take_out(step: Step, holding_ids: set[int]) -> None:
    for plan in step.uow.plans.in_state(*OPEN_PLANS):
        doomed = [
            item.holding_id
            for item in plan.items
            if item.holding_id in holding_ids and item.action is PlanAction.DESTROY
        ]
        if doomed:
            step.uow.plans.drop_items(plan.id, doomed)
