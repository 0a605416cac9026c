"""Plans that an ending takes over, and the requests that were waiting for them."""

from datetime import date

from easycare_desktop.domain.destruction import OPEN_PLANS, Plan, PlanState
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.storage.unit_of_work import UnitOfWork


def take_over(uow: UnitOfWork, judgement: Judgement) -> list[date]:
    """Close plans whose holdings all go with this one; return by when they had to go."""
    judged = {item.holding.id for item in judgement.items}
    earlier = [
        plan for plan in uow.plans.in_state(*OPEN_PLANS) if plan.doomed | plan.separated <= judged
    ]
    for plan in earlier:
        uow.plans.move(plan.id, PlanState.CANCELLED)
    return [plan.due_on for plan in earlier]


def take_along(uow: UnitOfWork, request: Request, plan: Plan) -> None:
    """Let requests whose plan was taken over by this one be answered with it."""
    for other in uow.requests.open_of(request.person_id):
        earlier = other.destruction_id
        decided = other.state is RequestState.DECIDED and other.id != request.id
        if decided and earlier and uow.plans.get(earlier).state is PlanState.CANCELLED:
            uow.requests.set_plan(other.id, plan.id)
