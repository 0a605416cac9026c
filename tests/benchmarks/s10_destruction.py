"""S10: one person of 10,000, and 1,000 of 10,000, up to the certificate.

With --growth of 10,000, 30,000 and 100,000 people: what that costs in processor time, which must
grow no faster than the office. The clock would count what else the machine does meanwhile.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    Plan,
    PlanAction,
    PlanCause,
    PlanItem,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.storage.keys.generation import switch_generation
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import say
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND

PEOPLE = 10_000


def planned(services: Services, people: int) -> Plan:
    """Plan and approve the destruction of everything that the first people have."""
    today = services.office.today()
    chosen = [line.id for line in services.people.find("")[:people]]
    with services.office.door.enter(Action.DESTRUCTION_PLANNED, detail="benchmark") as step:
        items = [
            PlanItem(holding.id, person_id, holding.group, PlanAction.DESTROY)
            for person_id in chosen
            for holding in step.uow.holdings.of_person(person_id)
        ]
        plan = step.uow.plans.add(
            PlanCause.ENDING, items, requested_by=1, at=services.office.clock.now(), due_on=today
        )
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    to_type = services.destruction.view(plan.id).to_type
    services.papers.get_ready()  # as the window does while the second person types
    approval = Approval(to_type, today.isoformat(), SECOND, OTHERS_PASSWORD)
    return services.destruction.approve_in_place(plan.id, approval)


def run(services: Services, people: int) -> tuple[float, float]:
    """Return the milliseconds to the committed generation, and to the certificate."""
    plan = planned(services, people)
    moments: dict[str, float] = {}

    def note(stage: str) -> None:
        moments.setdefault(stage, time.perf_counter())

    defaults = switch_generation.__kwdefaults__ or {}
    before = defaults.get("at_step")
    defaults["at_step"] = note
    begun = time.perf_counter()
    try:
        services.destruction_run.run(plan.id, note)
    finally:
        defaults["at_step"] = before
    services.papers.make(PaperKind.CERTIFICATE, plan.id, "확인")
    ended = time.perf_counter()
    return (moments["committed"] - moments["switch"]) * 1000, (ended - begun) * 1000


@contextmanager
def office_of(people: int) -> Iterator[Services]:
    """Lend an office with a key place."""
    with tempfile.TemporaryDirectory() as name:
        services = started(Crowd(Path(name), people), groups=3)
        stick = Path(name) / "stick"
        stick.mkdir()
        services.key_places.add("USB", stick)
        yield services
        services.office.close()


def worked(services: Services, people: int) -> float:
    """Return the seconds of processor time up to the certificate, other processes included."""
    begun = sum(os.times()[:4])
    run(services, people)
    return sum(os.times()[:4]) - begun


def growth() -> bool:
    """Compare with offices of three and ten times the people; no first run is counted."""
    took = {}
    for people in (PEOPLE, 3 * PEOPLE, 10 * PEOPLE):
        with office_of(people) as services:
            worked(services, 1)
            took[people] = worked(services, 1), worked(services, 1_000)
            print("S10", f"of {people:,}: one and 1,000", took[people], "s", flush=True)  # noqa: T201
    one, many = took[PEOPLE]
    held = True
    for people in (3 * PEOPLE, 10 * PEOPLE):
        times, (one_of_all, many_of_all) = people // PEOPLE, took[people]
        held &= say("S10", f"one, of {people:,}", one_of_all / one, times, "times")
        held &= say("S10", f"1,000, of {people:,}", many_of_all / many, times, "times")
    return held


def main() -> bool:
    if "--growth" in sys.argv:
        return growth()
    with office_of(PEOPLE) as services:
        committed, certificate = run(services, 1)
        _, many = run(services, 1_000)
    held = say("S10", "one of 10,000 new generation committed", committed, 500)
    held &= say("S10", "one of 10,000 certificate", certificate, 3_000)
    return say("S10", "1,000 of 10,000 certificate", many, 30_000) and held


if __name__ == "__main__":
    sys.exit(not main())
