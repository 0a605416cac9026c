"""Periods that the officer set in the place of a row's own, with a reason and from a day on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.law import LawBook, RetentionRule, RuleKind
from easycare_desktop.domain.periods import Period, period_end
from easycare_desktop.domain.refusals import InputRefusal, Refusal

_MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """What the officer set of one row of retention. `set_by`: the account."""

    code: str
    period: Period
    in_force: date
    reason: str
    set_on: date
    set_by: int


class PeriodEmptyError(InputRefusal):
    """A period has some length."""


class PeriodTooLongError(InputRefusal):
    """Nothing is kept for more than a hundred years."""


class StatuteShortenedError(InputRefusal):
    """What law keeps may be kept longer, never for a shorter time."""


class PeriodReasonMissingError(InputRefusal):
    """A period is changed for a reason that is on record."""


class PeriodDayPassedError(InputRefusal):
    """A changed period counts from today on, or from a later day."""


class PeriodNotOwnError(Refusal):
    """This row has no period: it lasts as long as what it proves. `code`: of the row."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_own(rule: RetentionRule, read: RetentionRule, own: OwnPeriod, today: date) -> None:
    """Raise what speaks against it. `read`: the row as it came with the program."""
    if rule.same_as_information:
        raise PeriodNotOwnError(rule.code)
    if own.period.is_empty:
        raise PeriodEmptyError("period")
    if max(own.period.years * 12 + own.period.months, own.period.days // 31) > _MOST_MONTHS:
        raise PeriodTooLongError("period")
    shorter = period_end(own.in_force, own.period) < period_end(own.in_force, read.period)
    if read.kind is RuleKind.STATUTE and shorter:
        raise StatuteShortenedError("period")
    if own.in_force < today:
        raise PeriodDayPassedError("in_force")
    if not own.reason.strip():
        raise PeriodReasonMissingError("reason")


def with_own(book: LawBook, own: Iterable[OwnPeriod]) -> LawBook:
    """Return the book with these periods, and with no others that an officer set before."""
    read = tuple(each for each in book.retention if not each.own)
    return replace(book, retention=read + tuple(row for each in own for row in _rows(read, each)))


def _rows(read: Iterable[RetentionRule], own: OwnPeriod) -> Iterable[RetentionRule]:
    """Yield the row in force on that day with the own period; newer rows of law replace it."""
    known = [each for each in read if each.code == own.code and each.in_force <= own.in_force]
    if known:
        period = own.period
        yield replace(
            max(known, key=lambda each: each.in_force),
            years=period.years,
            months=period.months,
            days=period.days,
            in_force=own.in_force,
            own=own.reason,
        )


def own_as_data(periods: Iterable[OwnPeriod]) -> Mapping[str, object]:
    """Return periods of one row as they are kept."""
    return {
        "own": [
            {
                "years": each.period.years,
                "months": each.period.months,
                "days": each.period.days,
                "in_force": each.in_force.isoformat(),
                "reason": each.reason,
                "set_on": each.set_on.isoformat(),
                "set_by": each.set_by,
            }
            for each in periods
        ]
    }


def own_from_data(code: str, data: Mapping[str, object]) -> list[OwnPeriod]:
    """Return what `own_as_data` made."""
    told = data.get("own", [])
    return [
        OwnPeriod(
            code,
            Period(years=each["years"], months=each["months"], days=each["days"]),
            date.fromisoformat(each["in_force"]),
            each["reason"],
            date.fromisoformat(each["set_on"]),
            each["set_by"],
        )
        for each in (told if isinstance(told, list) else [])
    ]
