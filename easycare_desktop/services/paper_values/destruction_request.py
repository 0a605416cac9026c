"""The request to destroy, from the plan."""

from collections.abc import Mapping
from datetime import date, datetime

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.destruction_request import (
    DestructionRequest,
    RequestedGroup,
    StayingGroup,
)
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import Plan, PlanAction, PlanCause, PlanItem
from easycare_desktop.services.collected_days import FACT, collected_days
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.paper_values.common import Desk, numbers_of, switched_at
from easycare_desktop.services.paper_values.stays import held_of
from easycare_desktop.storage.keys.place_registry import key_places


def destruction_request(desk: Desk, plan_id: int) -> DestructionRequest:
    """Return the request of a plan, whatever has become of it since."""
    uow = desk.step.uow
    plan, facts = uow.plans.get(plan_id), uow.plans.facts(plan_id)
    persons = [uow.people.get(each) for each in sorted(plan.persons)]
    done = switched_at(facts)
    return DestructionRequest(
        office=desk.head,
        facts=desk.facts,
        plan_number=plan.number,
        written_on=plan.requested_at.date(),
        written_by=desk.account(plan.requested_by),
        persons=numbers_of(persons),
        going=_going(desk, plan),
        staying=_staying(desk, plan),
        cause=_cause(desk, plan),
        due_on=plan.due_on,
        backup=_backup(desk),
        media=phrases.NO_MEDIA_GO,
        outside=tuple(
            (word(place), phrases.TICKED_BEFORE[each.value]) for place, each in plan.outside.items()
        ),
        note=" · ".join(filter(None, (_why(desk, plan, facts), plan.note))),
        approved_on=_day(plan.approved_at),
        approved_by=desk.account(plan.approved_by),
        carried_out_on=_day(done),
        handled_by=desk.account(int(str(facts["run_by"]))) if done and "run_by" in facts else "",
        digest=plan.digest.hex(),
    )


def _going(desk: Desk, plan: Plan) -> tuple[RequestedGroup, ...]:
    days = named_in(desk.step.uow.plans.facts(plan.id), FACT) or collected_days(desk.step, plan)
    items: dict[str, list[PlanItem]] = {}
    for item in plan.items:
        if item.action is PlanAction.DESTROY:
            items.setdefault(desk.item_label(item), []).append(item)
    return tuple(_group(desk, label, each, days) for label, each in items.items())


def _group(desk: Desk, label: str, items: list[PlanItem], days: dict[str, str]) -> RequestedGroup:
    group = desk.office.catalogue.group(items[0].group, desk.kind_of(items[0]))
    known = [days[str(item.holding_id)] for item in items if str(item.holding_id) in days]
    return RequestedGroup(
        label=label,
        count=len(items),
        collected_on=date.fromisoformat(min(known)) if known else None,
        work=group.purpose,
        basis=word(group.basis),
    )


def _staying(desk: Desk, plan: Plan) -> tuple[StayingGroup, ...]:
    rows: dict[StayingGroup, None] = {}
    for item in plan.items:
        if item.action is PlanAction.SEPARATE:
            rule = desk.rules.get(item.rule)
            label = desk.group_label(item.group, desk.kind_of(item))
            rows[StayingGroup(label, rule.citation if rule else "", item.until)] = None
    held = [StayingGroup(each.label, each.article, each.until) for each in held_of(desk, plan)]
    return (*rows, *held)


def _cause(desk: Desk, plan: Plan) -> str:
    if plan.request_id is None:
        return word(plan.cause)
    number = desk.step.uow.requests.get(plan.request_id).number
    return f"{word(plan.cause)} ({phrases.REQUEST_NUMBER} {number})"


def _why(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> str:
    """Return what was typed; of what was never true, also why no law keeps it."""
    if plan.cause is PlanCause.MISTAKE:
        return desk.why(plan)
    return str(facts.get("why", ""))


def _backup(desk: Desk) -> str:
    return phrases.backup_measure(len(key_places(desk.office.keys)))


def _day(at: datetime | None) -> date | None:
    return at.date() if at else None
