"""Rows in one statement that is prepared once, without a mapping for each of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table

from easycare_desktop.storage.repositories.prepared import Change, cursor_of, writer


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A statement, the columns in its order, and how values of some are written.

    `places`: the same for one row whose values stand in another order.
    """

    statement: str
    order: tuple[str, ...]
    written: Mapping[str, Change]
    places: tuple[tuple[int, Change | None], ...]


def insert_rows(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows whose values stand in the order of `columns`."""
    rows = list(rows)
    prepared = _prepared(table, columns, connection.dialect)
    if len(rows) == 1:
        (row,) = rows
        said = [
            row[place] if write is None else write(row[place]) for place, write in prepared.places
        ]
        cursor_of(connection).execute(prepared.statement, said)
        return
    values = dict(zip(columns, zip(*rows, strict=True), strict=False))
    if not values:
        return
    for name, write in prepared.written.items():
        known = {each: write(each) for each in {*values[name]}}
        values[name] = tuple(map(known.__getitem__, values[name]))
    in_order = zip(*(values[name] for name in prepared.order), strict=True)
    cursor_of(connection).executemany(prepared.statement, list(in_order))


@lru_cache
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Prepared:
    compiled = table.insert().compile(dialect=dialect, column_keys=columns)
    written = {}
    for name in columns:
        write = writer(table.c[name].type, dialect)
        if write is not None:
            written[name] = write
    order = tuple(compiled.positiontup or ())
    places = tuple((columns.index(name), written.get(name)) for name in order)
    return _Prepared(str(compiled), order, written, places)
