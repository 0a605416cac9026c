import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.domain.return_codes import (
    Place,
    ReturnCode,
    Slip,
    draw_number,
    edition_mark,
    is_of_other_edition,
    office_mark,
    parse_return_code,
)

ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")
VERSION_2_M = 38


def code(**changes: object) -> ReturnCode:
    slip = Slip("CF", office_mark("0011223344556677"), draw_number(), edition_mark("2026-1"))
    known: dict[str, object] = {"slip": slip, "page": 1, "pages": 2, "place": Place.TOP}
    return ReturnCode(**(known | changes))


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(Place))
def test_what_is_printed_is_read_again(page: int, pages: int, place: Place):
    made = code(page=page, pages=pages, place=place)
    read = parse_return_code(made.text())
    assert read == (made if page <= pages else None)


def test_the_text_fits_the_smallest_code_that_is_printed():
    text = code().text()
    assert ALPHANUMERIC.fullmatch(text)
    assert len(text) <= VERSION_2_M


def test_numbers_are_random_and_marks_tell_offices_and_editions_apart():
    assert len({draw_number() for _ in range(500)}) == 500
    assert office_mark("one office") != office_mark("another office")
    assert edition_mark("2026-1") != edition_mark("2026-2")
    assert office_mark("one office") == office_mark("one office")


@pytest.mark.parametrize(
    "text", ["", "https://example.invalid", "EZ1:CF:ABC", "EZ1:cf:000000:000000000000:0000:1/1T"]
)
def test_other_codes_are_none(text: str):
    assert parse_return_code(text) is None


def test_a_code_of_a_later_program_is_known_as_such():
    assert is_of_other_edition(code().text().replace("EZ1", "EZ2"))
    assert not is_of_other_edition(code().text())
    assert not is_of_other_edition("https://example.invalid")
