from datetime import date
from types import MappingProxyType

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.law import Event
from easycare_desktop.domain.tax_days import with_tax_days
from tests.domain.samples import DEADLINES

FILINGS = DEADLINES.filings


def test_filing_days_follow_from_the_payment():
    days = with_tax_days({Event.PAID: date(2026, 11, 3)}, FILINGS)
    assert days[Event.TAX_DUE] == date(2027, 5, 31)
    assert days[Event.VAT_DUE] == date(2027, 1, 25)
    first_half = with_tax_days({Event.PAID: date(2025, 6, 30)}, FILINGS)
    assert first_half[Event.VAT_DUE] == date(2025, 7, 25)


def test_a_filing_day_on_a_weekend_or_holiday_is_the_next_working_day():
    paid = {Event.PAID: date(2025, 3, 1)}
    assert with_tax_days(paid, FILINGS)[Event.TAX_DUE] == date(2026, 6, 1)
    closed = Calendar(MappingProxyType({date(2026, 6, 1): "closed"}))
    assert with_tax_days(paid, FILINGS, closed)[Event.TAX_DUE] == date(2026, 6, 2)


def test_days_that_are_known_stay():
    known = {Event.PAID: date(2026, 11, 3), Event.TAX_DUE: date(2027, 3, 31)}
    assert with_tax_days(known, FILINGS)[Event.TAX_DUE] == date(2027, 3, 31)


def test_nothing_follows_without_a_payment():
    assert with_tax_days({Event.NOTICED: date(2026, 1, 1)}, FILINGS) == {
        Event.NOTICED: date(2026, 1, 1)
    }
