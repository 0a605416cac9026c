"""How a request ends: taken back by its applicant, or answered; then its record's clock begins."""

from datetime import date

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import Clock, HoldingState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.request_order import check_not_before
from easycare_desktop.domain.request_refusals import NobodyToTellError
from easycare_desktop.domain.requests import (
    UNTOLD,
    DateInFutureError,
    Request,
    RequestScope,
    RequestState,
)
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.domain.second_notices import Notified
from easycare_desktop.services import returning
from easycare_desktop.services.calling_off import wait_again
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

_OF_ENDING, _OF_WITHDRAWAL = "I-01", "I-05"


def take_back(office: OpenOffice, uow: UnitOfWork, request_id: int) -> Request:
    """Take a request back with the plan that was made for it. Raises as the service does."""
    request = uow.requests.move(request_id, RequestState.TAKEN_BACK, office.today())
    if request.destruction_id is not None:
        plan = uow.plans.get(request.destruction_id)
        if plan.state is not PlanState.DONE and plan.request_id == request.id:
            returning.drop_plan(office, uow, plan.id, mind_changed=True)
            wait_again(office, uow, plan)
    _let_record_and_letter_go(office, uow, request)
    return request


def close(office: OpenOffice, uow: UnitOfWork, request_id: int, told: Notified) -> Request:
    """Record when and how the applicant was told, and close the case.

    Raises `NobodyToTellError` where nobody applied, `DateInFutureError`, and `DateOrderError`
    before the day on which it was carried out.
    """
    known = uow.requests.get(request_id)
    if not known.with_form:
        raise NobodyToTellError(known.number)
    if told.on > office.today():
        raise DateInFutureError("told_on")
    check_not_before(told.on, known.carried_out_on or told.on, "told_on")
    uow.requests.move(request_id, RequestState.NOTIFIED, told.on)
    uow.requests.set_told(request_id, told.how)
    request = uow.requests.move(request_id, RequestState.CLOSED, office.today())
    _let_record_and_letter_go(office, uow, request)
    return request


def close_untold(office: OpenOffice, uow: UnitOfWork, request: Request, *, done: bool) -> None:
    """Let the case of an ending without a form end with its destruction; nobody is told."""
    if done and request.state is RequestState.CARRIED_OUT:
        uow.requests.move(request.id, RequestState.NOTIFIED, office.today())
        uow.requests.move(request.id, RequestState.CLOSED, office.today())
    _let_letter_go(office, uow, request.person_id)


def _let_record_and_letter_go(office: OpenOffice, uow: UnitOfWork, request: Request) -> None:
    _let_letter_go(office, uow, request.person_id)
    holding = uow.holdings.get(request.holding_id)
    code = _OF_ENDING if request.scope is RequestScope.ALL else _OF_WITHDRAWAL
    rule = office.law.rules_on(office.today()).get(code)
    if holding is None or rule is None or holding.state is not HoldingState.ACTIVE:
        return
    today = office.today()
    until = period_end(today, rule.period)
    clock = Clock(rule.code, today, until)
    uow.holdings.start_clock(holding.id, clock, _gone_by(office, until))


def _let_letter_go(office: OpenOffice, uow: UnitOfWork, person_id: int) -> None:
    """Start the clock of a person's letters, unless somebody still waits for one."""
    waiting = uow.requests.open_of(person_id)
    if not any(each.with_form and each.state in UNTOLD for each in waiting):
        returning.start_letter_clock(office, uow, person_id)


def _gone_by(office: OpenOffice, until: date) -> date:
    return period_end(until, office.law.deadlines.period(DESTROY_AFTER_CAUSE))
