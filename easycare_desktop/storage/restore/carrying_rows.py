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


def carry_changes(connection: Connection, holdings: str) -> None:
    """Take the history of some holdings from the present data; `holdings`: a query of their ids.

    Its rows are numbered anew: two PCs may have given one number to two changes.
    """
    table = office.holding_change
    columns = ", ".join(f'"{each.name}"' for each in table.columns if not each.primary_key)
    connection.execute(f"DELETE FROM main.{table.name} WHERE holding_id IN ({holdings})")  # noqa: S608
    connection.execute(
        f"INSERT INTO main.{table.name}({columns})"  # noqa: S608 - names of our own tables
        f" SELECT {columns} FROM now.{table.name} WHERE holding_id IN ({holdings}) ORDER BY id"
    )


def carry_waiting(connection: Connection) -> None:
    """Bring papers along that came back since the backup and wait for a person."""
    waits = "state = 'waiting' AND id NOT IN (SELECT id FROM main.returned)"
    named = f"SELECT holding_id FROM now.returned WHERE {waits}"  # noqa: S608
    copy_rows(connection, office.holding, "INSERT OR REPLACE", f"id IN ({named})")
    copy_rows(connection, office.sealed_file, "INSERT OR REPLACE", f"holding_id IN ({named})")
    copy_rows(connection, returns.returned, "INSERT OR IGNORE", waits)


def carry_ties(connection: Connection) -> None:
    """Let a tie of a guardian that ended since the backup stay ended, and one that was tied again.

    Comes before the endings themselves are carried.
    """
    pair = "recipient_id, guardian_id"
    undone = "id NOT IN (SELECT id FROM now.relation_end)"
    people = "SELECT id FROM main.person"
    copy_rows(
        connection,
        office.relation,
        "INSERT OR IGNORE",
        f"({pair}) IN (SELECT {pair} FROM main.relation_end WHERE {undone})"  # noqa: S608
        f" AND recipient_id IN ({people}) AND guardian_id IN ({people})",
    )
    connection.execute(f"DELETE FROM main.relation_end WHERE {undone}")  # noqa: S608
    connection.execute(
        f"DELETE FROM main.relation WHERE ({pair}) IN (SELECT {pair} FROM now.relation_end)"  # noqa: S608
        f" AND ({pair}) NOT IN (SELECT {pair} FROM now.relation)"
    )
