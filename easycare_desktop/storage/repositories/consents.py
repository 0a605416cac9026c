"""Consent lines: added, never edited."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Connection, func, select, tuple_
from sqlalchemy.engine import Row

from easycare_desktop.domain.consents import ConsentLine, ConsentMethod, ConsentResult
from easycare_desktop.domain.holdings import IN_USE
from easycare_desktop.storage.databases.office_tables import consent, holding

_GIVEN = ConsentResult.GIVEN.value
_IN_USE = [state.value for state in IN_USE]
# Read past the tables' types: everybody's consents are very many rows, and a save waits for them.
# What somebody said comes as one text, the first line first: very many people said the same.
_SAID = (
    "SELECT person_id, group_concat("
    "said_on || ' ' || purpose || ' ' || result || ' ' || ifnull(until, ''), '\n')"
    " FROM (SELECT id, person_id, said_on, purpose, result, until FROM consent"
    "{since} ORDER BY person_id, id) GROUP BY person_id"
)
_ALL, _SOME = (
    _SAID.format(since=since)
    for since in ("", " WHERE person_id IN (SELECT person_id FROM consent WHERE id > ?)")
)


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

    def given(self, since: int = 0) -> dict[int, Mapping[str, date | None]]:
        """Return the living consents, purpose and last day, of whoever has a line after `since`."""
        if since:
            rows = self._connection.exec_driver_sql(_SOME, (since,))
        else:
            rows = self._connection.exec_driver_sql(_ALL)
        living = lru_cache(None)(_living)
        return {person_id: living(said) for person_id, said in rows.all()}

    def fallen(self, rests: Iterable[tuple[str, str]], today: date) -> list[int]:
        """Return the holdings in use whose newest word is no living consent, by their id.

        `rests`: (item group, purpose) of what rests on a consent. Where no word was ever said, and
        where a clock runs or days are left to ask again, a holding is not among them.
        """
        later = consent.alias()
        after = (later.c.said_on > consent.c.said_on) | (
            (later.c.said_on == consent.c.said_on) & (later.c.id > consent.c.id)
        )
        same = (later.c.person_id == consent.c.person_id) & (later.c.purpose == consent.c.purpose)
        over = (consent.c.result != _GIVEN) | (consent.c.until < today)
        free = holding.c.until.is_(None) & (
            holding.c.destroy_by.is_(None) | (holding.c.destroy_by < today)
        )
        rows = self._connection.execute(
            select(holding.c.id)
            .join(consent, consent.c.person_id == holding.c.person_id)
            .where(over, tuple_(holding.c.grp, consent.c.purpose).in_(list(rests)))
            .where(holding.c.state.in_(_IN_USE), holding.c.merged_from.is_(None), free)
            .where(~select(later.c.id).where(same, after).exists())
            .order_by(holding.c.id)
        )
        return [int(each) for each in rows.scalars()]


def _living(said: str) -> Mapping[str, date | None]:
    """Return what stands after these lines; of one day, the later line counts."""
    found: dict[str, date | None] = {}
    for line in sorted(said.split("\n"), key=_day):
        _, purpose, result, until = line.split(" ")
        if result == _GIVEN:
            found[purpose] = date.fromisoformat(until) if until else None
        else:
            found.pop(purpose, None)
    return found


def _day(line: str) -> str:
    return line[: line.index(" ")]


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
