"""The clock of this PC. What it needs is loaded when it is first looked at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class SystemClock:
    """Tells the time of this PC."""

    def now(self) -> "datetime":
        """Return the present moment, aware, in Asia/Seoul, without microseconds."""
        from easycare_desktop.system.clock import seoul_now  # noqa: PLC0415 - loads time zones

        return seoul_now()

    def today(self) -> "date":
        """Return the calendar day in Asia/Seoul."""
        return self.now().date()
