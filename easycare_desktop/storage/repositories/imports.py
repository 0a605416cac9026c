"""Lists that were brought in: what each one added and changed, and how its columns were read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from easycare_desktop.domain.import_refusals import ImportUnknownError
from easycare_desktop.domain.import_runs import ImportRun, import_number
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.databases.list_tables import (
    import_item,
    import_layout,
    import_run,
)
from easycare_desktop.storage.repositories.bulk import insert_rows

_ITEM = ("run_id", "holding_id", "person_id", "version", "newcomer")

_ANY = 0
"""How it is written that the version does not matter."""


class ImportItem(NamedTuple):
    """A holding that a list began or changed.

    `version`: the one it led to; nothing where the holding goes whatever it says now.
    """

    holding_id: int
    person_id: int
    version: int | None
    newcomer: bool


class ImportsRepository:
    """Rows of `import_run`, `import_item` and `import_layout`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        kind: PersonKind,
        items: Sequence[ImportItem],
        *,
        added: int,
        changed: int,
        at: datetime,
        account_id: int,
        by_hand: bool = False,
    ) -> ImportRun:
        """Record a list with everything it did; `by_hand`: what one person wrote down."""
        run_id = self._connection.execute(
            import_run.insert()
            .values(
                kind=kind.value,
                made_at=at,
                account_id=account_id,
                added=added,
                changed=changed,
                by_hand=by_hand,
            )
            .returning(import_run.c.id)
        ).scalar_one()
        # In the order of the key: a row at a random place costs a page each.
        rows = [
            (run_id, holding_id, person_id, version or _ANY, newcomer)
            for holding_id, person_id, version, newcomer in sorted(items)
        ]
        insert_rows(self._connection, import_item, _ITEM, rows)
        return self.get(run_id)

    def get(self, run_id: int) -> ImportRun:
        """Return one list. Raises `ImportUnknownError`."""
        row = self._connection.execute(select(import_run).where(import_run.c.id == run_id)).first()
        if row is None:
            raise ImportUnknownError(run_id)
        return _run(row)

    def all(self, *, by_hand: bool = False) -> list[ImportRun]:
        """Return every list that was brought in, newest first; `by_hand`: the others."""
        wanted = select(import_run).where(import_run.c.by_hand.is_(by_hand))
        rows = self._connection.execute(wanted.order_by(import_run.c.id.desc()))
        return [_run(row) for row in rows]

    def items(self, run_id: int) -> list[ImportItem]:
        """Return what a list did."""
        rows = self._connection.execute(
            select(import_item)
            .where(import_item.c.run_id == run_id)
            .order_by(import_item.c.person_id)
        )
        return [
            ImportItem(row.holding_id, row.person_id, row.version or None, row.newcomer)
            for row in rows
        ]

    def undone(self, run_id: int, at: datetime) -> None:
        """Record that a list was taken back."""
        self._connection.execute(
            update(import_run).where(import_run.c.id == run_id).values(undone_at=at)
        )

    def layouts(self) -> Mapping[str, Sequence[str]]:
        """Return how columns were read, by the fingerprint of their headings, the latest last."""
        rows = self._connection.execute(select(import_layout).order_by(import_layout.c.used_at))
        return {row.fingerprint: tuple(json.loads(row.meanings)) for row in rows}

    def remember(self, fingerprint: str, meanings: Iterable[str], at: datetime) -> None:
        """Keep how the columns under these headings were read."""
        values = {"meanings": json.dumps(list(meanings)), "used_at": at}
        self._connection.execute(
            insert(import_layout)
            .values(fingerprint=fingerprint, **values)
            .on_conflict_do_update(index_elements=["fingerprint"], set_=values)
        )


def _run(row: Row[tuple[object, ...]]) -> ImportRun:
    return ImportRun(
        id=row.id,
        number=import_number(row.id),
        kind=PersonKind(row.kind),
        made_at=row.made_at,
        account_id=row.account_id,
        added=row.added,
        changed=row.changed,
        undone_at=row.undone_at,
    )
