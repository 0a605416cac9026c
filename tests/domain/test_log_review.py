"""What stands out in a month of the access log."""

from datetime import date, datetime, timedelta, timezone

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.log_review import (
    LogMarks,
    LogTrace,
    Month,
    Notable,
    findings,
    month_from,
    month_of,
)
from easycare_desktop.domain.rights import Action

SEOUL = timezone(timedelta(hours=9))
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SEOUL)
CALENDAR = Calendar({date(2026, 12, 25): "기독탄신일"})
MARKS = LogMarks(work_begins=7, work_ends=21, persons_a_day=3, times_a_day=2)


def line(
    seq: int, action: Action, at: datetime = MONDAY, *, person: int = 0, denied: bool = False
) -> LogTrace:
    return LogTrace(seq, at, 1, person, action.code, 1, denied)


def told(*lines: LogTrace) -> list[tuple[Notable, int, int, int]]:
    return [(f.why, f.count, f.first, f.last) for f in findings(lines, CALENDAR, MARKS)]


def test_an_ordinary_day_stands_out_nowhere():
    assert told(line(1, Action.SIGNED_IN), line(2, Action.PERSON_OPENED, person=5)) == []


def test_failed_proofs_and_the_one_that_held_after_them():
    lines = [line(each, Action.PROOF_FAILED) for each in (1, 2, 3)]
    found = told(*lines, line(4, Action.SIGNED_IN), line(5, Action.SIGNED_IN))
    assert found == [(Notable.FAILED, 3, 1, 3), (Notable.PASSED_AFTER, 1, 4, 4)]


def test_exports_refusals_and_openings_of_what_is_kept_apart():
    found = told(
        line(1, Action.PEOPLE_EXPORTED),
        line(2, Action.PEOPLE_EXPORTED),
        line(3, Action.PAPER_SAVED),
        line(4, Action.PEOPLE_EXPORTED, denied=True),
        line(5, Action.SEPARATED_READ, person=8),
        line(6, Action.SEPARATED_READ, person=9),
    )
    assert found == [
        (Notable.EXPORTED, 2, 1, 2),
        (Notable.EXPORTED, 1, 3, 3),
        (Notable.DENIED, 1, 4, 4),
        (Notable.APART, 1, 5, 5),
        (Notable.APART, 1, 6, 6),
    ]


def test_many_persons_and_one_person_many_times():
    four = [line(each, Action.PERSON_OPENED, person=each) for each in (1, 2, 3, 4)]
    assert told(*four) == [(Notable.MANY_PERSONS, 4, 1, 4)]
    assert told(*four[:3]) == []
    again = [line(each, Action.PERSON_OPENED, person=7) for each in (1, 2, 3)]
    assert told(*again) == [(Notable.SAME_PERSON, 3, 1, 3)]
    assert told(*again[:2]) == []


def test_the_night_and_days_off():
    late = MONDAY.replace(hour=21)
    holiday = datetime(2026, 12, 25, 10, tzinfo=SEOUL)
    sunday = MONDAY - timedelta(days=1)
    assert told(line(1, Action.SIGNED_IN, late.replace(hour=20, minute=59))) == []
    assert told(line(1, Action.SIGNED_IN, late)) == [(Notable.OFF_HOURS, 1, 1, 1)]
    assert told(line(1, Action.SIGNED_IN, MONDAY.replace(hour=6))) == [(Notable.OFF_HOURS, 1, 1, 1)]
    for day in (holiday, sunday):
        assert told(line(1, Action.SIGNED_IN, day)) == [(Notable.DAY_OFF, 1, 1, 1)]


def test_months_follow_each_other():
    december = Month(2026, 12)
    assert (december.first, december.last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert december.next == Month(2027, 1)
    assert month_from(december.number) == december == month_of(date(2026, 12, 25))
    assert december.iso == "2026-12"
    assert Month(2026, 11) < december
