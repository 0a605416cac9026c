"""The days from which periods count, as far as they are on record."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.law import Event
from easycare_desktop.domain.people import Person
from easycare_desktop.storage.unit_of_work import UnitOfWork

DAY_FIELDS: Mapping[Event, tuple[tuple[str, str], ...]] = {
    Event.PAID: (("payment", "last_paid_on"), ("subscription_payment", "last_paid_on")),
    Event.CASE_CLOSED: (("complaint", "closed_on"),),
    Event.LAST_CONTACT: (("enquiry", "last_contact_on"),),
    Event.HIRING_DECIDED: (("application", "decided_on"),),
}
DAY_OF_ENDING = (
    Event.CONTRACT_ENDED,
    Event.CANCELLED,
    Event.EMPLOYMENT_ENDED,
    Event.LAST_WAGE_ENTRY,
    Event.LAST_CONTACT,
    Event.HIRING_DECIDED,
    Event.PAID,
)


def events_of(
    uow: UnitOfWork,
    person: Person,
    ended_on: date,
    last_service_on: date | None,
    *,
    withdrawal: bool = False,
) -> dict[Event, date]:
    """Return the days from which periods count, as far as they are on record."""
    events = dict.fromkeys(DAY_OF_ENDING, ended_on)
    events[Event.SERVICE_ENDED] = last_service_on or ended_on
    events[Event.REQUEST_CLOSED if withdrawal else Event.CANCELLATION_DONE] = ended_on
    for event, places in DAY_FIELDS.items():
        for group, field in places:
            content = uow.holdings.open_group(person.id, group)
            text = content.values.get(field, "") if content else ""
            if text:
                events[event] = date.fromisoformat(text)
    return events
