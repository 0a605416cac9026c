"""Days that are counted in working days say so, and times of one list are told alike."""

from datetime import date, datetime

import pytest

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.ui.parts.shared.day_words import days_left, told_apart

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 18), ("3영업일 지남", "late")),
        (date(2026, 11, 21), ("1영업일 지남", "late")),
        (TODAY, ("오늘까지", "warn")),
        (date(2026, 11, 25), ("2영업일 남음", "info")),
        (date(2026, 11, 30), ("5영업일 남음", "info")),
    ],
)
def test_working_days_are_called_so(due: date, said: tuple[str, str]):
    assert days_left(Calendar(), TODAY, due) == said


def test_times_of_one_list_are_told_alike():
    one, two = datetime(2026, 11, 23, 10, 0, 1), datetime(2026, 11, 23, 10, 0, 2)  # noqa: DTZ001
    other = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001
    assert told_apart([one, other]) == ["2026-11-23 10:00", "2026-11-22 09:30"]
    assert told_apart([one, two, other])[2] == "2026-11-22 09:30:00"
    assert told_apart([one, one, other])[1] == "2026-11-23 10:00:01 (2/2)"
