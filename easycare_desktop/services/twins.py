"""Which paper, medium or copy belongs to what a plan destroys, and whether it is gone too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.destruction import Plan, PlanAction
from easycare_desktop.domain.registers import Disposal, RegisterItem, RegisterState, Twin
from easycare_desktop.storage.unit_of_work import UnitOfWork

_DROPPED = "twins_dropped"


@dataclass(frozen=True, slots=True)
class Dropped:
    """Why a twin was taken back as a mistake while a plan counted on it, by whom and when."""

    reason: str
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanTwin:
    """One entry of a register that holds something of a person of the plan, or was said to."""

    item: RegisterItem
    person_id: int
    disposal: Disposal | None
    dropped: Dropped | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has recorded yet that it is gone."""
        return self.disposal is None and self.dropped is None


def twins_of_plan(uow: UnitOfWork, plan: Plan) -> list[PlanTwin]:
    """Return the twins of what a plan destroys, each with the disposal that ended it.

    A twin of everything about a person counts as soon as the plan destroys anything of theirs that
    is not kept apart by law under the same plan. What was taken back meanwhile comes last.
    """
    twins = [
        each for each in uow.registers.twins_of(sorted(plan.persons)) if _counts_on(plan, each)
    ]
    disposals = uow.registers.disposals() if twins else []
    found: dict[tuple[int, int], PlanTwin] = {}
    for each in twins:
        item = uow.registers.get(each.item_id)
        ended = _ended_by(plan, each, item, disposals)
        found[(each.item_id, each.person_id)] = PlanTwin(item, each.person_id, ended)
    for said in _dropped(uow, plan):
        place = (int(str(said["item"])), int(str(said["person"])))
        if place not in found:
            item = uow.registers.get(place[0])
            found[place] = PlanTwin(item, place[1], None, _as_dropped(said))
    return list(found.values())


def plans_counting_on(uow: UnitOfWork, twin: Twin) -> list[Plan]:
    """Return the plans that are not over and destroy something of which this is the twin."""
    plans = uow.plans.of_person(twin.person_id)
    return [each for each in plans if not each.over and _counts_on(each, twin)]


def note_dropped(uow: UnitOfWork, plan: Plan, twin: Twin, why: Dropped) -> None:
    """Put on record with a plan that a twin was taken back; its certificate tells it."""
    said = {
        "item": twin.item_id,
        "person": twin.person_id,
        "reason": why.reason,
        "by": why.by,
        "at": why.at.isoformat(),
    }
    uow.plans.record(plan.id, {_DROPPED: [*_dropped(uow, plan), said]})


def open_points(uow: UnitOfWork, plan: Plan) -> list[str]:
    """Return a code for each twin that is not recorded as destroyed, and record all twins."""
    twins = twins_of_plan(uow, plan)
    uow.plans.record(plan.id, {"twins": [twin_facts(each) for each in twins]})
    return [f"twin.{each.item.number}" for each in twins if each.is_open]


def twin_facts(each: PlanTwin) -> Mapping[str, object]:
    """Return what a certificate may say of a twin: numbers, codes and moments."""
    ended, dropped = each.disposal, each.dropped
    at = ended.at if ended else dropped.at if dropped else None
    return {
        "item": each.item.number,
        "kind": each.item.kind.code,
        "method": ended.method.value if ended else "",
        "disposal": ended.number if ended else "",
        "at": at.isoformat() if at else "",
        "by": ended.handled_by if ended else dropped.by if dropped else 0,
        "dropped": dropped.reason if dropped else "",
        "witnessed": ended is None or ended.is_witnessed,
    }


def _counts_on(plan: Plan, twin: Twin) -> bool:
    return any(
        each.action is PlanAction.DESTROY
        and each.person_id == twin.person_id
        and twin.group in {"", each.group}
        for each in plan.items
    )


def _dropped(uow: UnitOfWork, plan: Plan) -> list[Mapping[str, object]]:
    found = uow.plans.facts(plan.id).get(_DROPPED)
    return found if isinstance(found, list) else []


def _as_dropped(said: Mapping[str, object]) -> Dropped:
    at = datetime.fromisoformat(str(said["at"]))
    return Dropped(str(said["reason"]), int(str(said["by"])), at)


def _ended_by(
    plan: Plan, twin: Twin, item: RegisterItem, disposals: list[Disposal]
) -> Disposal | None:
    """Return the disposal of the whole item, or of what it held of this person since the plan."""
    whole = item.state is RegisterState.DESTROYED
    mine = [
        each
        for each in disposals
        if twin.item_id in each.items
        and (whole or (twin.person_id in each.persons and _is_since(plan, each)))
    ]
    return mine[-1] if mine else None


def _is_since(plan: Plan, disposal: Disposal) -> bool:
    """Tell whether paper went after the plan was made; moments are typed in whole minutes.

    What was recorded for this very plan may have gone earlier on the same day.
    """
    asked = plan.requested_at
    if disposal.plan_id == plan.id:
        return disposal.at.date() >= asked.date()
    return disposal.at >= asked.replace(second=0, microsecond=0)
