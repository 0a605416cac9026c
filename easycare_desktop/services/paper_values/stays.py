"""What stays, as papers tell it: by law or policy, by a legal hold, and because it is in use."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.documents import left_words
from easycare_desktop.documents.values import KeptItem
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.left_out import REST, left_out
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.storage.repositories.separated import SeparatedHolding


def held_of(desk: Desk, plan: Plan) -> tuple[KeptItem, ...]:
    """Return what a hold kept out of a plan, as recorded at its end; before that, as of now."""
    return tuple(
        _held(
            desk,
            str(each["group"]),
            desk.step.uow.people.get(int(str(each["person"]))).kind,
            since=day(str(each["since"])),
            until=day(str(each["until"])),
            then=(str(each["rule"]), day(str(each["stays"]))),
        )
        for each in left_out(desk.step, plan)
    )


def held_now(desk: Desk, each: Holding | SeparatedHolding, kind: PersonKind) -> KeptItem:
    """Return the line of something on which a hold stands today."""
    clock = each.clock
    standing = desk.step.uow.measures.standing(each.id, MeasureKind.HOLD)
    return _held(
        desk,
        each.group,
        kind,
        since=standing.set_at.date() if standing else None,
        until=each.hold_until,
        then=(clock.rule, clock.until) if clock else ("", None),
    )


def kept_apart(desk: Desk, person_id: int, kind: PersonKind) -> tuple[KeptItem, ...]:
    """Return what is kept apart of a person today; what a hold keeps there says so."""
    return tuple(
        held_now(desk, each, kind)
        if each.state is HoldingState.HELD
        else desk.kept(each.group, kind, each.rule, each.counted_from, each.until)
        for each in desk.step.separated.of_person(person_id)
    )


def kept_today(desk: Desk, person_id: int, kind: PersonKind) -> tuple[KeptItem, ...]:
    """Return what law or a hold keeps of a person today, wherever it lies."""
    here = desk.step.uow.holdings.of_person(person_id)
    held = [held_now(desk, each, kind) for each in here if each.state is HoldingState.HELD]
    return (*kept_apart(desk, person_id, kind), *held)


def rest_of(facts: Mapping[str, object]) -> int:
    """Return how many other items of its persons a plan left as they were."""
    return int(str(facts.get(REST, 0)))


def _held(
    desk: Desk,
    group: str,
    kind: PersonKind,
    *,
    since: date | None,
    until: date | None,
    then: tuple[str, date | None],
) -> KeptItem:
    """Return the line of what is held. `then`: rule and last day of its stay by law, if any."""
    code, stays = then
    rule = desk.rules.get(code)
    lasting = rule is not None and stays is not None and until is not None and stays > until
    period = desk.office.law.deadlines.period(DESTROY_AFTER_CAUSE)
    return KeptItem(
        label=desk.group_label(group, kind),
        article=left_words.held_by(rule.citation, stays)
        if rule and lasting
        else left_words.held_by(),
        event=left_words.HELD_SINCE if since else "",
        counted_from=since,
        until=until,
        place=left_words.HELD_PLACE,
        destroy_by=period_end(until, period) if until and not lasting else None,
        reason=left_words.why_held(until),
        held=True,
    )
