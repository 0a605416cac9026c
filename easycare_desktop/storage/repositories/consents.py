"""Consent lines: added, never edited."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import Row

from easycare_desktop.domain.consents import ConsentLine, ConsentMethod, ConsentResult
from easycare_desktop.storage.databases.office_tables import consent

_GIVEN = ConsentResult.GIVEN.value
# Read past the tables' types: everybody's consents are very many rows, and a save waits for them.
_SAID = "SELECT person_id, purpose, result, until FROM consent"
_SINCE = " WHERE person_id IN (SELECT person_id FROM consent WHERE id > ?)"
_IN_ORDER = " ORDER BY said_on, id"


class ConsentsRepository:
    """Rows of `consent`. Who signed stands sealed in the person's consent paper holding."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        person_id: int,
        purpose: str,
        text_version: str,
        result: ConsentResult,
        method: ConsentMethod,
        *,
        said_on: date,
        recorded_at: datetime,
        account_id: int,
        until: date | None = None,
        paper_id: int | None = None,
        evidence_id: int | None = None,
    ) -> ConsentLine:
        """Add a line and return it."""
        line = ConsentLine(
            id=0,
            person_id=person_id,
            purpose=purpose,
            text_version=text_version,
            result=result,
            method=method,
            said_on=said_on,
            recorded_at=recorded_at,
            account_id=account_id,
            until=until,
            paper_id=paper_id,
            evidence_id=evidence_id,
        )
        inserted = self._connection.execute(consent.insert().values(_values(line)))
        made = inserted.inserted_primary_key
        return replace(line, id=int(made[0]) if made is not None else 0)

    def of_person(self, person_id: int) -> list[ConsentLine]:
        """Return every line of a person, oldest first."""
        rows = self._connection.execute(
            select(consent).where(consent.c.person_id == person_id).order_by(consent.c.id)
        )
        return [_line(row) for row in rows]

    def persons(self) -> frozenset[int]:
        """Return everybody who ever said anything to a purpose."""
        return frozenset(self._connection.execute(select(consent.c.person_id).distinct()).scalars())

    def newest(self) -> int:
        """Return the number of the newest line, or 0."""
        return int(self._connection.execute(select(func.max(consent.c.id))).scalar() or 0)

    def given(self, since: int = 0) -> dict[int, dict[str, date | None]]:
        """Return the living consents, purpose and last day, of whoever has a line after `since`."""
        found: defaultdict[int, dict[str, date | None]] = defaultdict(dict)
        last_day = lru_cache(date.fromisoformat)
        if since:
            rows = self._connection.exec_driver_sql(_SAID + _SINCE + _IN_ORDER, (since,))
        else:
            rows = self._connection.exec_driver_sql(_SAID + _IN_ORDER)
        for person_id, purpose, result, until in rows:
            given = found[person_id]
            if result == _GIVEN:
                given[purpose] = last_day(until) if until else None
            else:
                given.pop(purpose, None)
        return dict(found)


def _values(line: ConsentLine) -> dict[str, object]:
    values = {column.name: getattr(line, column.name) for column in consent.c}
    del values["id"]
    return values | {"result": line.result.value, "method": line.method.value}


def _line(row: Row[tuple[object, ...]]) -> ConsentLine:
    return ConsentLine(
        id=row.id,
        person_id=row.person_id,
        purpose=row.purpose,
        text_version=row.text_version,
        result=ConsentResult(row.result),
        method=ConsentMethod(row.method),
        said_on=row.said_on,
        recorded_at=row.recorded_at,
        account_id=row.account_id,
        until=row.until,
        paper_id=row.paper_id,
        evidence_id=row.evidence_id,
    )
