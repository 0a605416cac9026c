"""A few harmed files; every file in every way by hand: python -m tests.campaigns.harm."""

import pytest

from tests.campaigns.harm import run


def test_what_is_not_noticed_makes_no_difference():
    noticed, broken = run(flips=1, seed=1, only="separated.db")
    assert broken == []
    assert any(said.startswith("older: refused at opening") for said in noticed)
    assert sum(noticed.values()) >= 8


@pytest.mark.parametrize(
    ("guard", "only", "harm"),
    [
        ("vault-mark", "office-99999000001/separated.db", "older"),
        ("seal-tag", "office-99999000001/files/", "flipped"),
    ],
)
def test_without_its_guards_a_harmed_file_would_be_noticed(guard: str, only: str, harm: str):
    noticed, broken = run(flips=1, seed=1, only=only, guard=guard)
    assert noticed[f"{harm}: BROKEN"] > 0
    assert broken


@pytest.mark.long
def test_every_file_in_every_way():
    noticed, broken = run(flips=4, seed=2)
    assert broken == []
    assert sum(noticed.values()) > 200
