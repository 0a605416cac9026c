"""One encrypted database file as an SQLAlchemy engine, and its way up to the newest schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.sqlcipher import connect, refusal_of
from easycare_desktop.system.atomic_files import write_atomically

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
HEADS = {"office": "0005", "separated": "0001"}


class NewerSchemaError(Refusal):
    """The file was written by a newer version of this program."""

    def __init__(self, database: str) -> None:
        super().__init__(database)
        self.database = database


def open_engine(path: Path, key: bytes, *, create: bool) -> Engine:
    """Return an engine on the SQLCipher file `path`; `key` is 32 raw bytes.

    Unless `create`, a missing or empty file is refused on connecting, never begun anew.
    Parameters never stand in exception texts. Transactions begin as IMMEDIATE, so that a writer
    learns at once that another one is at work and DDL rolls back too.
    """
    engine = create_engine(
        "sqlite://",
        creator=partial(connect, path, key, create=create),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


@contextmanager
def begin(engine: Engine, path: Path) -> Iterator[Connection]:
    """Begin a transaction; commit at the end, roll back on any exception.

    Raises `DiskFullError`, `FolderNotWritableError`, `FileDamagedError` for what the disk refuses.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        refusal = refusal_of(error.orig, path) if isinstance(error.orig, Exception) else None
        if isinstance(refusal, Refusal):
            raise refusal from None
        raise


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def bring_up(engine: Engine, name: str, path: Path) -> None:
    """Bring the database `name` to its head; an existing older file is copied first.

    The copy goes once the upgrade is committed; an upgrade that fails leaves the file as it was.
    Raises `NewerSchemaError` when the file is ahead of this program, and the disk's refusals.
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
        write_atomically(path.with_suffix(f".before-{found}"), path.read_bytes())
    with begin(engine, path) as connection:
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
