"""Legal holds beside plans, in one line each."""

from collections.abc import Iterable
from datetime import date

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.returning import PROPOSED
from tests.helpers.cases import next_day

UNTIL = date(2027, 1, 31)
TODAY = date(2026, 11, 23)


def ids_of(services: Services, person: Person, *groups: str) -> list[int]:
    contents = services.people.open(person.id).contents
    return [contents[group].holding.id for group in groups or contents]


def hold(services: Services, holding_ids: Iterable[int], until: date = UNTIL) -> None:
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "소송", until)
    services.measures.order(holding_ids, order)


def state_of(services: Services, holding_id: int) -> HoldingState:
    with services.office.door.enter(Action.HOLDINGS_READ) as step:
        holding = step.uow.holdings.get(holding_id)
        assert holding is not None
        return holding.state


def go_to(services: Services, day: date) -> None:
    next_day(services, (day - services.office.today()).days)
    services.office.accept_clock()


def set_back(services: Services, day: date) -> None:
    next_day(services, (day - services.office.today()).days)


def now(services: Services, plan: Plan) -> Plan:
    return services.destruction.view(plan.id).plan


def proposed(services: Services) -> set[str]:
    """Return what is proposed to go; letters go thirty days after a request is taken back."""
    services.destruction.propose_due()
    lines = [each for each in services.destruction.all() if each.state is PlanState.AWAITING]
    plans = [services.destruction.view(each.id).plan for each in lines]
    return {item.group for each in plans if each.request_id is None for item in each.items}


def proposed_plans(services: Services) -> list[Plan]:
    """Plan what is due; return all that waits of it: what was held has a plan of its own."""
    destruction = services.destruction
    destruction.propose_due()
    found = [
        destruction.view(line.id).plan
        for line in destruction.all()
        if line.cause in PROPOSED and line.state is PlanState.AWAITING
    ]
    assert found
    return found
