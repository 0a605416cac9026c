"""Short samples of the power cuts; all of them by hand: python -m tests.campaigns.power."""

import pytest

from tests.campaigns.conftest import Started, broken


@pytest.mark.parametrize(
    "names", [("save",), pytest.param(("destroy", "withdraw"), marks=pytest.mark.long)]
)
def test_a_power_cut_anywhere_loses_nothing_that_was_confirmed(
    started: Started, names: tuple[str, ...]
):
    counts = started("power", "--sample", "1", *names)
    assert [count["runs"] for count in counts] == [3] * len(names)
    assert broken(counts) == []


@pytest.mark.long
def test_without_its_guards_the_power_cuts_would_be_noticed(started: Started):
    guards = ("rollback-journal", "fsync")
    words = [word for guard in guards for word in ("--without", guard)]
    counts = started("power", "save", "--sample", "3", *words)
    assert [count["without"] for count in counts] == list(guards)
    assert all(count["broken"] for count in counts)
