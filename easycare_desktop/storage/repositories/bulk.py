"""Rows in one statement that is prepared once, without a mapping for each of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, Dialect, LargeBinary, Table


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A statement, the columns in its order, and how values of some are written."""

    statement: str
    order: tuple[str, ...]
    written: Mapping[str, Callable[[object], object]]


def insert_rows(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows whose values stand in the order of `columns`."""
    values = dict(zip(columns, zip(*rows, strict=True), strict=False))
    if not values:
        return
    prepared = _prepared(table, columns, connection.dialect)
    for name, write in prepared.written.items():
        known = {each: write(each) for each in {*values[name]}}
        values[name] = tuple(map(known.__getitem__, values[name]))
    in_order = zip(*(values[name] for name in prepared.order), strict=True)
    connection.exec_driver_sql(prepared.statement, list(in_order))


@lru_cache
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Prepared:
    compiled = table.insert().compile(dialect=dialect, column_keys=columns)
    written = {}
    for name in columns:
        kind = table.c[name].type
        write = kind.dialect_impl(dialect).bind_processor(dialect)
        if write is not None and not isinstance(kind, LargeBinary):
            written[name] = write
    return _Prepared(str(compiled), tuple(compiled.positiontup or ()), written)
