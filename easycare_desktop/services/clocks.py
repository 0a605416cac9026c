"""The clocks of retention: what has an end, wherever it lies, and whether a plan holds it."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.measures_running import resume_over
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.separated import SeparatedHolding

_ENDING = (HoldingState.DUE, HoldingState.APPROVED, HoldingState.HELD)
_OPEN = (PlanState.AWAITING, PlanState.WAITING_DAY, PlanState.APPROVED, PlanState.RUNNING)


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One holding whose end is known.

    `name` is empty once the person is kept apart. `ends_on`: last day of the stay, or the last day
    to destroy where nothing keeps it; a legal hold puts it off. `plan`: number of the open plan
    that it is in, if any.
    """

    holding_id: int
    person: Person
    name: str
    group: str
    state: HoldingState
    clock: Clock | None
    ends_on: date
    separated: bool
    plan: str = ""
    hold_until: date | None = None


class ClockService:
    """The use case of the clocks."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def lines(self) -> tuple[ClockLine, ...]:
        """Return every holding with an end, the one that ends first on top."""
        with self._office.door.enter(Action.HOLDINGS_READ, detail="clocks") as step:
            resume_over(self._office, step)
            here = step.uow.holdings.with_end(HoldingState.ACTIVE, *_ENDING)
            apart = step.separated.all()
            ids = {each.person_id for each in here} | {each.person_id for each in apart}
            people = step.uow.people.some(ids)
            plans = _plans(step)
            lines = [self._in_use(each, people[each.person_id], plans) for each in here]
            lines += [self._kept_apart(each, people[each.person_id], plans) for each in apart]
            step.count = len(lines)
        return tuple(sorted(lines, key=lambda line: (line.ends_on, line.person.number, line.group)))

    def _in_use(self, each: Holding, person: Person, plans: dict[int, str]) -> ClockLine:
        end = each.clock.until if each.clock else each.destroy_by or each.hold_until or date.max
        end = max(end, each.hold_until) if each.hold_until else end
        name = self._office.index.name_of(person.id)
        return ClockLine(
            holding_id=each.id,
            person=person,
            name=name,
            group=each.group,
            state=each.state,
            clock=each.clock,
            ends_on=end,
            separated=False,
            plan=plans.get(each.id, ""),
            hold_until=each.hold_until,
        )

    def _kept_apart(
        self, each: SeparatedHolding, person: Person, plans: dict[int, str]
    ) -> ClockLine:
        return ClockLine(
            holding_id=each.id,
            person=person,
            name=self._office.index.name_of(person.id),
            group=each.group,
            state=each.state,
            clock=each.clock,
            ends_on=max(each.until, each.hold_until or each.until),
            separated=True,
            plan=plans.get(each.id, ""),
            hold_until=each.hold_until,
        )


def _plans(step: Step) -> dict[int, str]:
    return {
        item.holding_id: plan.number
        for plan in step.uow.plans.in_state(*_OPEN)
        for item in plan.items
    }
