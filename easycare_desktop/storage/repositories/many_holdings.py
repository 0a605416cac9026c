"""Very many holdings at once: a few statements instead of a few for each."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, bindparam, select, update

from easycare_desktop.domain.holdings import Holding, HoldingState, check_step
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.holdings import holding_of, open_values


class ManyHoldings:
    """Rows of `holding`, by their numbers."""

    def __init__(self, connection: Connection, keys: OpenKeys) -> None:
        self._connection = connection
        self._keys = keys

    def beyond(self, known: AbstractSet[int]) -> list[int]:
        """Return the numbers of holdings that are not among the known ones."""
        numbers = self._connection.execute(select(holding.c.id)).scalars()
        return sorted(set(numbers) - known)

    def some(self, holding_ids: Iterable[int]) -> dict[int, Holding]:
        """Return the open columns of those that are here, by number."""
        found = {}
        for chunk in batches(holding_ids):
            rows = self._connection.execute(select(holding).where(holding.c.id.in_(chunk)))
            found.update({row.id: holding_of(row) for row in rows})
        return found

    def open_some(self, holding_ids: Iterable[int]) -> dict[int, Mapping[str, str]]:
        """Open those that are here and in use, by number."""
        keys = self._keys.living_keys()
        found: dict[int, Mapping[str, str]] = {}
        columns = (holding.c.id, holding.c.grp, holding.c.version, holding.c.sealed)
        for chunk in batches(holding_ids):
            rows = self._connection.execute(select(*columns).where(holding.c.id.in_(chunk)))
            for number, group, version, sealed in rows:
                if number in keys:
                    found[number] = open_values(keys[number], number, group, version, sealed)
        return found

    def open_every(self) -> tuple[int, int]:
        """Open every row with the living keys; return how many opened, and how many did not."""
        keys, opened, failed = self._keys.living_keys(), 0, 0
        for row in self._connection.execute(select(holding)):
            try:
                open_values(keys[row.id], row.id, row.grp, row.version, row.sealed)
                opened += 1
            except (KeyError, SealBrokenError):
                failed += 1
        return opened, failed

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
