"""Whose every holding is, and how new: what a restore compares, with nothing opened."""

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Column, Connection, Row, exists, func, select

from easycare_desktop.domain.holdings import IN_USE, HoldingState
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.storage.databases.office_tables import holding, person, plan_item


class OutlineRepository:
    """Numbers of holdings, persons and versions, over all rows of office.db."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def persons(self) -> dict[int, int]:
        """Return whose every holding is: id of the holding to id of the person."""
        rows = self._connection.execute(select(holding.c.id, holding.c.person_id))
        return {row.id: row.person_id for row in rows}

    def versions(self) -> list[tuple[int, int, int]]:
        """Return (holding, person, version) of every holding."""
        columns = (holding.c.id, holding.c.person_id, holding.c.version)
        return [(row.id, row.person_id, row.version) for row in self._all(*columns)]

    def versions_of(
        self, groups: Iterable[str], states: Iterable[HoldingState]
    ) -> list[tuple[int, int, int]]:
        """Return (holding, person, version) of the holdings of some groups that are in use."""
        columns = (holding.c.id, holding.c.person_id, holding.c.version)
        wanted = holding.c.state.in_([state.value for state in states])
        used = holding.c.merged_from.is_(None) & holding.c.grp.in_([*groups])
        rows = self._connection.execute(select(*columns).where(wanted, used))
        return [(row[0], row[1], row[2]) for row in rows]

    def lacking(self, group: str, kind: PersonKind) -> frozenset[int]:
        """Return the persons of a kind in use about whom nothing of an item group is held."""
        holds = exists().where(holding.c.person_id == person.c.id, holding.c.grp == group)
        wanted = (person.c.kind == kind.value, person.c.state == PersonState.ACTIVE.value)
        # One text, read at once: very many may lack it, and others wait meanwhile.
        numbers = select(func.json_group_array(person.c.id)).where(*wanted, ~holds)
        return frozenset(json.loads(self._connection.execute(numbers).scalar_one()))

    def watched(self, group: str, until: date) -> dict[int, date]:
        """Return the watched day of a group in use, up to `until`, by person in use."""
        rows = self._connection.execute(
            select(holding.c.person_id, holding.c.watched_on).where(
                holding.c.watched_on <= until,
                holding.c.grp == group,
                holding.c.state.in_([state.value for state in IN_USE]),
                holding.c.merged_from.is_(None),
            )
        )
        return {row.person_id: row.watched_on for row in rows.all()}

    def planned(self) -> frozenset[int]:
        """Return the id of every holding that any plan ever named."""
        return frozenset(row.holding_id for row in self._all(plan_item.c.holding_id))

    def _all(self, *columns: Column[int]) -> list[Row[tuple[int, ...]]]:
        return list(self._connection.execute(select(*columns)))
