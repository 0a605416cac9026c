import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, Integer, Table, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from easycare_desktop.storage.databases.columns import Moment, new_metadata
from easycare_desktop.storage.databases.engine import begin, open_engine
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.repositories.bulk import insert_rows
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.offices import NOW

KEY = bytes(range(32))
metadata = new_metadata()
sample = Table("sample", metadata, Column("id", Integer, primary_key=True), Column("at", Moment))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sample.db"


@pytest.fixture
def engine(path: Path):
    made = open_engine(path, KEY, create=True)
    with made.begin() as connection:
        metadata.create_all(connection)
    yield made
    made.dispose()


def test_a_block_that_fails_leaves_nothing(engine: Engine, path: Path):
    def fail() -> None:
        with begin(engine, path) as connection:
            connection.execute(sample.insert().values(id=1))
            connection.execute(text("CREATE TABLE half (id)"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with engine.connect() as connection:
        assert connection.execute(select(sample)).all() == []
        names = connection.execute(text("SELECT name FROM sqlite_master")).scalars().all()
        assert "half" not in names


def test_a_second_writer_waits_or_is_told(engine: Engine, path: Path):
    other = open_engine(path, KEY, create=False)

    with other.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")

    def write_twice() -> None:
        with begin(engine, path), begin(other, path):
            pass

    with pytest.raises(DBAPIError, match="locked"):
        write_twice()
    other.dispose()


def test_no_parameter_stands_in_an_error(engine: Engine, path: Path):
    def insert_twice() -> None:
        with begin(engine, path) as connection:
            for _ in range(2):
                connection.execute(sample.insert().values(id=987654321))

    with pytest.raises(IntegrityError) as refused:
        insert_twice()
    assert "987654321" not in str(refused.value)


@pytest.mark.parametrize("bare", [False, True])
def test_a_full_disk_is_a_refusal(engine: Engine, path: Path, bare: bool):
    """`bare`: the driver itself tells it, as where many rows go in at once."""

    def fill() -> None:
        with begin(engine, path) as connection:
            used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {used}")
            if bare:
                insert_rows(connection, sample, ("id", "at"), [(each, NOW) for each in range(5000)])
            for number in range(5000):
                connection.execute(sample.insert().values(id=number, at=NOW))

    with pytest.raises(DiskFullError):
        fill()
    with engine.connect() as connection:
        assert connection.execute(select(sample)).all() == []


def test_a_missing_file_is_not_begun_anew(tmp_path: Path):
    engine = open_engine(tmp_path / "missing.db", KEY, create=False)
    with pytest.raises(FileDamagedError):
        engine.connect()
    assert list(tmp_path.iterdir()) == []
    engine.dispose()


def test_settings_of_every_connection(engine: Engine):
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {
        "journal_mode": "truncate" if sys.platform == "win32" else "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
    }


def test_moments_keep_their_offset(engine: Engine, path: Path):
    with begin(engine, path) as connection:
        connection.execute(sample.insert().values(id=1, at=NOW))
    with engine.connect() as connection:
        stored = connection.execute(select(sample.c.at)).scalar_one()
        plain = connection.exec_driver_sql("SELECT at FROM sample").scalar_one()
    assert stored == NOW
    assert isinstance(stored, datetime)
    assert plain == "2026-11-23T10:00:00+09:00"
