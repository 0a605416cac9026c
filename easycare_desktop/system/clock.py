"""The one source of time: Asia/Seoul, to the second."""

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


class Clock(Protocol):
    """Tells the time. Tests and the tour hand in one that stands still."""

    def now(self) -> datetime:
        """Return the present moment, aware, in Asia/Seoul, without microseconds."""
        ...

    def today(self) -> date:
        """Return the calendar day in Asia/Seoul."""
        ...


def seoul_now() -> datetime:
    """Return what the clock of this PC says, aware, in Asia/Seoul, without microseconds."""
    return datetime.now(SEOUL).replace(microsecond=0)


class FixedClock:
    """A clock that moves only when told to."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(SEOUL).replace(microsecond=0)

    def now(self) -> datetime:
        """Return the set moment."""
        return self._moment

    def today(self) -> date:
        """Return the day of the set moment."""
        return self._moment.date()

    def set(self, moment: datetime) -> None:
        """Move to `moment`."""
        self._moment = moment.astimezone(SEOUL).replace(microsecond=0)
