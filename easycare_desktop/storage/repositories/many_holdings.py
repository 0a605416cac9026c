"""Very many holdings at once: a few statements instead of a few for each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, select, true, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.holdings import Holding, HoldingState, check_step
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.beginning import NewHolding, begin
from easycare_desktop.storage.repositories.holdings import holding_of
from easycare_desktop.storage.repositories.sealed_values import open_plain, open_values, values_in
from easycare_desktop.storage.repositories.watched import watched_on


class Held(NamedTuple):
    """What somebody holds of one item group, without what a clock or a basis says of it."""

    id: int
    person_id: int
    version: int
    state: HoldingState
    values: Mapping[str, str]


_AT_ONCE = 1000
_SEALED = (holding.c.id, holding.c.grp, holding.c.version, holding.c.sealed)
_Sealed = Row[int, str, int, bytes]
# Of some texts, the places of those that are looked for.
Places = Callable[[Sequence[bytes]], Sequence[int]]


class ManyHoldings:
    """Rows of `holding`, by their numbers."""

    def __init__(self, connection: Connection, keys: OpenKeys) -> None:
        self._connection = connection
        self._keys = keys

    def begin(self, new: Sequence[NewHolding]) -> list[int]:
        """Begin holdings, each with a durable key of its own; return their numbers, in order."""
        return begin(self._connection, self._keys, new)

    def beyond(self, known: AbstractSet[int]) -> list[int]:
        """Return the numbers of holdings that are not among the known ones."""
        numbers = self._connection.execute(select(holding.c.id)).scalars().all()
        return sorted(set(numbers) - known)

    def some(self, holding_ids: Iterable[int]) -> dict[int, Holding]:
        """Return the open columns of those that are here, by number."""
        found = {}
        for chunk in batches(holding_ids):
            rows = self._connection.execute(select(holding).where(holding.c.id.in_(chunk)))
            found.update({row.id: holding_of(row) for row in rows})
        return found

    def groups_of(self, person_ids: Iterable[int]) -> dict[int, set[str]]:
        """Return which item groups are here of each person of whom any is."""
        found: dict[int, set[str]] = {}
        columns = (holding.c.person_id, holding.c.grp)
        for chunk in batches(person_ids):
            rows = self._connection.execute(select(*columns).where(holding.c.person_id.in_(chunk)))
            for person_id, group in rows:
                found.setdefault(person_id, set()).add(group)
        return found

    def open_some(self, holding_ids: Iterable[int]) -> dict[int, Mapping[str, str]]:
        """Open those that are here and in use, by number."""
        keys = self._keys.living_keys()
        found: dict[int, Mapping[str, str]] = {}
        for chunk in batches(holding_ids):
            rows = self._connection.execute(select(*_SEALED).where(holding.c.id.in_(chunk)))
            for number, group, version, sealed in rows:
                if number in keys:
                    found[number] = open_values(keys[number], number, group, version, sealed)
        return found

    def held(self, group: str, states: Iterable[HoldingState]) -> Iterator[Held]:
        """Open every holding of one item group in the given states that is in use, the fastest."""
        keys = self._keys.living_keys()
        wanted = {state.value: state for state in states}
        columns = (
            *(holding.c.id, holding.c.person_id, holding.c.version),
            *(holding.c.state, holding.c.sealed),
        )
        used = holding.c.merged_from.is_(None) & holding.c.state.in_(wanted)
        rows = self._connection.execute(select(*columns).where(holding.c.grp == group, used))
        for number, person_id, version, state, sealed in rows:
            if (key := keys.get(number)) is not None:
                values = open_values(key, number, group, version, sealed)
                yield Held(number, person_id, version, wanted[state], values)

    def telling(self, states: Iterable[HoldingState], places: Places) -> list[Holding]:
        """Return the holdings, beside others too, one of whose values is looked for."""
        keys, found = self._keys.living_keys(), []
        for rows in self._sealed(holding.c.state.in_([state.value for state in states])):
            opened = [
                (number, open_plain(key, number, group, version, sealed))
                for number, group, version, sealed in rows
                if (key := keys.get(number)) is not None
            ]
            may = places([_searched(plain) for _, plain in opened])
            # A name of a field may be a word, too: what may tell is asked by its values alone.
            found += [opened[each][0] for each in may if places([_said(opened[each][1])])]
        return list(self.some(found).values())

    def open_every(self) -> tuple[int, int]:
        """Open every row with the living keys; return how many opened, and how many did not."""
        keys, opened, failed = self._keys.living_keys(), 0, 0
        for rows in self._sealed(true()):
            for number, group, version, sealed in rows:
                try:
                    open_plain(keys[number], number, group, version, sealed)
                    opened += 1
                except (KeyError, SealBrokenError):
                    failed += 1
        return opened, failed

    def forget_settled(self) -> int:
        """Keep no eye on what is settled, whose day an older program has left in the open.

        Return how many there were.
        """
        keys = self._keys.living_keys()
        settled = [
            number
            for rows in self._sealed(holding.c.watched_on.is_not(None))
            for number, group, version, sealed in rows
            if (key := keys.get(number)) is not None
            and watched_on(group, open_values(key, number, group, version, sealed)) is None
        ]
        for chunk in batches(settled):
            change = update(holding).where(holding.c.id.in_(chunk)).values(watched_on=None)
            self._connection.execute(change)
        return len(settled)

    def _sealed(
        self, condition: ColumnElement[bool]
    ) -> Iterator[Sequence[Row[int, str, int, bytes]]]:
        rows = self._connection.execute(select(*_SEALED).where(condition))
        return rows.yield_per(_AT_ONCE).partitions()

    def move_all(self, holdings: Iterable[Holding], *through: HoldingState) -> None:
        """Move holdings on through some states; raises `HoldingStepError` before anything moves."""
        moved = [each for each in holdings if each.state is not through[-1]]
        for each in moved:
            state = each.state
            for following in through:
                if following is not state:
                    check_step(state, following)
                    state = following
        if moved:
            statement = (
                update(holding)
                .where(holding.c.id == bindparam("number"))
                .values(state=through[-1].value)
            )
            self._connection.execute(statement, [{"number": each.id} for each in moved])


def _searched(plain: bytes) -> bytes:
    """Return a text in which every value stands letter by letter."""
    return _said(plain) if b"\\" in plain else plain


def _said(plain: bytes) -> bytes:
    return "\n".join(values_in(plain).values()).encode()
