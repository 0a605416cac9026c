"""Which paper, medium or copy belongs to what a plan destroys, and whether it is gone too."""

from collections.abc import Mapping
from dataclasses import dataclass

from easycare_desktop.domain.destruction import Plan, PlanAction
from easycare_desktop.domain.registers import Disposal, RegisterItem, RegisterState, Twin
from easycare_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PlanTwin:
    """One entry of a register that holds something of a person of the plan."""

    item: RegisterItem
    person_id: int
    disposal: Disposal | None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has recorded yet that it is gone."""
        return self.disposal is None


def twins_of_plan(uow: UnitOfWork, plan: Plan) -> list[PlanTwin]:
    """Return the twins of what a plan destroys, each with the disposal that ended it.

    A twin of everything about a person counts as soon as the plan destroys anything of theirs that
    is not kept apart by law under the same plan.
    """
    doomed = {(i.person_id, i.group) for i in plan.items if i.action is PlanAction.DESTROY}
    persons = {person for person, _ in doomed}
    twins = [
        each
        for each in uow.registers.twins_of(sorted(persons))
        if not each.group or (each.person_id, each.group) in doomed
    ]
    if not twins:
        return []
    disposals = uow.registers.disposals()
    found: dict[tuple[int, int], PlanTwin] = {}
    for each in twins:
        item = uow.registers.get(each.item_id)
        ended = _ended_by(plan, each, item, disposals)
        found[(each.item_id, each.person_id)] = PlanTwin(item, each.person_id, ended)
    return list(found.values())


def open_points(uow: UnitOfWork, plan: Plan) -> list[str]:
    """Return a code for each twin that is not recorded as destroyed, and record all twins."""
    twins = twins_of_plan(uow, plan)
    if twins:
        uow.plans.record(plan.id, {"twins": [twin_facts(each) for each in twins]})
    return [f"twin.{each.item.number}" for each in twins if each.is_open]


def twin_facts(each: PlanTwin) -> Mapping[str, object]:
    """Return what a certificate may say of a twin: numbers, codes and moments."""
    ended = each.disposal
    return {
        "item": each.item.number,
        "kind": each.item.kind.code,
        "method": ended.method.value if ended else "",
        "disposal": ended.number if ended else "",
        "at": ended.at.isoformat() if ended else "",
        "by": ended.handled_by if ended else 0,
    }


def _ended_by(
    plan: Plan, twin: Twin, item: RegisterItem, disposals: list[Disposal]
) -> Disposal | None:
    """Return the disposal of the whole item, or of what it held of this person since the plan."""
    asked = plan.requested_at.date()
    mine = [
        each
        for each in disposals
        if twin.item_id in each.items
        and (
            item.state is RegisterState.DESTROYED
            or (twin.person_id in each.persons and each.at.date() >= asked)
        )
    ]
    return mine[-1] if mine else None
