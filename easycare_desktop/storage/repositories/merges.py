"""Merges: what carries one number comes to carry another, and goes back exactly."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, or_, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.merging import Merge, Moved
from easycare_desktop.storage.databases.merge_tables import merge
from easycare_desktop.storage.databases.office_tables import (
    consent,
    holding,
    measure,
    relation,
    request,
    sealed_file,
)
from easycare_desktop.storage.databases.paper_tables import packet_paper, paper
from easycare_desktop.storage.databases.register_tables import twin
from easycare_desktop.storage.databases.return_tables import returned, slip

Link = tuple[int, int, int]


class MergesRepository:
    """Rows of `merge`, and the numbers of persons in the rows of others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, keeper_id: int, gone_id: int, until: date, moved: Moved, at: datetime, by: int
    ) -> Merge:
        """Record a merge."""
        merge_id = self._connection.execute(
            merge.insert()
            .values(
                keeper_id=keeper_id,
                gone_id=gone_id,
                made_at=at,
                account_id=by,
                until=until,
                moved=json.dumps(asdict(moved)),
            )
            .returning(merge.c.id)
        ).scalar_one()
        return self.get(merge_id)

    def get(self, merge_id: int) -> Merge:
        """Return one merge."""
        return _merge(self._connection.execute(select(merge).where(merge.c.id == merge_id)).one())

    def of_person(self, person_id: int) -> list[Merge]:
        """Return the merges into a person, newest first."""
        rows = self._connection.execute(
            select(merge).where(merge.c.keeper_id == person_id).order_by(merge.c.id.desc())
        )
        return [_merge(row) for row in rows]

    def merged_into(self, persons: Iterable[int]) -> frozenset[int]:
        """Return who was merged into these and not parted again, and into whom of them."""
        found: set[int] = set()
        keepers = set(persons)
        while keepers:
            rows = self._connection.execute(
                select(merge.c.gone_id).where(
                    merge.c.keeper_id.in_(keepers), merge.c.undone_at.is_(None)
                )
            )
            keepers = set(rows.scalars()) - found
            found |= keepers
        return frozenset(found)

    def keeper_of(self, person_id: int) -> int:
        """Return who carries on what a person was: themselves where they were not merged."""
        keeper: int | None = person_id
        while keeper is not None:
            person_id = keeper
            keeper = self._connection.execute(
                select(merge.c.keeper_id).where(
                    merge.c.gone_id == person_id, merge.c.undone_at.is_(None)
                )
            ).scalar()
        return person_id

    def undone(self, merge_id: int, at: datetime) -> None:
        """Record that a merge was undone."""
        self._connection.execute(update(merge).where(merge.c.id == merge_id).values(undone_at=at))

    def take_over(self, table: str, gone_id: int, keeper_id: int) -> tuple[int, ...]:
        """Give every row of a table that carries one number the other; return their ids."""
        rows = _TABLES[table]
        mine = rows.c.person_id == gone_id
        (number,) = rows.primary_key
        ids = tuple(self._connection.execute(select(number).where(mine)).scalars())
        self.give_back(table, ids, keeper_id)
        return ids

    def give_back(self, table: str, ids: Iterable[int], person_id: int) -> None:
        """Give these rows the number of a person, as far as they are still here."""
        rows = _TABLES[table]
        (number,) = rows.primary_key
        self._connection.execute(
            update(rows).where(number.in_(list(ids))).values(person_id=person_id)
        )

    def put_beside(self, holding_id: int, merged_from: int | None, clock: Clock | None) -> None:
        """Set a holding beside the one of its group that stays, or back into its place."""
        self._connection.execute(
            update(holding)
            .where(holding.c.id == holding_id)
            .values(
                merged_from=merged_from,
                rule=clock.rule if clock else None,
                counted_from=clock.counted_from if clock else None,
                until=clock.until if clock else None,
            )
        )

    def links_of(self, *persons: int) -> list[Link]:
        """Return every (recipient, guardian, rank) that names one of these persons."""
        rows = self._connection.execute(
            select(relation)
            .where(or_(relation.c.recipient_id.in_(persons), relation.c.guardian_id.in_(persons)))
            .order_by(relation.c.recipient_id, relation.c.rank)
        )
        return [(row.recipient_id, row.guardian_id, row.rank) for row in rows]

    def change_links(self, gone: Iterable[Link], made: Iterable[Link]) -> None:
        """Take some links away and make others."""
        for recipient, guardian, _ in gone:
            self._connection.execute(
                delete(relation).where(
                    relation.c.recipient_id == recipient, relation.c.guardian_id == guardian
                )
            )
        for recipient, guardian, rank in made:
            self._connection.execute(
                relation.insert().values(recipient_id=recipient, guardian_id=guardian, rank=rank)
            )

    def change_twins(
        self, gone: Iterable[tuple[int, int, str]], made: Iterable[tuple[int, int, str]]
    ) -> None:
        """Take some lines of the registers away and make others: (item, person, group)."""
        for item, person, group in gone:
            self._connection.execute(
                delete(twin).where(
                    and_(twin.c.item_id == item, twin.c.person_id == person, twin.c.grp == group)
                )
            )
        for item, person, group in made:
            self._connection.execute(
                twin.insert().values(item_id=item, person_id=person, grp=group)
            )

    def drop_files(self, ids: Iterable[int]) -> None:
        """Delete the rows of copies that a merge made; the files are unlinked by their names."""
        self._connection.execute(delete(sealed_file).where(sealed_file.c.id.in_(list(ids))))


FOLLOWING = ("consent", "request", "paper", "measure", "slip", "returned", "packet_paper")
"""The tables whose rows follow the person, beside holdings, relations and registers."""
_TABLES: dict[str, Table] = {
    each.name: each
    for each in (holding, consent, request, paper, measure, slip, returned, packet_paper)
}


def _merge(row: Row[tuple[object, ...]]) -> Merge:
    told: dict[str, Any] = {name: _tuples(each) for name, each in json.loads(row.moved).items()}
    return Merge(
        id=row.id,
        keeper_id=row.keeper_id,
        gone_id=row.gone_id,
        made_at=row.made_at,
        account_id=row.account_id,
        until=row.until,
        undone_at=row.undone_at,
        moved=Moved(**told),
    )


def _tuples(found: object) -> object:
    return tuple(map(_tuples, found)) if isinstance(found, list) else found
