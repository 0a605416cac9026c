"""Who said of which copy elsewhere what became of it, and when: recorded with the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in

_FACT = "ticked"


@dataclass(frozen=True, slots=True)
class Tick:
    """The account that ticked a place, and the day."""

    account: int
    on: date


def record_ticks(
    step: Step, plan: Plan, outside: Mapping[OutsidePlace, OutsideState], tick: Tick
) -> None:
    """Record a tick for each place whose state it changes; what was said before stays."""
    line = {"by": tick.account, "on": tick.on.isoformat()}
    changed = {place for place, state in outside.items() if plan.outside.get(place) is not state}
    known = named_in(step.uow.plans.facts(plan.id), _FACT)
    told = known | {place.value: line for place in changed}
    step.uow.plans.record(plan.id, {_FACT: told})


def ticks_of(facts: Mapping[str, object]) -> dict[OutsidePlace, Tick]:
    """Return the newest tick of each place, as far as it was recorded."""
    return {
        OutsidePlace(place): Tick(int(line["by"]), date.fromisoformat(line["on"]))
        for place, line in named_in(facts, _FACT).items()
    }
