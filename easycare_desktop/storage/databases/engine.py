"""One encrypted database file as an SQLAlchemy engine, and its way up to the newest schema."""

import shutil
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.sqlcipher import connect

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
HEADS = {"office": "0001", "separated": "0001"}


class NewerSchemaError(Refusal):
    """The file was written by a newer version of this program."""

    def __init__(self, database: str) -> None:
        super().__init__(database)
        self.database = database


def open_engine(path: Path, key: bytes) -> Engine:
    """Return an engine on the SQLCipher file `path`; `key` is 32 raw bytes.

    Parameters never stand in exception texts. Transactions begin as IMMEDIATE, so that a writer
    learns at once that another one is at work and DDL rolls back too.
    """
    engine = create_engine(
        "sqlite://",
        creator=partial(connect, path, key),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def bring_up(engine: Engine, name: str, path: Path) -> None:
    """Bring the database `name` to its head; an existing older file is copied first.

    Raises `NewerSchemaError` when the file is ahead of this program.
    """
    with engine.connect() as connection:
        found = _version(connection)
    if found == HEADS[name]:
        return
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS / name).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise NewerSchemaError(name)
    if found is not None:
        shutil.copy2(path, path.with_suffix(f".before-{found}"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    path.with_suffix(f".before-{found}").unlink(missing_ok=True)


def _version(connection: Connection) -> str | None:
    known = connection.execute(
        text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    ).scalar_one()
    if not known:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
