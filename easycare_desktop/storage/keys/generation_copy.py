"""Writes the next key file, row by row inside SQLCipher, without what is to go."""

from collections.abc import Sequence
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.holding_keys import Envelope
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.schema import COPIED_WHOLE, create_tables, put_meta
from easycare_desktop.storage.keys.sqlcipher import connect
from easycare_desktop.storage.keys.switch_plan import SwitchPlan

_KEY_COLUMNS = "id, key, wrapped, grp, officer_key, destroyed_at, number"


def copy_generation(
    file: KeyFile, path: Path, root: bytes, plan: SwitchPlan, envelopes: Sequence[Envelope]
) -> None:
    """Write the generation of `plan` to `path` under a new root, in one transaction.

    A key that goes or that is separated never reaches the new file, not even its free pages.
    """
    connection = connect(path, root)
    try:
        # Always with its own key: a bare ATTACH takes the key of the main file, an empty one none.
        old = f"x'{file.root.hex()}'"
        connection.execute("ATTACH ? AS old KEY ?", (str(file.path), old))
        # Never IMMEDIATE here: that would make the old file part of a commit across two files.
        connection.execute("BEGIN")
        create_tables(connection)
        connection.execute("INSERT INTO main.meta SELECT * FROM old.meta")
        put_meta(connection, generation=plan.new)
        for table in COPIED_WHOLE:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM old.{table}")  # noqa: S608
        _copy_keys(connection, plan, envelopes)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _copy_keys(connection: Connection, plan: SwitchPlan, envelopes: Sequence[Envelope]) -> None:
    connection.execute("CREATE TEMP TABLE leaving(id INTEGER PRIMARY KEY)")
    connection.executemany(
        "INSERT INTO temp.leaving VALUES (?)",
        [(each,) for each in (*plan.destroy, *plan.separate)],
    )
    connection.execute(
        f"INSERT INTO main.holding_key({_KEY_COLUMNS}) SELECT {_KEY_COLUMNS}"  # noqa: S608
        " FROM old.holding_key WHERE id NOT IN (SELECT id FROM temp.leaving)"
    )
    connection.executemany(
        "INSERT INTO main.holding_key(id, wrapped, grp, officer_key) VALUES (?, ?, ?, ?)",
        [(each.holding_id, each.wrapped, each.group, each.officer_key) for each in envelopes],
    )
    connection.executemany(
        "INSERT INTO main.holding_key(id, destroyed_at, number) VALUES (?, ?, ?)",
        [(each, plan.started_at.isoformat(), plan.number) for each in plan.destroy],
    )
