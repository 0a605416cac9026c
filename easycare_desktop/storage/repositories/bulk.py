"""Very many rows in one statement, without a mapping for each of them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Dialect, LargeBinary, Table


def insert_rows(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows whose values stand in the order of `columns`."""
    values = dict(zip(columns, zip(*rows, strict=True), strict=False))
    if not values:
        return
    dialect = connection.dialect
    for name in columns:
        kind = table.c[name].type
        stored = kind.dialect_impl(dialect).bind_processor(dialect)
        if stored is not None and not isinstance(kind, LargeBinary):
            known = {each: stored(each) for each in {*values[name]}}
            values[name] = tuple(map(known.__getitem__, values[name]))
    statement, order = _statement(table, columns, dialect)
    in_order = zip(*(values[name] for name in order), strict=True)
    connection.exec_driver_sql(statement, list(in_order))


@lru_cache
def _statement(
    table: Table, columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...]]:
    compiled = table.insert().compile(dialect=dialect, column_keys=columns)
    return str(compiled), tuple(compiled.positiontup or ())
