"""Copies rows from the data in use, attached as `now`, into what is being restored."""

from sqlalchemy import Table
from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.databases import office_tables as office
from easycare_desktop.storage.databases import return_tables as returns


def copy_rows(connection: Connection, table: Table, verb: str, where: str = "1") -> None:
    """Copy rows of a table by the names of its columns, whatever order either file has."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    connection.execute(
        f"{verb} INTO main.{table.name}({columns})"  # noqa: S608 - names of our own tables
        f" SELECT {columns} FROM now.{table.name} WHERE {where}"
    )


def first_column(connection: Connection, query: str) -> list[str]:
    """Return the first column of what a query finds."""
    return [row[0] for row in connection.execute(query).fetchall()]


def carry_waiting(connection: Connection) -> None:
    """Bring papers along that came back since the backup and wait for a person."""
    waits = "state = 'waiting' AND id NOT IN (SELECT id FROM main.returned)"
    named = f"SELECT holding_id FROM now.returned WHERE {waits}"  # noqa: S608
    copy_rows(connection, office.holding, "INSERT OR REPLACE", f"id IN ({named})")
    copy_rows(connection, office.sealed_file, "INSERT OR REPLACE", f"holding_id IN ({named})")
    copy_rows(connection, returns.returned, "INSERT OR IGNORE", waits)
