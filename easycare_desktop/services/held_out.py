"""What a legal hold keeps out of a plan: on record with the plan, so that it finds back."""

from collections.abc import Iterable, Mapping
from datetime import date

from easycare_desktop.domain.destruction import (
    OF_ENDINGS,
    OPEN_PLANS,
    Plan,
    PlanAction,
    PlanCause,
    PlanItem,
)
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.requests import RequestScope
from easycare_desktop.services.facts import named_in
from easycare_desktop.storage.unit_of_work import UnitOfWork
from easycare_desktop.system.clock import SEOUL

FACT = "held_items"
RESUMED = "resumed"


def note_held(uow: UnitOfWork, plan_id: int, items: Iterable[PlanItem]) -> None:
    """Note with a plan what would go with it, were it not held."""
    new = {str(item.holding_id): _as_facts(item) for item in items}
    if new:
        uow.plans.record(plan_id, {FACT: _noted(uow, plan_id) | new})


def forget_held(uow: UnitOfWork, plan_id: int) -> None:
    """Forget what was held out of a plan that is taken back."""
    if _noted(uow, plan_id):
        uow.plans.record(plan_id, {FACT: {}})


def held_out(uow: UnitOfWork, plan_id: int) -> list[PlanItem]:
    """Return what a hold took out of a plan, or kept out of it from the beginning."""
    return [_item(int(number), told) for number, told in _noted(uow, plan_id).items()]


def come_back(uow: UnitOfWork, holding_id: int, due_on: date) -> bool:
    """Put what is held no more back into its plan; return whether that still waits."""
    for plan in reversed(uow.plans.noting(FACT)):
        known = {item.holding_id: item for item in held_out(uow, plan.id)}
        if holding_id not in known:
            continue
        if plan.state not in OPEN_PLANS:
            return False
        rest = _noted(uow, plan.id)
        del rest[str(holding_id)]
        uow.plans.record(plan.id, {FACT: rest})
        note_resumed(uow, plan.id, {holding_id: plan})
        uow.plans.add_items(plan.id, [known[holding_id]], due_on)
        return True
    return False


def origins(uow: UnitOfWork) -> dict[int, Plan]:
    """Return the plan out of which a hold took a holding, by holding; the newest counts."""
    return {
        item.holding_id: plan for plan in uow.plans.noting(FACT) for item in held_out(uow, plan.id)
    }


def hold_ended_on(uow: UnitOfWork, holding_id: int) -> date | None:
    """Return the last day of the newest hold that is over; nothing where there was none."""
    for measure in uow.measures.of_holding(holding_id):
        if measure.kind is MeasureKind.HOLD and measure.lifted_at is not None:
            lifted = measure.lifted_at.astimezone(SEOUL).date()
            return min(measure.until or lifted, lifted)
    return None


def note_resumed(uow: UnitOfWork, plan_id: int, plans: Mapping[int, Plan | None]) -> None:
    """Record why each holding would have gone, since when, and until when it was held."""
    told = named_in(uow.plans.facts(plan_id), RESUMED)
    for holding_id, origin in plans.items():
        held_until = hold_ended_on(uow, holding_id)
        told[str(holding_id)] = {
            "plan": origin.number if origin else "",
            "cause": origin.cause.value if origin else "",
            "on": cause_day(uow, origin).isoformat() if origin else "",
            "held_until": held_until.isoformat() if held_until else "",
        }
    uow.plans.record(plan_id, {RESUMED: told})


def cause_day(uow: UnitOfWork, plan: Plan) -> date:
    """Return the day from which a plan of this cause counts."""
    asked = plan.requested_at.date()
    if plan.request_id is not None:
        request = uow.requests.get(plan.request_id)
        part = request.scope is RequestScope.PART
        return max(request.received_on, request.wish_on) if part else request.wish_on
    if plan.cause is PlanCause.PERIOD_OVER:
        return min([asked, *(each.until for each in held_out(uow, plan.id) if each.until)])
    if plan.cause in OF_ENDINGS:
        held = {item.person_id for item in held_out(uow, plan.id)}
        ended = [each.ended_on for each in uow.people.some(held).values() if each.ended_on]
        return min(ended, default=asked)
    return asked


def _noted(uow: UnitOfWork, plan_id: int) -> dict[str, dict[str, str]]:
    return named_in(uow.plans.facts(plan_id), FACT)


def _as_facts(item: PlanItem) -> dict[str, str]:
    days = {"counted_from": item.counted_from, "until": item.until}
    return {
        "person": str(item.person_id),
        "group": item.group,
        "action": item.action.value,
        "rule": item.rule,
        "fields": " ".join(item.fields),
    } | {name: day.isoformat() for name, day in days.items() if day is not None}


def _item(holding_id: int, told: dict[str, str]) -> PlanItem:
    return PlanItem(
        holding_id,
        int(told["person"]),
        told["group"],
        PlanAction(told["action"]),
        rule=told["rule"],
        counted_from=_day(told.get("counted_from")),
        until=_day(told.get("until")),
        fields=tuple(told["fields"].split()),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
