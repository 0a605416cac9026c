"""The days of one holding from which its own period counts."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.holdings import Holding
from easycare_desktop.domain.law import Event
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.storage.unit_of_work import UnitOfWork


def own_events(
    uow: UnitOfWork, holding: Holding, events: Mapping[Event, date]
) -> Mapping[Event, date]:
    """Return the days from which the periods of one holding count.

    Of several contracts each counts from its own last day of service, if that is on record.
    """
    if holding.group not in CONTRACTS:
        return events
    several = any(uow.holdings.open_group(holding.person_id, each) for each in CONTRACTS[1:])
    text = uow.holdings.open(holding.id).values.get("last_service_on", "") if several else ""
    if not text:
        return events
    return {
        **events,
        Event.SERVICE_ENDED: min(date.fromisoformat(text), events[Event.CONTRACT_ENDED]),
    }
