"""Tables of office.db about lists of people that were brought in."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text, false

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata

import_run = Table(
    "import_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("undone_at", Moment),
    Column("by_hand", Boolean(name="by_hand"), nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)

import_item = Table(
    "import_item",
    metadata,
    Column("run_id", ForeignKey("import_run.id"), primary_key=True),
    Column("holding_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("newcomer", Boolean(name="newcomer"), nullable=False),
)

import_layout = Table(
    "import_layout",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("meanings", Text, nullable=False),
    Column("used_at", Moment, nullable=False),
)
