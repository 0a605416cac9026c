"""What is on record about the end of a relation before anybody has recorded the end itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.people import EndingReason, LastDayTooEarlyError, PersonKind

# Of whom which field of which item group tells that somebody has left, and why.
TOLD_BY = (
    (PersonKind.RECIPIENT, "identity", "died_on", EndingReason.DEATH),
    (PersonKind.STAFF, "employment", "left_on", EndingReason.LEFT_JOB),
)

_FIRST_DAYS = (
    ("care_contract", "contract_on"),
    ("care_contract", "starts_on"),
    ("care_record", "first_on"),
    ("employment", "hired_on"),
)
_LATER_DAYS = (("care_record", "last_on"),)
GROUPS_WITH_DAYS = frozenset(group for group, _ in (*_FIRST_DAYS, *_LATER_DAYS))


@dataclass(frozen=True, slots=True)
class KnownEnd:
    """`on`: the day of what `reason` says; `last_service_on`: of the contract, maybe alone."""

    reason: EndingReason | None = None
    on: date | None = None
    last_service_on: date | None = None


def known_end(contents: Mapping[str, Mapping[str, str]]) -> KnownEnd:
    """Return what the values of a person's item groups tell of an end."""
    last = _last_service(contents)
    for _, group, field, reason in TOLD_BY:
        day = _day(contents, group, field)
        if day is not None:
            return KnownEnd(reason, day, last)
    return KnownEnd(last_service_on=last)


def _last_service(contents: Mapping[str, Mapping[str, str]]) -> date | None:
    """Return the latest of the contracts; nothing while the last day of one is not on record."""
    held = [each for each in CONTRACTS if each in contents]
    days = [day for each in held if (day := _day(contents, each, "last_service_on"))]
    return max(days) if days and len(days) == len(held) else None


def check_last_day(
    contents: Mapping[str, Mapping[str, str]], ended_on: date, last_service_on: date | None
) -> None:
    """Raise `LastDayTooEarlyError` where a relation would end before a day that is on record.

    Of several first days the earliest counts: a contract may be renewed and never begin.
    """
    firsts = [day for place in _FIRST_DAYS if (day := _day(contents, *place))]
    served = [day for place in _LATER_DAYS if (day := _day(contents, *place))]
    known = [*([min(firsts)] if firsts else ()), *served]
    if not known:
        return
    earliest = max(known)
    if last_service_on is not None and last_service_on < earliest:
        raise LastDayTooEarlyError("last_service_on", earliest)
    if ended_on < earliest:
        raise LastDayTooEarlyError("wish_on", earliest)


def _day(contents: Mapping[str, Mapping[str, str]], group: str, field: str) -> date | None:
    text = contents.get(group, {}).get(field, "")
    return date.fromisoformat(text) if text else None
