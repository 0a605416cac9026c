"""What of a request cannot be true: a step before the one it follows, an amount below nothing."""

from datetime import date

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import Settlement
from easycare_desktop.domain.validation_refusals import DateOrderError


class AmountNegativeError(InputRefusal):
    """Nobody owes or gets back less than nothing."""


class VendorProofMissingError(InputRefusal):
    """The maker proves that it destroyed: by the number of its certificate, or by a copy of it."""


def check_not_before(day: date, earlier: date, other: str) -> None:
    """Raise `DateOrderError` where a day lies before the one that it follows, called `other`."""
    if day < earlier:
        raise DateOrderError(other)


def check_amounts(settled: Settlement) -> None:
    """Raise `AmountNegativeError`."""
    for field in ("unpaid", "refund"):
        if getattr(settled, field) < 0:
            raise AmountNegativeError(field)
