"""Short samples of the kills; all of them by hand: python -m tests.campaigns.kills."""

import pytest

from tests.campaigns.conftest import Started, broken
from tests.campaigns.protocols import PROTOCOLS


@pytest.mark.parametrize(
    "names", [("save", "destroy"), pytest.param(tuple(PROTOCOLS), marks=pytest.mark.long)]
)
def test_a_process_that_ends_anywhere_leaves_a_whole_office(
    started: Started, names: tuple[str, ...]
):
    counts = started("kills", "--sample", "1", *names)
    assert [count["name"] for count in counts] == list(names)
    assert all(count["runs"] == 1 for count in counts)
    assert broken(counts) == []


@pytest.mark.long
def test_without_the_part_file_the_kills_would_be_noticed(started: Started):
    counts = started("kills", "password", "--sample", "8", "--without", "part-file")
    assert broken(counts)
