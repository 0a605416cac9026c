"""Recipients who are ended together, and their plans."""

from datetime import date

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan, PlanState
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import EndingDays
from tests.helpers.cases import LAST_SERVICE, register

NAMES = ("상하나", "상둘", "상셋")
NOWHERE = dict.fromkeys(OutsidePlace, OutsideState.NONE)


def ended_together(services: Services, names: tuple[str, ...] = NAMES) -> list[int]:
    """Register recipients, end the relation with all; return their plans in the same order."""
    people = [register(services, name).id for name in names]
    days = EndingDays(EndingReason.FACILITY, date(2026, 11, 20), LAST_SERVICE)
    ended = services.several_endings.end(people, EndingReason.FACILITY, days)
    requests = {line.request.id: line.request for line in services.requests.all()}
    plans = [requests[ended.cases[each]].destruction_id for each in people]
    return [each for each in plans if each is not None]


def plans_of(services: Services, ids: list[int]) -> list[Plan]:
    return [services.destruction.view(each).plan for each in ids]


def states_of(services: Services, ids: list[int]) -> list[PlanState]:
    return [each.state for each in plans_of(services, ids)]
