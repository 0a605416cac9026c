"""The copy of the records that somebody may ask for before they are destroyed."""

from datetime import date

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import DateInFutureError, Settlement


class CopyNotGivenError(InputRefusal):
    """A copy was asked for: neither the day it was given nor a reason against it is on record."""


def check_copy(settled: Settlement, today: date, *, wanted: bool) -> None:
    """Raise `CopyNotGivenError` while a copy that was asked for is neither given nor refused.

    What is destroyed cannot be copied any more. Raises `DateInFutureError`.
    """
    if settled.copy_given_on is not None and settled.copy_given_on > today:
        raise DateInFutureError("copy_given_on")
    if wanted and settled.copy_given_on is None and not settled.no_copy_reason.strip():
        raise CopyNotGivenError("copy_given_on")
