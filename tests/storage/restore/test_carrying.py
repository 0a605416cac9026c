"""Every table is either carried over a restore or comes from the backup, by decision."""

from pathlib import Path

import pytest

import easycare_desktop.storage.unit_of_work  # noqa: F401 - knows every table
from easycare_desktop.storage.databases import office_tables, separated_tables
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError, connect, rekey
from easycare_desktop.storage.restore.carrying import EVIDENCE, OF_BACKUP, VAULT

KEY, OTHER = b"k" * 32, b"o" * 32


def test_every_table_of_office_db_is_decided():
    """A new table: evidence and registers are carried, what is in use comes from the backup."""
    carried = {table.name for table in EVIDENCE}
    assert not carried & OF_BACKUP
    assert carried | OF_BACKUP == set(office_tables.metadata.tables)


def test_every_table_of_the_second_vault_is_carried():
    assert {table.name for table in VAULT} == set(separated_tables.metadata.tables)


def test_a_file_takes_another_key(tmp_path: Path):
    path = tmp_path / "office.db"
    connection = connect(path, KEY)
    connection.execute("CREATE TABLE t(x)")
    connection.execute("INSERT INTO t VALUES ('stays')")
    connection.close()
    rekey(path, KEY, OTHER)
    with pytest.raises((WrongKeyError, FileDamagedError)):
        connect(path, KEY, create=False)
    connection = connect(path, OTHER, create=False)
    assert connection.execute("SELECT x FROM t").fetchall() == [("stays",)]
    connection.close()
