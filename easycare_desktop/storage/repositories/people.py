"""Persons and their relations."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    String,
    Table,
    bindparam,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from easycare_desktop.domain.people import (
    EndingReason,
    Person,
    PersonKind,
    PersonNotFoundError,
    PersonState,
    person_number,
    sequence_of,
)
from easycare_desktop.storage.databases.office_tables import person, relation, relation_end
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.bulk import insert_rows
from easycare_desktop.storage.repositories.meta import MetaRepository
from easycare_desktop.storage.repositories.prepared import Prepared, plain_rows

_AT_ONCE = 1_000
_OPEN = ("id", "number", "kind", "state", "registered_on")
_ONE = Prepared(select(person).where(person.c.id == bindparam("wanted")))
# Days as the file keeps them, as texts: `_Days` reads each but once.
_ALL = select(
    *(type_coerce(each, String) if isinstance(each.type, Date) else each for each in person.c)
).order_by(person.c.id)
_HIGHEST = Prepared(select(func.max(person.c.id).label("id")))


class PeopleRepository:
    """Rows of `person` and `relation` as frozen values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: PersonKind, registered_on: date) -> Person:
        """Add a person with the next number; numbers are never used twice."""
        sequence = self._next()
        new = Person(sequence, person_number(sequence), kind, PersonState.ACTIVE, registered_on)
        insert_rows(self._connection, person, _OPEN, [_row(new)])
        return new

    def put_back(self, people: Sequence[Person]) -> None:
        """Enter persons as they are, with the numbers that they have had."""
        insert_rows(self._connection, person, _OPEN, map(_row, people))

    def add_many(self, kinds: Sequence[PersonKind], registered_on: date) -> list[Person]:
        """Add persons of these kinds in one statement, with the next numbers in order."""
        people = [
            Person(sequence, person_number(sequence), kind, PersonState.ACTIVE, registered_on)
            for sequence, kind in enumerate(kinds, start=self._next())
        ]
        insert_rows(self._connection, person, _OPEN, map(_row, people))
        return people

    def _next(self) -> int:
        row = _HIGHEST.first(self._connection)
        highest = row.id if row else None
        floor = MetaRepository(self._connection).floor("person")
        return max(highest or 0, sequence_of(floor) if floor else 0) + 1

    def get(self, person_id: int) -> Person:
        """Return one person; raise `PersonNotFoundError`."""
        row = _ONE.first(self._connection, wanted=person_id)
        if row is None:
            raise PersonNotFoundError(person_id)
        return _person(row)

    def all(self) -> list[Person]:
        """Return every person in order of number."""
        days = _Days()
        return [
            _person((id_, number, kind, state, days[first], days[end], days[last], ending))
            for some in plain_rows(self._connection, _ALL, _AT_ONCE)
            for id_, number, kind, state, first, end, last, ending in some
        ]

    def some(self, person_ids: Iterable[int]) -> dict[int, Person]:
        """Return the persons with these ids, by id."""
        found: dict[int, Person] = {}
        for ids in batches(person_ids):
            rows = self._connection.execute(select(person).where(person.c.id.in_(ids)))
            found |= {row.id: _person(row) for row in rows}
        return found

    def numbered(self, number: str) -> Person | None:
        """Return the person with this number, if there is one."""
        row = self._connection.execute(select(person).where(person.c.number == number)).first()
        return None if row is None else _person(row)

    def first_of(self, kind: PersonKind) -> Person | None:
        """Return the person of a kind who was registered first, if there is any."""
        query = select(person).where(person.c.kind == kind.value).order_by(person.c.id).limit(1)
        row = self._connection.execute(query).first()
        return None if row is None else _person(row)

    def end(self, person_id: int, ending: EndingReason, ended_on: date, last: date | None) -> None:
        """Record that the relation ended."""
        self._connection.execute(
            update(person)
            .where(person.c.id == person_id)
            .values(
                state=PersonState.ENDING.value,
                ending=ending.value,
                ended_on=ended_on,
                last_service_on=last,
            )
        )

    def set_state(self, person_id: int, state: PersonState) -> None:
        """Move a person on."""
        self._connection.execute(
            update(person).where(person.c.id == person_id).values(state=state.value)
        )

    def set_states(self, person_ids: Iterable[int], state: PersonState) -> None:
        """Move persons on, many at once."""
        for ids in batches(person_ids):
            self._connection.execute(
                update(person).where(person.c.id.in_(ids)).values(state=state.value)
            )

    def set_last_service(self, person_id: int, last: date | None) -> None:
        """Record the last day of service while the relation goes on."""
        self._connection.execute(
            update(person).where(person.c.id == person_id).values(last_service_on=last)
        )

    def reopen(self, person_id: int) -> None:
        """Take an ending back (only possible until it was carried out)."""
        self._connection.execute(
            update(person)
            .where(person.c.id == person_id)
            .values(state=PersonState.ACTIVE.value, ending=None, ended_on=None)
        )

    def link(self, recipient_id: int, guardian_id: int, rank: int) -> None:
        """Tie a guardian to a recipient; `rank` 1 is called first."""
        self._connection.execute(
            relation.insert().values(recipient_id=recipient_id, guardian_id=guardian_id, rank=rank)
        )

    def link_many(self, links: Sequence[tuple[int, int, int]]) -> None:
        """Tie (recipient, guardian, rank) triples in one statement."""
        insert_rows(self._connection, relation, ("recipient_id", "guardian_id", "rank"), links)

    def put_in_order(self, recipient_id: int, guardian_ids: Sequence[int]) -> None:
        """Record the order of contact of a recipient's guardians."""
        for rank, guardian_id in enumerate(guardian_ids, start=1):
            self._connection.execute(
                update(relation)
                .where(
                    relation.c.recipient_id == recipient_id,
                    relation.c.guardian_id == guardian_id,
                )
                .values(rank=rank)
            )

    def be_gone(self, person_ids: Iterable[int]) -> None:
        """Keep their numbers and nothing else: nobody is tied to them any more.

        A tie that ended before is the trace of both: it stays for whoever is still here.
        """
        going = frozenset(person_ids)
        self.set_states(going, PersonState.GONE)
        gone = select(person.c.id).where(person.c.state == PersonState.GONE.value)
        both = relation_end.c.recipient_id.in_(gone) & relation_end.c.guardian_id.in_(gone)
        for ids in batches(going):
            self._connection.execute(delete(relation).where(_names(relation, ids)))
            self._connection.execute(delete(relation_end).where(_names(relation_end, ids) & both))

    def all_guardians(self) -> dict[int, tuple[int, ...]]:
        """Return the guardians of every recipient who has any, in order of contact."""
        rows = self._connection.execute(
            select(relation).order_by(relation.c.recipient_id, relation.c.rank)
        )
        found: dict[int, tuple[int, ...]] = {}
        for row in rows:
            found[row.recipient_id] = (*found.get(row.recipient_id, ()), row.guardian_id)
        return found

    def guardians_of(self, recipient_id: int) -> list[int]:
        """Return ids of guardians in order of contact."""
        rows = self._connection.execute(
            select(relation.c.guardian_id)
            .where(relation.c.recipient_id == recipient_id)
            .order_by(relation.c.rank)
        )
        return [row.guardian_id for row in rows]

    def recipients_of(self, guardian_id: int) -> list[int]:
        """Return ids of the recipients a guardian belongs to."""
        rows = self._connection.execute(
            select(relation.c.recipient_id)
            .where(relation.c.guardian_id == guardian_id)
            .order_by(relation.c.recipient_id)
        )
        return [row.recipient_id for row in rows]


def _names(table: Table, person_ids: Sequence[int]) -> ColumnElement[bool]:
    return table.c.recipient_id.in_(person_ids) | table.c.guardian_id.in_(person_ids)


class _Days(dict[str | None, date | None]):
    """Days as they stand in the file, each read when it is first met: very many share one."""

    def __missing__(self, text: str | None) -> date | None:
        self[text] = date.fromisoformat(text) if text is not None else None
        return self[text]


_KINDS = {each.value: each for each in PersonKind}
_CODES = {each: each.value for each in PersonKind}
_ENDINGS: dict[str | None, EndingReason | None] = {each.value: each for each in EndingReason}
_ENDINGS |= dict.fromkeys((None, ""))
_STATES = {each.value: each for each in PersonState}


def _row(each: Person) -> tuple[object, ...]:
    return (each.id, each.number, _CODES[each.kind], each.state.value, each.registered_on)


def _person(row: Sequence[Any]) -> Person:
    # By place, in the order of the table: by name it takes twice as long, and all are read.
    id_, number, kind, state, first, end, last, why = row
    return Person(id_, number, _KINDS[kind], _STATES[state], first, end, last, _ENDINGS[why])
