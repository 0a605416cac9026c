import os

import pytest

from easycare_desktop.storage.residue.patterns import Patterns

WORDS = ["홍길순".encode(), b"010-0000-1234"]
MANY = [f"P-{number:07d}".encode() for number in range(400)]


@pytest.mark.parametrize("beside", [[], MANY])
def test_each_text_that_holds_one_is_told_once_in_order(beside: list[bytes]):
    texts = [b"nobody", WORDS[1] + WORDS[0] + WORDS[0], b"", WORDS[0], os.urandom(99), WORDS[1]]
    assert Patterns([*WORDS, *beside]).places_in(texts) == [1, 3, 5]
    assert Patterns(beside).places_in(texts) == []


@pytest.mark.parametrize("beside", [[], MANY])
def test_none_is_found_across_the_border_of_two_texts(beside: list[bytes]):
    text = WORDS[1]
    assert Patterns([text, *beside]).places_in([text[:5], text[5:]]) == []
    assert Patterns([text, *beside]).places_in([text[:5] + text[5:]]) == [0]


def test_nothing_is_looked_for_in_nothing():
    assert Patterns([]).places_in(["홍길순".encode()]) == []
    assert Patterns(WORDS).places_in([]) == []
