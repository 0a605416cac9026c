import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.phones import mask_phone, parse_phone, phone_as_typed
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation_refusals import (
    AreaCodeMissingError,
    DigitCountError,
    NotANumberError,
    PhonePrefixUnknownError,
)

WRITINGS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).resolve().parent / "phone_forms.toml").read_text(encoding="utf-8")
)
CASES = [(form, number) for number, forms in WRITINGS.items() for form in forms]


@pytest.mark.parametrize(("typed", "number"), CASES)
def test_a_number_in_many_writings(typed: str, number: str):
    assert parse_phone(typed) == number


@pytest.mark.parametrize(
    ("typed", "missing", "surplus"),
    [
        ("010", 8, 0),
        ("0101234", 4, 0),
        ("010-1234-567", 1, 0),
        ("010-123-4567", 1, 0),
        ("010-1234-56789", 0, 1),
        ("011-123-456", 1, 0),
        ("02-123-456", 1, 0),
        ("02-1234-56789", 0, 1),
        ("031-123-456", 1, 0),
        ("031-1234-56789", 0, 1),
        ("070-123-4567", 1, 0),
        ("0505-123-456", 1, 0),
        ("1588-123", 1, 0),
        ("1588-12345", 0, 1),
    ],
)
def test_missing_and_surplus_digits_are_counted(typed: str, missing: int, surplus: int):
    with pytest.raises(DigitCountError) as refused:
        parse_phone(typed)
    assert (refused.value.missing, refused.value.surplus) == (missing, surplus)


@pytest.mark.parametrize("typed", ["123-4567", "1234567", "2345-6789", "821-2345"])
def test_a_number_without_its_area_is_refused(typed: str):
    with pytest.raises(AreaCodeMissingError):
        parse_phone(typed)


@pytest.mark.parametrize(
    "typed", ["090-1234-5678", "034-123-4567", "0501-123-4567", "118", "1", "0"]
)
def test_an_unknown_beginning_is_refused(typed: str):
    with pytest.raises(PhonePrefixUnknownError):
        parse_phone(typed)


@pytest.mark.parametrize(
    "typed", ["", "없음", "010-1234-567x", "010-1234-5678 내선 2", "#1", "전화"]
)
def test_what_is_no_number_is_refused(typed: str):
    with pytest.raises(NotANumberError):
        parse_phone(typed)


def test_hyphens_follow_the_typing():
    shown = [phone_as_typed("01012345678"[:length]) for length in range(12)]
    assert shown == [
        *("", "0", "01", "010", "010-1", "010-12", "010-123", "010-1234"),
        *("010-1234-5", "010-1234-56", "010-1234-567", "010-1234-5678"),
    ]
    assert phone_as_typed("021234567") == "02-123-4567"
    assert phone_as_typed("0212345678") == "02-1234-5678"
    assert phone_as_typed("010-1234-56") == "010-1234-56"
    assert phone_as_typed("0101234567899") == "010-1234-5678"
    assert phone_as_typed("1588123") == "1588-123"
    assert phone_as_typed("999") == "999"


def test_the_middle_of_a_number_is_hidden():
    assert mask_phone("010-1234-5678") == "010-****-5678"
    assert mask_phone("02-123-4567") == "02-***-4567"
    assert mask_phone("1588-1234") == "1588-****"


@given(st.sampled_from(sorted(WRITINGS)))
def test_what_was_read_is_read_again(number: str):
    assert parse_phone(number) == number
    assert phone_as_typed(number) == number


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_by_type(text: str):
    try:
        number = parse_phone(text)
    except InputRefusal:
        return
    assert parse_phone(number) == number
