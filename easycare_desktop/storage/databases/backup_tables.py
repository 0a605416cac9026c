"""Tables of office.db about backups: places, the register, and what was last seen outside."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Table, Text

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata

backup_target = Table(
    "backup_target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("label", String(40), nullable=False),
    Column("path", Text, nullable=False, unique=True),
    Column("mark", String(16), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("last_at", Moment),
    Column("last_set", String(60)),
    sqlite_autoincrement=True,
)

backup = Table(
    "backup",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("target_id", Integer, nullable=False, index=True),
    Column("label", String(40), nullable=False),
    Column("at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("cause", String(16), nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("set_name", String(60), nullable=False),
    Column("new_files", Integer, nullable=False),
    Column("new_bytes", BigInteger, nullable=False),
    Column("total_bytes", BigInteger, nullable=False),
    Column("covered", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("problem", String(40), nullable=False),
    sqlite_autoincrement=True,
)

place_sight = Table(
    "place_sight",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("place_id", Integer, primary_key=True, autoincrement=False),
    Column("seen_at", Moment, nullable=False),
    Column("elsewhere", Boolean(name="elsewhere"), nullable=False),
    Column("sound", Boolean(name="sound"), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
)
