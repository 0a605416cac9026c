"""A few harmed files; every file in every way by hand: python -m tests.campaigns.harm."""

from collections.abc import Iterator

import pytest

from tests.campaigns.harm import lived, run
from tests.campaigns.house import Stage


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with lived() as made:
        yield made


def test_what_is_not_noticed_makes_no_difference(stage: Stage):
    noticed, broken = run(stage, flips=1, seed=1, only="separated.db")
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
def test_without_its_guards_a_harmed_file_would_be_noticed(
    stage: Stage, guard: str, only: str, harm: str
):
    noticed, broken = run(stage, flips=1, seed=1, only=only, guard=guard)
    assert noticed[f"{harm}: BROKEN"] > 0
    assert broken


@pytest.mark.long
def test_every_file_in_every_way(stage: Stage):
    noticed, broken = run(stage, flips=4, seed=2)
    assert broken == []
    assert sum(noticed.values()) > 200
