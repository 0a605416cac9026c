"""A few random histories; thousands of them by hand: python -m tests.campaigns.histories."""

import pytest

from easycare_desktop.domain.refusals import Refusal
from tests.campaigns.histories import run, staged, story

SEED = 3
_DONE = ("destroyed", "destroy item", "separated", "restore", "move", "back up", "years later")
_SLOWER = ("replay", "equality", "one-line")


def test_a_year_old_backup_brings_nobody_back():
    done = story()
    happened = ("destroyed", "destroy item", "separated", "restore", "fork refused", "reached into")
    assert min(done[each] for each in happened) > 0


@pytest.mark.parametrize(
    "guard",
    [
        "keys-apart",
        *(pytest.param(guard, marks=pytest.mark.long) for guard in _SLOWER),
    ],
)
def test_without_its_guards_the_story_would_end_badly(guard: str):
    with pytest.raises((AssertionError, Refusal)):
        story(guard)


def test_what_went_on_by_itself_on_another_pc_stops_the_backup_of_the_former_one():
    with staged() as kind:
        office = kind()
        office.begin()
        office.destroy_item(0)
        office.move(0, newest=False, stays=True)
        office.teardown()
    assert kind.counts["fork not written"] == 1


def test_random_histories_lose_nothing_and_bring_nothing_back():
    done = run(2, seed=SEED)
    assert done["histories"] >= 2
    assert done["add"] > 0


@pytest.mark.long
def test_hundreds_of_random_histories():
    done = run(400, seed=SEED)
    assert min(done[each] for each in _DONE) > 10
