"""Looking a month of the access log through: what stands out in it, and what was found about that.

Source: safety measures standard art. 8(2): what was exported is asked about, what is unusual told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.rights import VERB_OF, Action, Verb

_MONTHS = 12
_OPENED = Action.PERSON_OPENED.code
_FAILED = Action.PROOF_FAILED.code
_PASSED = Action.SIGNED_IN.code
_APART = Action.SEPARATED_READ.code


class Notable(Enum):
    """Why a line stands out."""

    DENIED = "denied"
    FAILED = "failed"
    PASSED_AFTER = "passed_after"
    EXPORTED = "exported"
    APART = "apart"
    MANY_PERSONS = "many_persons"
    SAME_PERSON = "same_person"
    OFF_HOURS = "off_hours"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True)
class LogMarks:
    """From where on something stands out; 0 where no number is set. Hours are of the day."""

    work_begins: int = 0
    work_ends: int = 24
    persons_a_day: int = 0
    times_a_day: int = 0


NO_MARKS = LogMarks()


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of the calendar."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.month // _MONTHS, self.month % _MONTHS + 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def number(self) -> int:
        """The month as one number, e.g. 202611."""
        return self.year * 100 + self.month

    @property
    def iso(self) -> str:
        """The month as text, e.g. 2026-11."""
        return f"{self.year}-{self.month:02d}"


def month_of(day: date) -> Month:
    """Return the month that a day lies in."""
    return Month(day.year, day.month)


def month_from(number: int) -> Month:
    """Return the month of `Month.number`."""
    return Month(number // 100, number % 100)


@dataclass(frozen=True, slots=True)
class LogTrace:
    """What is looked at of one line. `person_id`: 0 where it is about nobody."""

    seq: int
    at: datetime
    account_id: int
    person_id: int
    action: str
    count: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What one account did on one day that stands out.

    `count`: lines or persons; `first` and `last`: numbers of the first and the last line of it.
    """

    why: Notable
    day: date
    account_id: int
    person_id: int
    action: str
    count: int
    first: int
    last: int


class _Key(NamedTuple):
    why: Notable
    day: date
    account_id: int
    person_id: int
    action: str


class MonthNotOverError(Refusal):
    """A month is looked through once it is over. `month`: as text."""

    def __init__(self, month: str) -> None:
        super().__init__(month)
        self.month = month


class MonthReviewedError(Refusal):
    """The review of this month is on record already. `month`: as text."""

    def __init__(self, month: str) -> None:
        super().__init__(month)
        self.month = month


class FindingsUnansweredError(InputRefusal):
    """Something stands out, and nobody wrote what was found out about it."""


def findings(traces: Iterable[LogTrace], calendar: Calendar, marks: LogMarks) -> list[Finding]:
    """Return what stands out, by day and account; what belongs together is one finding."""
    grouped: dict[_Key, list[LogTrace]] = {}
    opened: dict[tuple[date, int], dict[int, list[LogTrace]]] = {}
    failed = set[int]()
    for each in traces:
        day = each.at.date()
        for why in _reasons(each, calendar, marks, failed):
            whose = each.person_id if why is Notable.APART else 0
            action = each.action if why in {Notable.DENIED, Notable.EXPORTED} else ""
            key = _Key(why, day, each.account_id, whose, action)
            grouped.setdefault(key, []).append(each)
        if each.action == _OPENED and each.person_id:
            persons = opened.setdefault((day, each.account_id), {})
            persons.setdefault(each.person_id, []).append(each)
    found = [_finding(key, lines, len(lines)) for key, lines in grouped.items()]
    for (day, account), persons in opened.items():
        found += _by_number(day, account, persons, marks)
    return sorted(found, key=lambda each: (each.day, each.first, each.why.value))


def _reasons(
    line: LogTrace, calendar: Calendar, marks: LogMarks, failed: set[int]
) -> Iterable[Notable]:
    """Yield why one line stands out; `failed`: whose last proof failed, kept from line to line."""
    if line.action == _FAILED:
        failed.add(line.account_id)
        yield Notable.FAILED
    elif line.action == _PASSED and line.account_id in failed:
        failed.discard(line.account_id)
        yield Notable.PASSED_AFTER
    if line.denied:
        yield Notable.DENIED
    elif VERB_OF.get(line.action) is Verb.EXPORT:
        yield Notable.EXPORTED
    elif line.action == _APART:
        yield Notable.APART
    if not calendar.is_working(line.at.date()):
        yield Notable.DAY_OFF
    elif not marks.work_begins <= line.at.hour < marks.work_ends:
        yield Notable.OFF_HOURS


def _by_number(
    day: date, account: int, persons: dict[int, list[LogTrace]], marks: LogMarks
) -> Iterable[Finding]:
    if marks.persons_a_day and len(persons) > marks.persons_a_day:
        lines = [line for of_one in persons.values() for line in of_one]
        key = _Key(Notable.MANY_PERSONS, day, account, 0, _OPENED)
        yield _finding(key, lines, len(persons))
    for person_id, of_one in persons.items():
        if marks.times_a_day and len(of_one) > marks.times_a_day:
            key = _Key(Notable.SAME_PERSON, day, account, person_id, _OPENED)
            yield _finding(key, of_one, len(of_one))


def _finding(key: _Key, lines: Iterable[LogTrace], count: int) -> Finding:
    numbers = [each.seq for each in lines]
    return Finding(*key, count=count, first=min(numbers), last=max(numbers))
