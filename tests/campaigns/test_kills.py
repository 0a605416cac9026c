"""Short samples of the kills; all of them by hand: python -m tests.campaigns.kills."""

from tests.campaigns.conftest import Started, broken
from tests.campaigns.protocols import PROTOCOLS


def test_a_process_that_ends_anywhere_leaves_a_whole_office(started: Started):
    counts = started("kills", "--sample", "1")
    assert [count["name"] for count in counts] == list(PROTOCOLS)
    assert all(count["runs"] == 1 for count in counts)
    assert broken(counts) == []


def test_without_the_part_file_the_kills_would_be_noticed(started: Started):
    counts = started("kills", "password", "--sample", "8", "--without", "part-file")
    assert broken(counts)
