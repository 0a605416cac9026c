import time
from collections.abc import Callable
from contextlib import suppress
from itertools import islice

import pytest

from easycare_desktop.storage.keys.holding_keys import HoldingKeys, draw_holding_ids
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import (
    KeyDestroyedError,
    KeyMissingAlarm,
    KeySeparatedError,
)
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import MORNING, Office


def _drawing(*numbers: int) -> Callable[[int], list[int]]:
    left = iter(numbers)
    return lambda count: list(islice(left, count))


def test_keys_are_durable_when_handed_out(office: Office, keys: OpenKeys):
    made = new_keys_in(keys.holdings, 3)
    again = office.open()
    assert again.living_keys() == made
    assert {len(key) for key in made.values()} == {32}
    assert len(set(made.values())) == 3
    again.close()


def test_numbers_are_random_positive_and_at_most_62_bits():
    numbers = draw_holding_ids(500)
    assert len(numbers) == 500
    assert all(0 < number < 2**62 for number in numbers)
    assert max(numbers) > 2**58


def test_a_number_is_never_used_twice(keys: OpenKeys):
    tombstone, living = 11, 12
    with keys.file.change() as connection:
        connection.execute(
            "INSERT INTO holding_key(id, destroyed_at, number) VALUES (?, ?, 'P-1')",
            (tombstone, MORNING.isoformat()),
        )
        connection.execute("INSERT INTO holding_key(id, key) VALUES (?, ?)", (living, b"k" * 32))
    draws = _drawing(tombstone, living, 13, 13, tombstone, 14)
    made = new_keys_in(HoldingKeys(keys.file, draws), 2)
    assert set(made) == {13, 14}


def test_the_kinds_of_absence_are_told_apart(keys: OpenKeys):
    with keys.file.change() as connection:
        connection.execute(
            "INSERT INTO holding_key(id, destroyed_at, number) VALUES (5, ?, 'P-1')",
            (MORNING.isoformat(),),
        )
        connection.execute(
            "INSERT INTO holding_key(id, wrapped, grp, officer_key) VALUES (6, x'00', 'basic', 1)"
        )
    with pytest.raises(KeyDestroyedError) as gone:
        keys.key_of(5)
    assert (gone.value.destroyed_at, gone.value.number) == (MORNING, "P-1")
    with pytest.raises(KeySeparatedError):
        keys.key_of(6)
    with pytest.raises(KeyMissingAlarm):
        keys.key_of(7)
    assert keys.tombstones() == {5}
    assert keys.separated_ids() == {6}
    for other in (5, 7):
        with pytest.raises((KeyDestroyedError, KeyMissingAlarm)):
            keys.open_separated(other)


@pytest.mark.parametrize(
    "row",
    [
        "(1, x'00', NULL, NULL, NULL, NULL, NULL)",
        "(1, NULL, NULL, NULL, NULL, NULL, NULL)",
        "(1, zeroblob(32), x'00', 'basic', 1, NULL, NULL)",
        "(1, zeroblob(32), NULL, NULL, NULL, '2026', 'P-1')",
        "(1, NULL, x'00', NULL, 1, NULL, NULL)",
        "(1, NULL, NULL, NULL, NULL, '2026', NULL)",
        "(0, zeroblob(32), NULL, NULL, NULL, NULL, NULL)",
    ],
)
def test_a_row_is_a_key_or_an_envelope_or_a_tombstone(keys: OpenKeys, row: str):
    with pytest.raises(Exception, match="CHECK constraint"), keys.file.change() as connection:
        connection.execute(f"INSERT INTO holding_key VALUES {row}")  # noqa: S608
    assert keys.living_keys() == {}


def test_new_keys_are_seen_by_who_has_looked_before(keys: OpenKeys):
    assert keys.living_keys() == {}
    made = new_keys_in(keys.holdings, 2)
    assert keys.living_keys() == made
    for holding_id, key in made.items():
        assert keys.is_living(holding_id)
        assert keys.key_of(holding_id) == key


def test_a_snapshot_does_not_change_under_its_reader(keys: OpenKeys):
    new_keys_in(keys.holdings, 2)
    seen = keys.living_keys()
    new_keys_in(keys.holdings, 1)
    assert len(seen) == 2


def test_100_000_keys_are_read_at_once(office: Office, keys: OpenKeys):
    new_keys_in(keys.holdings, 100_000)
    again = office.open()
    start = time.perf_counter()
    assert len(again.living_keys()) == 100_000
    assert time.perf_counter() - start < 2
    again.close()


MANY = 2_500


def test_very_many_keys_are_durable_when_their_block_ends(office: Office, keys: OpenKeys):
    with keys.creating_holding_keys(MANY) as made:
        assert list(made) != sorted(made)
        assert len({*made.values()}) == MANY
    assert keys.living_keys() == made
    again = office.open()
    assert again.living_keys() == made
    again.close()


def test_very_many_keys_that_cannot_be_written_are_none(keys: OpenKeys):
    with keys.file.read() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFullError), keys.creating_holding_keys(MANY) as made:
        assert len(made) == MANY
    assert keys.living_keys() == {}


def test_very_many_keys_join_a_change_that_runs(keys: OpenKeys):
    with suppress(KeyboardInterrupt), keys.file.change():
        new_keys_in(keys.holdings, MANY)
        raise KeyboardInterrupt
    with keys.file.read() as connection:
        assert connection.execute("SELECT count(*) FROM holding_key").fetchone() == (0,)
