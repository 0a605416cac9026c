"""Tables of the registers of paper, media and outside copies, in office.db.

Their descriptions lie sealed in holdings of the office itself.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
)

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata

register_item = Table(
    "register_item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("kind", String(8), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("holding_id", BigInteger, nullable=False),
    Column("held_data", Boolean(name="held_data"), nullable=False),
    Column("added_on", Date, nullable=False),
    sqlite_autoincrement=True,
)

twin = Table(
    "twin",
    metadata,
    Column("item_id", ForeignKey("register_item.id"), primary_key=True),
    Column("person_id", Integer, primary_key=True, autoincrement=False, index=True),
    Column("grp", String(24), primary_key=True),
)

disposal = Table(
    "disposal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("method", String(12), nullable=False),
    Column("at", Moment, nullable=False),
    Column("on_site_at", Moment),
    Column("holding_id", BigInteger, nullable=False),
    Column("handled_by", Integer, nullable=False),
    Column("plan_id", Integer, index=True),
    Column("sequence", Integer, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("entry", String(64), nullable=False),
    sqlite_autoincrement=True,
)

disposal_item = Table(
    "disposal_item",
    metadata,
    Column("disposal_id", ForeignKey("disposal.id"), primary_key=True),
    Column("item_id", ForeignKey("register_item.id"), primary_key=True),
    Column("person_id", Integer, primary_key=True, autoincrement=False),
)
