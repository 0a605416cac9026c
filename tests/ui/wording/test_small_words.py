"""Particles, and sentences for places and tasks."""

import pytest

from easycare_desktop.services.place_warnings import PlaceWarning
from easycare_desktop.ui.wording.particles import toward
from easycare_desktop.ui.wording.places import warning_words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("오늘", "오늘로"),
        ("문서·인쇄", "문서·인쇄로"),
        ("설정", "설정으로"),
        ("PC", "PC로"),
        ("", "로"),
    ],
)
def test_the_way_back_has_the_right_particle(word: str, expected: str):
    assert toward(word) == expected


def test_every_warning_has_its_sentence():
    assert all(warning_words(each).endswith("니다.") for each in PlaceWarning)
