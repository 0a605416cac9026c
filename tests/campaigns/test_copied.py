"""A few copies of a folder; all of them by hand: python -m tests.campaigns.copied."""

import pytest

from tests.campaigns.conftest import Started, broken
from tests.campaigns.copied import NAMES


@pytest.mark.parametrize(
    ("sample", "names"), [("2", ("destroy",)), pytest.param("6", NAMES, marks=pytest.mark.long)]
)
def test_a_copied_folder_is_whole_or_refused(started: Started, sample: str, names: tuple[str, ...]):
    counts = started("copied", "--sample", sample, *names)
    assert [count["name"] for count in counts] == list(names)
    assert broken(counts) == []


@pytest.mark.long
def test_without_the_look_at_the_key_places_an_old_copy_would_open(started: Started):
    counts = started("copied", "destroy", "--sample", "8", "--without", "newest-place")
    assert broken(counts)
