"""What is never rolled back: it is carried over from the data in use, where that can be read.

Evidence (access log, plans, papers, what the officer confirmed), the second vault, every number
that was given, and each person whose rights were served since the backup: ended, destroyed,
separated, suspended, withdrawn, merged, parted. Doing it twice changes nothing.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3.dbapi2 import Connection, DatabaseError

from easycare_desktop.storage.databases import backup_tables as backup
from easycare_desktop.storage.databases import merge_tables as merging
from easycare_desktop.storage.databases import office_tables as office
from easycare_desktop.storage.databases import paper_tables as papers
from easycare_desktop.storage.databases import register_tables as register
from easycare_desktop.storage.databases import return_tables as returns
from easycare_desktop.storage.databases import separated_tables as separated
from easycare_desktop.storage.databases.data_pointer import FILES
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, connect, refusal_of
from easycare_desktop.storage.restore import carrying_rows
from easycare_desktop.storage.restore.carrying_persons import begin_persons, carry_persons
from easycare_desktop.storage.restore.carrying_rows import (
    carry_changes,
    carry_waiting,
    copy_rows,
    first_column,
)
from easycare_desktop.system.atomic_files import disk_refusals, make_private_folder, sync_folder

EVIDENCE = (
    office.access_log,
    office.plan,
    office.plan_item,
    papers.paper,
    office.law_row,
    office.measure,
    backup.backup_target,
    backup.backup,
    backup.place_sight,
    register.register_item,
    register.twin,
    register.disposal,
    register.disposal_item,
    *returns.CARRIED,
    merging.merge,
    office.relation_end,
)
OF_BACKUP = frozenset(
    {
        "meta",
        "person",
        "relation",
        "holding",
        "holding_change",
        "sealed_file",
        "consent",
        "request",
        "import_run",
        "import_item",
        "import_layout",
        "returned",
    }
)
_PARTS = (
    (office.plan_item, "plan_id", office.plan),
    (register.twin, "item_id", register.register_item),
    (register.disposal_item, "item_id", register.register_item),
    (register.disposal_item, "disposal_id", register.disposal),
)
VAULT = (separated.separated_holding, separated.reading)


@dataclass(frozen=True, slots=True)
class Carried:
    """What came over. `log`: whether the present access log did."""

    persons: int
    log: bool


def carry_office(stage: Path, present: Path, keys: OpenKeys) -> Carried:
    """Carry over what office.db in folder `present` knows better than the one in `stage`.

    Both are at the newest schema, and nobody writes. Raises `WrongKeyError`, `FileDamagedError`,
    and the refusals of the disk.
    """
    key = keys.file_key("office")
    with _pair(stage / "office.db", present / "office.db", key) as connection:
        connection.execute("BEGIN")
        log = _carry_log(connection)
        begin_persons(connection)
        carrying_rows.carry_ties(connection)
        for table in EVIDENCE:
            if table is not office.access_log:
                copy_rows(connection, table, "INSERT OR REPLACE")
        _drop_strays(connection)
        _carry_registers(connection)
        carry_waiting(connection)
        served = carry_persons(connection, keys.living_keys(), keys.separated_ids())
        _carry_numbers(connection)
        _carry_mark(connection)
        names = first_column(connection, "SELECT name FROM main.sealed_file")
        if connection.execute("PRAGMA main.foreign_key_check").fetchone() is not None:
            raise FileDamagedError(present.name)
        connection.execute("COMMIT")
    _bring_files(stage, present, names)
    return Carried(served, log)


def carry_separated(stage: Path, present: Path, key: bytes) -> None:
    """Carry the second vault over: what it holds more now, and every reading of it."""
    with _pair(stage / "separated.db", present / "separated.db", key) as connection:
        connection.execute("BEGIN")
        for table in VAULT:
            copy_rows(connection, table, "INSERT OR REPLACE")
        annexes = first_column(connection, "SELECT annex FROM main.separated_holding")
        connection.execute("COMMIT")
    _bring_files(stage, present, [row[1] for text in annexes for row in json.loads(text)["files"]])


@contextmanager
def _pair(stage: Path, present: Path, key: bytes) -> Iterator[Connection]:
    """Lend the staged database with the present one attached as `now`, read only by us."""
    connect(present, key, create=False).close()
    connection = connect(stage, key, create=False)
    try:
        _attach(connection, present, key)
        yield connection
    except DatabaseError as error:
        raise refusal_of(error, stage) from None
    finally:
        connection.close()


def _attach(connection: Connection, present: Path, key: bytes) -> None:
    # Foreign keys are whole again at the end; in between rows of a person come one table at a time.
    connection.execute("PRAGMA foreign_keys = OFF")
    # Always with its own key: a bare ATTACH takes the key of the main file, an empty one none.
    connection.execute("ATTACH ? AS now KEY ?", (str(present), f"x'{key.hex()}'"))


def _carry_log(connection: Connection) -> bool:
    """Put the present log in the place of the staged one, if it is the same log gone on."""
    head = connection.execute(
        "SELECT seq, hash FROM main.access_log ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if head is not None:
        same = connection.execute(
            "SELECT 1 FROM now.access_log WHERE seq = ? AND hash = ?", head
        ).fetchone()
        if same is None:
            return False
    copy_rows(connection, office.access_log, "INSERT OR IGNORE")
    return True


def _drop_strays(connection: Connection) -> None:
    """Remove parts of what gave way to a row with the same printed number.

    Two branches of an office may have given one number to two plans of which none was begun, or to
    two boxes: the present one stays.
    """
    for part, column, whole in _PARTS:
        connection.execute(
            f"DELETE FROM main.{part.name}"  # noqa: S608 - names of our own tables
            f" WHERE {column} NOT IN (SELECT id FROM main.{whole.name})"
        )


def _carry_registers(connection: Connection) -> None:
    """Bring what the registers say, sealed, along with their lines."""
    named = (
        "SELECT holding_id FROM now.register_item UNION SELECT holding_id FROM now.disposal"
        " UNION SELECT id FROM now.holding WHERE grp = 'log_review'"
    )
    copy_rows(connection, office.holding, "INSERT OR REPLACE", f"id IN ({named})")
    carry_changes(connection, named)


def _carry_numbers(connection: Connection) -> None:
    """Let every series of numbers go on from where it stands now."""
    connection.execute(
        "UPDATE main.sqlite_sequence SET seq = max(seq, coalesce("
        "(SELECT seq FROM now.sqlite_sequence n WHERE n.name = main.sqlite_sequence.name), 0))"
    )
    connection.execute(
        "INSERT INTO main.sqlite_sequence(name, seq) SELECT name, seq FROM now.sqlite_sequence"
        " WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)"
    )
    connection.execute(
        "INSERT INTO main.meta(name, value) SELECT name, value FROM now.meta"
        " WHERE name LIKE 'floor.%'"
        " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)"
    )
    last = connection.execute("SELECT max(number) FROM now.person").fetchone()[0]
    connection.execute(
        "INSERT INTO main.meta(name, value) VALUES ('floor.person', ?)"
        " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
        (last or "",),
    )


def _carry_mark(connection: Connection) -> None:
    """Keep the higher of both marks, each of its numbers by itself."""
    marks = [
        json.loads(text)
        for text in first_column(
            connection,
            "SELECT value FROM main.meta WHERE name = 'mark'"
            " UNION ALL SELECT value FROM now.meta WHERE name = 'mark'",
        )
    ]
    highest = {
        name: max(mark[name] for mark in marks if name in mark)
        for name in {name for mark in marks for name in mark}
    }
    connection.execute(
        "INSERT OR REPLACE INTO main.meta(name, value) VALUES ('mark', ?)", (json.dumps(highest),)
    )


def _bring_files(stage: Path, present: Path, names: Iterable[str]) -> None:
    """Copy sealed files that the staged rows name and the backup did not have."""
    sealed = make_private_folder(stage / FILES)
    with disk_refusals():
        for name in names:
            source = present / FILES / name
            if not (sealed / name).exists() and source.is_file():
                shutil.copyfile(source, sealed / name)
        sync_folder(sealed)
