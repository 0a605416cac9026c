"""Reads days as they are typed, in the words of the office and counted from its today."""

from datetime import date, datetime

from easycare_desktop.domain.dates import parse_date
from easycare_desktop.services.office import OpenOffice


class DayReader:
    """`read` is handed to date fields; it raises the refusals of `parse_date`."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def read(self, text: str) -> date:
        """Return the day that `text` means today."""
        return parse_date(text, self._office.today(), self._office.words)

    def now(self) -> datetime:
        """Return the present moment of the office."""
        return self._office.clock.now()
