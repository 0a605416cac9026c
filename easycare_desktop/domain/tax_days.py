"""Days by which taxes are declared: the retention of books counts from them."""

from collections.abc import Iterable, Mapping
from datetime import date

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.law import Event, FilingDay

_WEEKENDS = Calendar()


def with_tax_days(
    events: Mapping[Event, date], filings: Iterable[FilingDay], calendar: Calendar = _WEEKENDS
) -> dict[Event, date]:
    """Return `events`, with the filing days that follow from the day of payment, unless given.

    A filing day on a Saturday or holiday is the next working day (Framework Act on National Taxes
    art. 5).
    """
    complete = dict(events)
    paid = events.get(Event.PAID)
    if paid is None:
        return complete
    for filing in filings:
        if filing.first_month <= paid.month <= filing.last_month:
            day = date(paid.year + filing.years_later, filing.month, filing.day)
            complete.setdefault(filing.event, calendar.next_working(day))
    return complete
