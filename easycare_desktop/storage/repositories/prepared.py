"""Statements that every save runs: compiled once, and handed to the driver as they are.

What SQLAlchemy does around a statement weighs as much as the statement itself.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, cast

from sqlalchemy import Connection, Delete, Dialect, Insert, LargeBinary, Select, Update
from sqlalchemy.engine import Row, result_tuple
from sqlalchemy.types import TypeEngine

Change = Callable[[Any], object]


class Cursor(Protocol):
    """What the driver runs statements with."""

    rowcount: int

    def execute(self, statement: str, values: Sequence[object]) -> object:
        """Run a statement once."""

    def executemany(self, statement: str, values: Sequence[Sequence[object]]) -> object:
        """Run a statement once for each row."""

    def fetchall(self) -> list[Sequence[Any]]:
        """Return what was found."""

    def fetchmany(self, size: int) -> list[Sequence[Any]]:
        """Return the next so many rows of what was found."""


class Prepared:
    """One statement; its values are named at each run."""

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        self.statement = statement

    def rows(self, connection: Connection, **values: object) -> list[Row[Any]]:
        """Return everything that a query finds."""
        compiled = _compiled(self, connection.dialect)
        found = self._run(connection, compiled, values).fetchall()
        reads, make = compiled.reads, compiled.make
        for place, read in reads:
            found = [
                row if row[place] is None else (*row[:place], read(row[place]), *row[place + 1 :])
                for row in found
            ]
        return [make(row) for row in found]

    def first(self, connection: Connection, **values: object) -> Row[Any] | None:
        """Return the first that a query finds, or nothing."""
        return next(iter(self.rows(connection, **values)), None)

    def change(self, connection: Connection, **values: object) -> int:
        """Return how many rows were changed."""
        return self._run(connection, _compiled(self, connection.dialect), values).rowcount

    def _run(
        self, connection: Connection, compiled: "_Compiled", values: dict[str, object]
    ) -> Cursor:
        cursor = cursor_of(connection)
        cursor.execute(
            compiled.text,
            [
                values.get(name, known) if write is None else write(values.get(name, known))
                for name, known, write in compiled.takes
            ],
        )
        return cursor


def plain_rows(
    connection: Connection, query: Select[Any], at_once: int
) -> Iterator[list[Sequence[Any]]]:
    """Yield what a query finds, so many rows at a time, each value as the driver returns it."""
    compiled = query.compile(
        dialect=connection.dialect, compile_kwargs={"render_postcompile": True}
    )
    cursor = cursor_of(connection)
    cursor.execute(str(compiled), [compiled.params[name] for name in compiled.positiontup or ()])
    while some := cursor.fetchmany(at_once):
        yield some


def cursor_of(connection: Connection) -> Cursor:
    """Return a cursor of the driver, inside the transaction that the connection has begun."""
    return cast("Cursor", connection.connection.cursor())


def writer(kind: TypeEngine[Any], dialect: Dialect) -> Change | None:
    """Return how values of a column are handed to the driver, if not as they are."""
    if isinstance(kind, LargeBinary):
        return None
    return kind.dialect_impl(dialect).bind_processor(dialect)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """`takes`: names in order, what stands there if nothing is said, and how it is written."""

    text: str
    takes: tuple[tuple[str, object, Change | None], ...]
    reads: tuple[tuple[int, Change], ...]
    make: Callable[[Sequence[Any]], Row[Any]]


@lru_cache(maxsize=512)
def _compiled(prepared: Prepared, dialect: Dialect) -> _Compiled:
    statement = prepared.statement
    compiled = statement.compile(dialect=dialect)
    known = compiled.params
    takes = tuple(
        (name, known[name], writer(compiled.binds[name].type, dialect))
        for name in compiled.positiontup or ()
    )
    columns = list(statement.selected_columns) if isinstance(statement, Select) else []
    reads = tuple(
        (place, read)
        for place, column in enumerate(columns)
        if not isinstance(column.type, LargeBinary)
        and (read := column.type.dialect_impl(dialect).result_processor(dialect, None))
    )
    make = result_tuple([str(column.key) for column in columns])
    return _Compiled(str(compiled), takes, reads, make)
