"""One list of ids becomes another by the changes that are told."""

from hypothesis import given
from hypothesis import strategies as st

from easycare_desktop.ui.models.changes import LIMIT, Change, changes

IDS = st.lists(st.integers(0, 30), unique=True, max_size=30)


def play(old: list[int], new: list[int], plan: list[Change]) -> list[int]:
    now = list(old)
    for change in plan:
        piece = slice(change.at, change.at + change.count)
        if change.inserts:
            now[change.at : change.at] = new[piece]
        else:
            del now[piece]
    return now


@given(IDS, IDS)
def test_the_plan_leads_to_the_new_list(old: list[int], new: list[int]):
    plan = changes(old, new)
    if plan is not None:
        assert play(old, new, plan) == new


@given(IDS, st.sets(st.integers(0, 30)), st.integers(31, 60), st.integers(0, 30))
def test_removing_and_adding_needs_no_reset(old: list[int], gone: set[int], come: int, at: int):
    kept = [row for row in old if row not in gone]
    new = [*kept[:at], come, *kept[at:]]
    plan = changes(old, new)
    assert plan is not None or not kept
    if plan is not None:
        assert play(old, new, plan) == new


def test_nothing_happens_for_the_same_list():
    assert changes([1, 2], [1, 2]) == []


def test_another_order_wants_a_reset():
    assert changes([1, 2, 3], [3, 2, 1]) is None


def test_ids_that_come_twice_want_a_reset():
    assert changes([1, 2], [1, 1]) is None


def test_too_many_changes_want_a_reset():
    old = list(range(4 * LIMIT))
    assert changes(old, old[::2]) is None
    assert changes(old, old[LIMIT:]) == [Change(inserts=False, at=0, count=LIMIT)]
