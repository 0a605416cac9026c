"""The words of every paper, compared with those that were read and approved.

After a wanted change: `python -m tests.documents.renew_golden`, then read the difference.
"""

import pytest

from tests.documents.papers import GOLDEN, NAMES, words_on


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_those_that_were_approved(name: str):
    assert words_on(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_nothing_old_lies_about():
    assert {path.stem for path in GOLDEN.iterdir()} == set(NAMES)
