"""A few random histories; thousands of them by hand: python -m tests.campaigns.histories."""

import pytest
from hypothesis.errors import HypothesisException

from easycare_desktop.domain.refusals import Refusal
from tests.campaigns.histories import run

SEED = 3
NOTICED = (AssertionError, Refusal, HypothesisException)


def test_random_histories_lose_nothing_and_bring_nothing_back():
    done = run(6, seed=SEED)
    assert done["histories"] >= 6
    assert done["add"] > 0


@pytest.mark.parametrize(
    "guard",
    ["keys-apart", "replay", pytest.param("equality", marks=pytest.mark.long)],
)
def test_without_its_guards_the_histories_would_notice(guard: str):
    with pytest.raises(NOTICED):
        run(40, guard, seed=SEED)


@pytest.mark.long
def test_hundreds_of_random_histories():
    done = run(300, seed=SEED)
    assert min(done[each] for each in ("destroyed", "separated", "restore", "back up")) > 20
