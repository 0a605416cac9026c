"""Short samples of the power cuts; all of them by hand: python -m tests.campaigns.power."""

import pytest

from tests.campaigns.conftest import Started, broken
from tests.campaigns.protocols import PROTOCOLS


def test_a_power_cut_anywhere_loses_nothing_that_was_confirmed(started: Started):
    counts = started("power", "--sample", "3")
    assert [count["name"] for count in counts] == list(PROTOCOLS)
    assert all(count["runs"] == 3 for count in counts)
    assert broken(counts) == []


@pytest.mark.parametrize("guard", ["rollback-journal", "fsync"])
def test_without_its_guards_the_power_cuts_would_be_noticed(started: Started, guard: str):
    assert broken(started("power", "save", "--sample", "6", "--without", guard))
