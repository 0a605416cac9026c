"""The days of endings: none before a day on record, and nothing destroyed before they have come."""

from datetime import date

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.known_ends import GROUPS_WITH_DAYS, check_last_day
from easycare_desktop.domain.people import PersonState, check_ended, last_of
from easycare_desktop.domain.request_days import ends_on
from easycare_desktop.storage.unit_of_work import UnitOfWork


def check_on_record(
    uow: UnitOfWork, person_id: int, ended_on: date, last_service_on: date | None
) -> None:
    """Raise `LastDayTooEarlyError` where a relation would end before a day that is on record."""
    contents = {
        group: content.values
        for group in GROUPS_WITH_DAYS
        if (content := uow.holdings.open_group(person_id, group)) is not None
    }
    check_last_day(contents, ended_on, last_service_on)


def check_come(uow: UnitOfWork, plan: Plan, today: date) -> None:
    """Raise `EndAheadError` while somebody of a plan is still to be served, or asked to be.

    A plan is made once the day has come. One of older data, or of a clock that was wrong, is not
    carried out before it either.
    """
    days = [
        last_of(each.ended_on, each.last_service_on)
        for each in uow.people.some(plan.persons).values()
        if each.state is PersonState.ENDING and each.ended_on is not None
    ]
    if plan.request_id is not None:
        days.append(ends_on(uow.requests.get(plan.request_id)))
    if days:
        check_ended(max(days), today)
