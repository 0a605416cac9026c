"""What everybody's holdings say, in one passage."""

from datetime import date

import pytest
from sqlalchemy import update

from easycare_desktop.domain.holdings import HERE, IN_USE, HoldingState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

DAY = date(2026, 11, 23)
MANY = 1_100


def person(uow: UnitOfWork, *said: tuple[str, dict[str, str]]) -> int:
    person_id = uow.people.add(PersonKind.RECIPIENT, DAY).id
    uow.holdings.add(
        [NewHolding(person_id, group, values, "contract", "visit", DAY) for group, values in said]
    )
    return person_id


def by_person(uow: UnitOfWork) -> dict[int, list[dict[str, str]]]:
    found = list(uow.everybody.by_person(("a", "b", "rare"), {"rare"}, HERE))
    assert [person_id for person_id, _ in found] == sorted({each for each, _ in found})
    return dict(found)


def test_each_person_comes_once_with_all_that_is_said(uow: UnitOfWork):
    both = person(uow, ("b", {"two": "2,[]{}"}), ("a", {"one": '\\ "1\n'}), ("c", {"no": "0"}))
    one, empty = person(uow, ("a", {"one": "가"})), person(uow, ("a", {}), ("b", {}))
    nothing = person(uow, ("c", {"no": "0"}))
    found = by_person(uow)
    assert sorted(found[both], key=str) == [{"one": '\\ "1\n'}, {"two": "2,[]{}"}]
    assert (found[one], found[empty]) == ([{"one": "가"}], [{}, {}])
    assert nothing not in found


def test_who_has_one_twice_or_a_rare_one_is_named_alone(uow: UnitOfWork):
    twice = person(uow, ("a", {"one": "1"}), ("a", {"one": "2"}))
    rare = person(uow, ("a", {"one": "1"}), ("rare", {"one": "2"}))
    whole = person(uow, ("a", {"one": "1"}))
    assert by_person(uow) == {twice: [], rare: [], whole: [{"one": "1"}]}


def test_only_what_is_in_use_is_told(uow: UnitOfWork):
    person_id = person(uow, ("a", {"one": "1"}), ("b", {"two": "2"}))
    first = next(each for each in uow.holdings.of_person(person_id) if each.group == "a")
    uow.holdings.set_state(first.id, HoldingState.DUE)
    assert list(uow.everybody.of_groups(("a", "b"), IN_USE)) == [("b", person_id, {"two": "2"})]
    assert list(uow.everybody.of_group("a", IN_USE)) == []
    assert list(uow.everybody.of_group("a", [HoldingState.DUE])) == [(person_id, {"one": "1"})]
    change = update(holding).where(holding.c.person_id == person_id)
    uow._connection.execute(change.values(merged_from=99))
    assert by_person(uow) == {}


def test_of_very_many_none_is_lost(uow: UnitOfWork):
    people = [uow.people.add(PersonKind.RECIPIENT, DAY).id for _ in range(MANY)]
    uow.holdings.add(
        [
            NewHolding(each, group, {group: f"{each}"}, "contract", "visit", DAY)
            for each in people
            for group in "ab"
        ]
    )
    found = by_person(uow)
    assert list(found) == people
    assert all({"a": f"{each}"} in found[each] for each in people)
    assert all({"b": f"{each}"} in found[each] for each in people)
    every = {
        (group, each, values[group]) for group, each, values in uow.everybody.of_groups("ab", HERE)
    }
    assert every == {(group, each, f"{each}") for each in people for group in "ab"}


def test_one_that_was_changed_is_noticed(uow: UnitOfWork):
    person_id = person(uow, ("a", {"one": "1"}))
    change = update(holding).where(holding.c.person_id == person_id)
    uow._connection.execute(change.values(version=2))
    for reading in (
        uow.everybody.by_person(("a",), (), HERE),
        uow.everybody.of_group("a", HERE),
    ):
        with pytest.raises(SealBrokenError):
            list(reading)
