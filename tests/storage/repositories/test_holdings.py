from datetime import date

import pytest
from sqlalchemy import event, select, update

from easycare_desktop.domain.holdings import (
    IN_USE,
    Clock,
    HoldingChangedMeanwhileError,
    HoldingState,
    HoldingStepError,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.refusals import KeyMissingAlarm
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.sealed_values import open_values, seal_values
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.unit_of_work import UnitOfWork

DAY = date(2026, 11, 23)
VALUES = {"name": "홍길순", "address": "행복시 나눔구 봄길 77"}


@pytest.fixture
def person_id(uow: UnitOfWork) -> int:
    return uow.people.add(PersonKind.RECIPIENT, DAY).id


def add(uow: UnitOfWork, person_id: int, group: str = "identity") -> int:
    new = NewHolding(person_id, group, VALUES, "contract", "visit", DAY)
    return uow.holdings.add([new])[0].id


def add_saying(uow: UnitOfWork, person_id: int, texts: list[str]) -> list[int]:
    new = [NewHolding(person_id, "x", {"memo": each}, "contract", "visit", DAY) for each in texts]
    return [each.id for each in uow.holdings.add(new)]


def test_what_is_put_in_comes_out(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    content = uow.holdings.open(holding_id)
    assert content.values == VALUES
    assert (content.holding.state, content.holding.version) == (HoldingState.ACTIVE, 1)
    assert uow.holdings.open_group(person_id, "identity") == content
    assert uow.holdings.open_group(person_id, "health") is None


def test_nothing_it_says_stands_in_the_row(uow: UnitOfWork, person_id: int):
    add(uow, person_id)
    rows = uow._connection.execute(select(holding)).all()
    for row in rows:
        assert "홍길순".encode() not in row.sealed
        assert "홍길순" not in str(tuple(row))


def test_a_row_is_bound_to_its_holding(uow: UnitOfWork, person_id: int):
    one, other = add(uow, person_id), add(uow, person_id, "health")
    sealed = uow._connection.execute(
        select(holding.c.sealed).where(holding.c.id == one)
    ).scalar_one()
    uow._connection.execute(update(holding).where(holding.c.id == other).values(sealed=sealed))
    with pytest.raises(SealBrokenError):
        uow.holdings.open(other)


@pytest.mark.parametrize(
    ("number", "group", "version"), [(2, "identity", 1), (1, "health", 1), (1, "identity", 2)]
)
def test_seals_are_bound_to_number_group_and_version(number: int, group: str, version: int):
    key = bytes(range(32))
    sealed = seal_values(key, 1, "identity", 1, VALUES)
    assert open_values(key, 1, "identity", 1, sealed) == VALUES
    with pytest.raises(SealBrokenError):
        open_values(key, number, group, version, sealed)


def test_an_earlier_version_put_back_is_noticed(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    row = uow._connection.execute(select(holding.c.sealed).where(holding.c.id == holding_id))
    before = row.scalar_one()
    assert uow.holdings.change(holding_id, 1, VALUES | {"name": "황개명"}) == 2
    uow._connection.execute(update(holding).where(holding.c.id == holding_id).values(sealed=before))
    with pytest.raises(SealBrokenError):
        uow.holdings.open(holding_id)


def test_a_version_is_saved_over_once(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    uow.holdings.change(holding_id, 1, VALUES)
    with pytest.raises(HoldingChangedMeanwhileError):
        uow.holdings.change(holding_id, 1, VALUES)
    with pytest.raises(HoldingChangedMeanwhileError):
        uow.holdings.change(4711, 1, VALUES)


def test_states_follow_their_machine(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    with pytest.raises(HoldingStepError):
        uow.holdings.set_state(holding_id, HoldingState.DESTROYED)
    uow.holdings.set_state(holding_id, HoldingState.DUE)
    assert uow.holdings.with_end(HoldingState.DUE) == []
    uow.holdings.start_clock(holding_id, None, DAY)
    assert [each.id for each in uow.holdings.with_end(HoldingState.DUE)] == [holding_id]


def test_a_clock_starts_and_stops(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    clock = Clock("L-01", DAY, date(2031, 11, 23))
    uow.holdings.start_clock(holding_id, clock, date(2031, 11, 28))
    row = uow.holdings.get(holding_id)
    assert row is not None
    assert (row.clock, row.destroy_by) == (clock, date(2031, 11, 28))
    uow.holdings.start_clock(holding_id, None, None)
    row = uow.holdings.get(holding_id)
    assert row is not None
    assert (row.clock, row.destroy_by) == (None, None)


def test_opening_all_of_a_group(uow: UnitOfWork, person_id: int):
    mine = {add(uow, person_id) for _ in range(3)}
    uow.holdings.set_state(min(mine), HoldingState.DUE)
    opened = list(uow.holdings.open_all("identity", IN_USE))
    assert {content.holding.id for content in opened} == mine - {min(mine)}
    assert all(content.values == VALUES for content in opened)


def test_a_row_without_key_raises_the_alarm(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    uow._connection.execute(update(holding).where(holding.c.id == holding_id).values(id=4711))
    with pytest.raises(KeyMissingAlarm):
        uow.holdings.open(4711)


def test_deleting_takes_history_along(uow: UnitOfWork, person_id: int):
    holding_id = add(uow, person_id)
    row = uow.holdings.get(holding_id)
    assert row is not None
    moment = uow.keys.clock.now()
    uow.history.add(row, 2, [("name", "가", "나")], "고침", at=moment, account_id=1)
    assert [change.after for change in uow.history.of_holding(row)] == ["나"]
    assert uow.holdings.delete([holding_id, 4711]) == 1
    assert uow.history.sealed_rows(holding_id) == []


def test_what_has_an_end_is_found_by_its_index(uow: UnitOfWork, person_id: int):
    add(uow, person_id)
    connection = uow.holdings._connection
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    assert uow.holdings.with_end(HoldingState.ACTIVE) == []
    event.remove(connection, "before_cursor_execute", note)
    (statement,) = asked
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (DAY, DAY, "held")).all()
    steps = [str(row[3]) for row in plan]
    assert any("ix_holding_until" in step for step in steps), steps
    assert not [step for step in steps if step.startswith("SCAN")], steps


_SAYING = ["홍길순 어르신 딸", '"홍길순" 어르신', "\\홍길순", "첫 줄\n홍길순"]


@pytest.mark.parametrize("beside", [0, 400])
def test_a_word_is_found_in_whatever_value_it_stands(uow: UnitOfWork, person_id: int, beside: int):
    """With `beside` very many others they are looked up in another way."""
    saying = add_saying(uow, person_id, _SAYING)
    add_saying(uow, person_id, [f"남 {number}" for number in range(1_100)])
    words = ["홍길순", *(f"P-{number:07d}" for number in range(beside))]
    found = uow.many.telling(IN_USE, Patterns(map(str.encode, words)).places_in)
    assert {each.id for each in found} == set(saying)


def test_a_word_that_names_a_field_is_found_in_values_alone(uow: UnitOfWork, person_id: int):
    _, said = add_saying(uow, person_id, ["nothing", "a memo"])
    assert [each.id for each in uow.many.telling(IN_USE, Patterns([b"memo"]).places_in)] == [said]


def test_what_does_not_open_is_counted_as_failed(uow: UnitOfWork, person_id: int):
    one = add(uow, person_id)
    opened, failed = uow.many.open_every()
    uow._connection.execute(update(holding).where(holding.c.id == one).values(version=2))
    assert (failed, uow.many.open_every()) == (0, (opened - 1, 1))
