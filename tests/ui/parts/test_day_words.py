"""Days that are counted in working days say so."""

from datetime import date

import pytest

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.ui.parts.shared.day_words import days_left

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
