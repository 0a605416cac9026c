"""The table of merges in office.db: numbers, codes and days alone."""

from sqlalchemy import Column, Date, Integer, Table, Text

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata

merge = Table(
    "merge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("keeper_id", Integer, nullable=False, index=True),
    Column("gone_id", Integer, nullable=False, index=True),
    Column("made_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("until", Date, nullable=False),
    Column("undone_at", Moment),
    Column("moved", Text, nullable=False),
    sqlite_autoincrement=True,
)
