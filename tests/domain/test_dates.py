import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.dates import parse_date, written_date
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.validation_refusals import (
    AgeOutOfRangeError,
    DateNotReadableError,
    LunarDateError,
)
from easycare_desktop.system.rule_files import load_date_words

TODAY = date(2026, 11, 23)
HERE = Path(__file__).resolve().parent
WORDS = load_date_words(HERE.parents[1] / "resources" / "rules")
FIFTH_OF_MARCH = date(2026, 3, 5)

FORMS = tomllib.loads((HERE / "date_forms.toml").read_text(encoding="utf-8"))["forms"]

STEPS = {
    "오늘": 0,
    " 오늘 ": 0,
    "금일": 0,
    "내일": 1,
    "명일": 1,
    "모레": 2,
    "내일 모레": 2,
    "글피": 3,
    "어제": -1,
    "그제": -2,
    "그저께": -2,
    "+0": 0,
    "+1": 1,
    "+7": 7,
    "+ 7": 7,
    "＋７": 7,
    "+30": 30,
    "-1": -1,
    "-7": -7,
    "- 7": -7,
    "+7일": 7,
    "+7 일": 7,
    "+7d": 7,
    "+7D": 7,
    "7일 뒤": 7,
    "7일뒤": 7,
    "7일 후": 7,
    "7일후": 7,
    "7일 전": -7,
    "7일전": -7,
    "+2주": 14,
    "+2w": 14,
    "2주 뒤": 14,
    "2주 후": 14,
    "2주일 뒤": 14,
    "2주간 전": -14,
    "1주 전": -7,
    "90일 후": 90,
    "365일 전": -365,
}
MONTHS = {
    "+1개월": date(2026, 12, 23),
    "1개월 뒤": date(2026, 12, 23),
    "3개월 후": date(2027, 2, 23),
    "3개월 전": date(2026, 8, 23),
    "한달": None,
    "6달 뒤": date(2027, 5, 23),
    "+6m": date(2027, 5, 23),
    "1년 뒤": date(2027, 11, 23),
    "5년 후": date(2031, 11, 23),
    "+5y": date(2031, 11, 23),
    "2년 전": date(2024, 11, 23),
}


def read(text: str, today: date = TODAY, **how: bool) -> date:
    return parse_date(text, today, WORDS, **how)


@pytest.mark.parametrize("form", FORMS)
def test_one_day_in_many_writings(form: str):
    assert read(form) == FIFTH_OF_MARCH


@pytest.mark.parametrize(("text", "days"), STEPS.items())
def test_days_counted_from_today(text: str, days: int):
    assert read(text) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(("text", "found"), MONTHS.items())
def test_months_counted_from_today(text: str, found: date | None):
    if found is None:
        with pytest.raises(DateNotReadableError):
            read(text)
    else:
        assert read(text) == found


def test_a_month_step_from_its_last_day_ends_in_the_month():
    assert read("+1개월", date(2026, 1, 31)) == date(2026, 2, 28)
    assert read("+1년", date(2024, 2, 29)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("45.3.5", date(1945, 3, 5)),
        ("450305", date(1945, 3, 5)),
        ("26.3.5", date(1926, 3, 5)),
        ("12.3.5", date(1912, 3, 5)),
        ("11.3.5", date(2011, 3, 5)),
        ("00.3.5", date(2000, 3, 5)),
        ("99.12.31", date(1999, 12, 31)),
        ("1945년 3월 5일", date(1945, 3, 5)),
        ("19450305", date(1945, 3, 5)),
        ("2020.3.5", date(2020, 3, 5)),
        ("440229", date(1944, 2, 29)),
    ],
)
def test_days_of_birth(text: str, found: date):
    assert read(text, birth=True) == found


def test_days_of_birth_have_their_limits():
    with pytest.raises(DateInFutureError):
        read("2026.11.24", birth=True)
    with pytest.raises(AgeOutOfRangeError) as refused:
        read("1905.11.23", birth=True)
    assert refused.value.oldest == 120
    assert read("1906.11.23", birth=True) == date(1906, 11, 23)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("26.3.5", date(2026, 3, 5)),
        ("27.3.5", date(1927, 3, 5)),
        ("99.3.5", date(1999, 3, 5)),
        ("11/23", TODAY),
        ("12/30", date(2025, 12, 30)),
        ("11/24", date(2025, 11, 24)),
        ("1/2", date(2026, 1, 2)),
        ("어제", date(2026, 11, 22)),
    ],
)
def test_days_that_have_been(text: str, found: date):
    assert read(text, past=True) == found


@pytest.mark.parametrize("text", ["내일", "+1", "2026.11.24", "20271231", "26.12.30"])
def test_days_to_come_are_refused_where_they_cannot_be(text: str):
    with pytest.raises(DateInFutureError):
        read(text, past=True)


def test_two_digit_years_reach_twenty_years_ahead():
    assert read("46.1.1") == date(2046, 1, 1)
    assert read("47.1.1") == date(1947, 1, 1)


def test_without_words_only_figures_are_read():
    assert parse_date("2026.3.5", TODAY) == FIFTH_OF_MARCH
    assert parse_date("+7", TODAY) == date(2026, 11, 30)
    with pytest.raises(DateNotReadableError):
        parse_date("오늘", TODAY)


def test_a_day_as_papers_write_it():
    assert written_date(TODAY) == "2026. 11. 23."
    assert written_date(FIFTH_OF_MARCH) == "2026. 3. 5."


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date):
    for form in (
        day.isoformat(),
        written_date(day),
        f"{day:%Y%m%d}",
        f"{day.year}년{day:%m}월{day:%d}일",
    ):
        assert read(form) == day


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_by_type(text: str):
    try:
        found = read(text)
    except InputRefusal:
        return
    assert date(1900, 1, 1) <= found <= date(2100, 12, 31)


@pytest.mark.parametrize(
    "text", ["50.3.5(음)", "50.3.5 (음력)", "음력 1950-03-05", "음 50.3.5", "50.3.5（윤달）"]
)
def test_a_day_of_the_lunar_calendar_is_never_taken_for_another(text: str):
    with pytest.raises(LunarDateError):
        parse_date(text, TODAY, WORDS, birth=True)


def test_a_weekday_in_brackets_is_no_lunar_day():
    assert parse_date("2026. 3. 5.(목)", TODAY, WORDS) == FIFTH_OF_MARCH
