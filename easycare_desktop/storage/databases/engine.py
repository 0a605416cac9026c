"""One encrypted database file as an SQLAlchemy engine, and its way up to the newest schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.sqlcipher import connect, refusal_of
from easycare_desktop.system.atomic_files import write_atomically

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
HEADS = {"office": "0013", "separated": "0001"}

_COPY = ".before-"


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
        # The one used last still holds its pages opened; another would open them all again.
        pool_use_lifo=True,
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
    except (DBAPIError, dbapi2.DatabaseError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        refusal = refusal_of(cause, path) if isinstance(cause, Exception) else None
        if isinstance(refusal, Refusal):
            raise refusal from None
        raise


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@dataclass(frozen=True, slots=True)
class Database:
    """One database on its way up: its engine, its name among the migrations, its file."""

    engine: Engine
    name: str
    path: Path


def bring_up(*databases: Database) -> None:
    """Bring databases that belong together to their heads; older files are copied first.

    The copies go once every upgrade is committed. Where one fails, all files are as they were, so
    that the older program still opens them. Raises `NewerSchemaError`, before anything is changed,
    when a file is ahead of this program, and the disk's refusals.
    """
    older = {each: found for each in databases if (found := _found(each)) != HEADS[each.name]}
    for each, found in older.items():
        if found is not None:
            write_atomically(_copy(each, found), each.path.read_bytes())
    done: list[Database] = []
    try:
        for each in older:
            _upgrade(each)
            done.append(each)
    except BaseException:
        for each in done:
            _put_back(each, older[each])
        raise
    for each in databases:
        for copy in each.path.parent.glob(f"{each.path.stem}{_COPY}*"):
            copy.unlink(missing_ok=True)


def _found(database: Database) -> str | None:
    with begin(database.engine, database.path) as connection:
        found = _version(connection)
    if found in (None, HEADS[database.name]):
        return found
    from easycare_desktop.storage.databases import scripts  # noqa: PLC0415 - heavy, seldom needed

    if found not in scripts.known(MIGRATIONS / database.name):
        raise NewerSchemaError(database.name)
    return found


def _upgrade(database: Database) -> None:
    from easycare_desktop.storage.databases import scripts  # noqa: PLC0415 - heavy, seldom needed

    with begin(database.engine, database.path) as connection:
        scripts.upgrade(MIGRATIONS / database.name, connection)


def _put_back(database: Database, found: str | None) -> None:
    if found is not None:
        database.engine.dispose()
        write_atomically(database.path, _copy(database, found).read_bytes())


def _copy(database: Database, found: str) -> Path:
    return database.path.with_suffix(f"{_COPY}{found}")


def _version(connection: Connection) -> str | None:
    known = connection.execute(
        text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    ).scalar_one()
    if not known:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
