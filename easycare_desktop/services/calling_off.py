"""Calling a plan off before it was begun: by whoever made it, or by whoever was to approve it."""

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import start_letter_clock, take_back
from easycare_desktop.storage.unit_of_work import UnitOfWork


def call_off(office: OpenOffice, uow: UnitOfWork, plan: Plan) -> None:
    """Cancel a plan that was not begun. Raises `PlanStepError`.

    Its signed request waits to be decided anew, with its day of answer; an ending without a form
    is over, and can be taken again.
    """
    uow.plans.move(plan.id, PlanState.CANCELLED)
    take_back(office, uow, plan)
    wait_again(office, uow, plan)


def wait_again(office: OpenOffice, uow: UnitOfWork, plan: Plan) -> None:
    """Let every request that a cancelled plan was to carry out wait for another decision."""
    for request in uow.requests.of_plan(plan.id):
        if request.state is not RequestState.DECIDED:
            continue
        again = RequestState.SETTLED if request.with_form else RequestState.TAKEN_BACK
        uow.requests.move(request.id, again, office.today())
        if again is RequestState.TAKEN_BACK:
            start_letter_clock(office, uow, request.person_id)
