"""Holdings: open columns in the open, everything they say sealed under their own key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, true, update
from sqlalchemy.engine import Row
from sqlalchemy.exc import NoResultFound

from easycare_desktop.domain.holdings import (
    Clock,
    Holding,
    HoldingChangedMeanwhileError,
    HoldingContent,
    HoldingState,
    check_step,
    newest_first,
)
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.beginning import NewHolding, begin
from easycare_desktop.storage.repositories.prepared import Prepared
from easycare_desktop.storage.repositories.sealed_values import open_values, seal_values
from easycare_desktop.storage.repositories.watched import watched_on

_USED = holding.c.merged_from.is_(None)
_OPEN_COLUMNS = tuple(column for column in holding.c if column.name != "sealed")
# Made once: every look at a person and every correction asks for these.
_ONE = Prepared(select(holding).where(holding.c.id == bindparam("wanted")))
_OF_GROUP = Prepared(
    select(holding).where(
        holding.c.person_id == bindparam("person"), holding.c.grp == bindparam("group"), _USED
    )
)
_GROUP = Prepared(select(holding.c.grp).where(holding.c.id == bindparam("wanted")))
_CHANGE = Prepared(
    update(holding)
    .where(holding.c.id == bindparam("wanted"), holding.c.version == bindparam("expected"))
    .values(version=bindparam("next"), sealed=bindparam("bytes"), watched_on=bindparam("day"))
)


class HoldingsRepository:
    """Rows of `holding`. Keys come from the open generation, made durable before the row."""

    def __init__(self, connection: Connection, keys: OpenKeys) -> None:
        self._connection = connection
        self._keys = keys

    def add(self, new: Sequence[NewHolding]) -> list[Holding]:
        """Make one durable key a holding, then the rows."""
        return [
            Holding(
                id=holding_id,
                person_id=each.person_id,
                group=each.group,
                state=HoldingState.ACTIVE,
                version=1,
                basis=each.basis,
                channel=each.channel,
                collected_on=each.collected_on,
            )
            for each, holding_id in zip(new, begin(self._connection, self._keys, new), strict=True)
        ]

    def get(self, holding_id: int) -> Holding | None:
        """Return the open columns, or nothing when the row is gone."""
        return next(iter(self._select(holding.c.id == holding_id)), None)

    def of_person(self, person_id: int) -> list[Holding]:
        """Return all holdings of a person that lie in office.db."""
        return self._select(holding.c.person_id == person_id)

    def with_end(self, *states: HoldingState) -> list[Holding]:
        """Return all holdings in one of the states whose stay, last day or hold is on record."""
        ends = (holding.c.until >= date.min) | (holding.c.destroy_by >= date.min)
        ends |= holding.c.state == HoldingState.HELD.value
        return [each for each in self._select(ends) if each.state in states]

    def in_state(self, state: HoldingState) -> list[Holding]:
        """Return all holdings in one state."""
        return self._select(holding.c.state == state.value)

    def _select(self, condition: ColumnElement[bool]) -> list[Holding]:
        # Sorted here: asked to sort, the database walks through everybody instead of the index.
        rows = self._connection.execute(select(*_OPEN_COLUMNS).where(condition))
        return sorted(map(holding_of, rows), key=lambda each: (each.person_id, each.group))

    def open(self, holding_id: int) -> HoldingContent:
        """Open one holding; raises what `OpenKeys.key_of` raises, or `SealBrokenError`."""
        row = _ONE.first(self._connection, wanted=holding_id)
        if row is None:
            raise NoResultFound
        return self._content(row)

    def open_group(self, person_id: int, group: str) -> HoldingContent | None:
        """Open the newest holding of a person for one item group that is still here."""
        rows = _OF_GROUP.rows(self._connection, person=person_id, group=group)
        if len(rows) > 1:
            rows.sort(key=lambda row: newest_first(holding_of(row)))
        return self._content(rows[0]) if rows else None

    def _content(self, row: Row[Any]) -> HoldingContent:
        key = self._keys.key_of(row.id)
        values = open_values(key, row.id, row.grp, row.version, row.sealed)
        return HoldingContent(holding_of(row), values)

    def open_all(
        self, group: str, states: Iterable[HoldingState], *, beside: bool = False
    ) -> Iterator[HoldingContent]:
        """Open every holding of one item group in the given states, fast.

        `beside`: also those that wait after a merge beside the one that stays.
        """
        keys = self._keys.living_keys()
        wanted = holding.c.state.in_([state.value for state in states])
        used = true() if beside else _USED
        rows = self._connection.execute(select(holding).where(holding.c.grp == group, wanted, used))
        for row in rows:
            if (key := keys.get(row.id)) is not None:
                values = open_values(key, row.id, row.grp, row.version, row.sealed)
                yield HoldingContent(holding_of(row), values)

    def change(
        self, holding_id: int, expected_version: int, values: Mapping[str, str], group: str = ""
    ) -> int:
        """Seal new values as the next version; `group`: its item group, where that is known.

        Raises `HoldingChangedMeanwhileError` when somebody saved in between.
        """
        if not group and (row := _GROUP.first(self._connection, wanted=holding_id)):
            group = row.grp
        if not group:
            raise HoldingChangedMeanwhileError(holding_id)
        version = expected_version + 1
        key = self._keys.key_of(holding_id)
        sealed = seal_values(key, holding_id, group, version, values)
        changed = _CHANGE.change(
            self._connection,
            wanted=holding_id,
            expected=expected_version,
            next=version,
            bytes=sealed,
            day=watched_on(group, values),
        )
        if changed != 1:
            raise HoldingChangedMeanwhileError(holding_id)
        return version

    def set_state(self, holding_id: int, state: HoldingState) -> None:
        """Move a holding on; raises `HoldingStepError` where the machine does not allow it."""
        current = self.get(holding_id)
        if current is not None and current.state is not state:
            check_step(current.state, state)
            self._set(holding_id, state=state.value)

    def start_clock(self, holding_id: int, clock: Clock | None, destroy_by: date | None) -> None:
        """Record the rule that keeps the holding and the day by which it has to go."""
        self._set(
            holding_id,
            rule=clock.rule if clock else None,
            counted_from=clock.counted_from if clock else None,
            until=clock.until if clock else None,
            destroy_by=destroy_by,
        )

    def set_hold(self, holding_id: int, until: date | None) -> None:
        """Record the end of a legal hold."""
        self._set(holding_id, hold_until=until)

    def _set(self, holding_id: int, **values: object) -> None:
        change = update(holding).where(holding.c.id == holding_id)
        self._connection.execute(change.values(**values))

    def sealed_row(self, holding_id: int) -> tuple[Holding, bytes] | None:
        """Return a holding with its sealed bytes as they are, to be moved elsewhere."""
        row = _ONE.first(self._connection, wanted=holding_id)
        return None if row is None else (holding_of(row), row.sealed)

    def delete(self, holding_ids: Iterable[int]) -> int:
        """Delete rows (and by cascade their history); return how many."""
        return sum(
            self._connection.execute(delete(holding).where(holding.c.id.in_(ids))).rowcount
            for ids in batches(holding_ids)
        )


def holding_of(row: Row[tuple[object, ...]]) -> Holding:
    """Return the open columns of a row."""
    return Holding(
        id=row.id,
        person_id=row.person_id,
        group=row.grp,
        state=HoldingState(row.state),
        version=row.version,
        basis=row.basis,
        channel=row.channel,
        collected_on=row.collected_on,
        clock=Clock(row.rule, row.counted_from, row.until) if row.rule else None,
        destroy_by=row.destroy_by,
        hold_until=row.hold_until,
        merged_from=row.merged_from,
    )
