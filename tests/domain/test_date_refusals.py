from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.dates import parse_date
from easycare_desktop.domain.validation_refusals import (
    DateImpossibleError,
    DateNotReadableError,
    DateOutOfRangeError,
)
from easycare_desktop.system.rule_files import load_date_words

WORDS = load_date_words(Path(__file__).resolve().parents[2] / "resources" / "rules")


def read(text: str) -> date:
    return parse_date(text, date(2026, 11, 23), WORDS)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("20261301", "month"),
        ("2026.13.1", "month"),
        ("2026-00-10", "month"),
        ("20260001", "month"),
        ("261301", "month"),
        ("1305", "month"),
        ("13/5", "month"),
        ("2026", "month"),
        ("0/5", "month"),
        ("20260230", "day"),
        ("2026.2.29", "day"),
        ("2026. 2. 30.", "day"),
        ("2026-04-31", "day"),
        ("20260431", "day"),
        ("26.6.31", "day"),
        ("2/30", "day"),
        ("2/29", "day"),
        ("0229", "day"),
        ("20260300", "day"),
        ("2026.3.0", "day"),
        ("2026.3.32", "day"),
        ("19000229", "day"),
        ("2100.2.29", "day"),
        ("2월 30일", "day"),
        ("2026년 2월 29일", "day"),
    ],
)
def test_impossible_days_are_refused(text: str, part: str):
    with pytest.raises(DateImpossibleError) as refused:
        read(text)
    assert refused.value.part == part


@pytest.mark.parametrize(
    "text",
    [
        *(
            "abc",
            "곧",
            "다음에",
            "이천이십육년",
            "26",
            "5",
            "12345",
            "1234567",
            "123456789",
        ),
        *("2026.3", "2026년 3월", "3월", "5/3/2026", "5.3.2026", "2026.3.5.7", "2026.333.5", "."),
        *("2026-003-05", "202.3.5", "2026.3.x", "--", "+", "+x", "+7z", "7일", "7일뒤전"),
        *("①②③", "٢٠٢٦", "2026.3.5 15:30", "3월 5일쯤", "", " ", "()", "+12345"),
    ],
)
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(DateNotReadableError):
        read(text)


@pytest.mark.parametrize("text", ["18991231", "1899.12.31", "21010101", "9999.1.1", "+9999년"])
def test_years_far_away_are_refused(text: str):
    with pytest.raises(DateOutOfRangeError) as refused:
        read(text)
    assert (refused.value.first, refused.value.last) == (1900, 2100)
