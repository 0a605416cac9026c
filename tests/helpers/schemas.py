"""Schemas that the migrations made once, laid into every further new database of the run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Row, column, literal_column, select, table

Upgrade = Callable[[Path, Connection], None]
_WHAT_IS_THERE = (
    "SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"
)


@dataclass(frozen=True)
class Schema:
    """Its statements in their order, and the rows that the migrations left in each table."""

    statements: tuple[str, ...]
    rows: dict[str, tuple[Row[tuple[object, ...]], ...]]


class Schemas:
    """Stands in for the upgrade of files that are new; older files go up by their migrations."""

    def __init__(self, upgrade: Upgrade) -> None:
        self.by_scripts = upgrade
        self._known: dict[Path, Schema] = {}

    def __call__(self, folder: Path, connection: Connection) -> None:
        new = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
        if not new:
            self.by_scripts(folder, connection)
        elif folder in self._known:
            _lay(self._known[folder], connection)
        else:
            self.by_scripts(folder, connection)
            self._known[folder] = _read(connection)


def _read(connection: Connection) -> Schema:
    found = connection.exec_driver_sql(_WHAT_IS_THERE).all()
    tables = [name for name, kind, _sql in found if kind == "table"]
    rows = {name: rows_of(name, connection) for name in tables}
    return Schema(tuple(sql for *_, sql in found if sql), rows)


def rows_of(name: str, connection: Connection) -> tuple[Row[tuple[object, ...]], ...]:
    """Return everything that stands in a table."""
    return tuple(connection.execute(select(literal_column("*")).select_from(table(name))))


def _lay(schema: Schema, connection: Connection) -> None:
    for statement in schema.statements:
        connection.exec_driver_sql(statement)
    for name, rows in schema.rows.items():
        for row in rows:
            columns = [column(each) for each in row._fields]
            connection.execute(table(name, *columns).insert().values(row._asdict()))
