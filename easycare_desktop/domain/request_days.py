"""When a request can be decided: not before its day has come, and the last service was given."""

from datetime import date

from easycare_desktop.domain.people import last_of
from easycare_desktop.domain.requests import Request, RequestState


def ends_on(request: Request) -> date:
    """Return the day from which it can be decided: what was asked for has come, service is over."""
    return last_of(request.wish_on, request.last_service_on)


def next_due(request: Request, today: date, *, served: bool = True) -> date:
    """Return the last day of the next step.

    A decision that waits for its day is due on it, and later by the days that the law gives.
    `served`: the relation goes on. Where it ended meanwhile, nothing is left to wait for.
    """
    if request.state is not RequestState.SETTLED or not served:
        return request.due_on
    if request.received_on < ends_on(request) and today <= ends_on(request):
        return ends_on(request)
    return max(request.due_on, ends_on(request))


def waits(request: Request, today: date, *, served: bool = True) -> bool:
    """Tell whether a request is ready, and waits for nothing but its day, as `next_due`."""
    return served and request.state is RequestState.SETTLED and today < ends_on(request)
