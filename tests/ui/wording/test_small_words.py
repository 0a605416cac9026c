"""Particles, and sentences for places and tasks."""

import pytest

from easycare_desktop.services.place_warnings import PlaceWarning
from easycare_desktop.storage.keys.refusals import DataForeignError
from easycare_desktop.ui.navigation import Badge
from easycare_desktop.ui.parts.restore.ways import THERE
from easycare_desktop.ui.wording.particles import toward
from easycare_desktop.ui.wording.places import warning_words
from easycare_desktop.ui.wording.refusals import words_for
from easycare_desktop.ui.wording.tasks import work_badge


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


def test_data_of_another_pc_are_sent_to_the_way_that_is_called_so():
    assert f"「{THERE.window}」" in words_for(DataForeignError()).todo


def test_every_warning_has_its_sentence():
    assert all(warning_words(each).endswith("니다.") for each in PlaceWarning)


def test_the_number_beside_today_counts_what_must_be_done_today():
    assert work_badge(6, 4) == Badge("10", late=True, counts="기한 지남 6건, 오늘까지 4건")
    assert work_badge(0, 4) == Badge("4", counts="오늘까지 4건")
    assert work_badge(0, 0) == Badge()
