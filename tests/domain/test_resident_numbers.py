"""Resident numbers: shape and day of birth decide; the check digit only warns."""

from datetime import date

import pytest

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.resident_numbers import (
    birth_of,
    has_check_digit,
    parse_foreigner_number,
    parse_resident_number,
)
from easycare_desktop.domain.validation_refusals import ResidentNumberNotAllowedError


@pytest.mark.parametrize("typed", ["9901013000007", "990101-3000007", " 990101 – 3000007 "])
def test_usual_writings_are_understood(typed: str):
    assert parse_resident_number(typed) == "990101-3000007"


@pytest.mark.parametrize(
    "typed", ["990101-300000", "990101-30000071", "991301-3000007", "홍길동", "990230-3000007"]
)
def test_what_cannot_be_one_is_refused(typed: str):
    with pytest.raises(InputRefusal):
        parse_resident_number(typed)


@pytest.mark.parametrize("seventh", "5678")
def test_the_number_of_a_foreigner_is_told_by_its_seventh_digit(seventh: str):
    assert parse_foreigner_number(f"990101{seventh}123453") == f"990101-{seventh}123453"


@pytest.mark.parametrize("seventh", "012349")
def test_the_number_of_anybody_else_is_none_of_a_foreigner(seventh: str):
    with pytest.raises(ResidentNumberNotAllowedError):
        parse_foreigner_number(f"990101-{seventh}123453")


@pytest.mark.parametrize(
    ("number", "fits"),
    [("990101-3000007", True), ("990101-3000001", False), ("990101-7123453", True)],
)
def test_the_check_digit_is_told_and_decides_nothing(number: str, fits: bool):
    assert has_check_digit(number) is fits
    assert parse_resident_number(number) == number


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("410305-2000000", date(1941, 3, 5)),
        ("990101-9000000", date(1899, 1, 1)),
        ("050607-4000000", date(2005, 6, 7)),
        ("050607-8000000", date(2005, 6, 7)),
    ],
)
def test_the_century_stands_in_the_seventh_digit(number: str, day: date):
    assert birth_of(number) == day
