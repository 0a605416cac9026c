"""Tables of separated.db: what only the law keeps. The officer's key protects what the rows say."""

from sqlalchemy import BigInteger, Column, Date, Integer, LargeBinary, String, Table, Text

from easycare_desktop.storage.databases.columns import Moment, new_metadata

metadata = new_metadata()

separated_holding = Table(
    "separated_holding",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Integer, nullable=False, index=True),
    Column("person_number", String(12), nullable=False),
    Column("grp", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("basis", String(16), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("collected_on", Date, nullable=False),
    Column("rule", String(8), nullable=False),
    Column("counted_from", Date, nullable=False),
    Column("until", Date, nullable=False, index=True),
    Column("hold_until", Date),
    Column("plan_number", String(12), nullable=False),
    Column("separated_at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("annex", Text, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("holding_id", BigInteger, nullable=False, index=True),
    Column("person_number", String(12), nullable=False),
    Column("grp", String(24), nullable=False),
    Column("read_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("purpose", String(24), nullable=False),
    Column("sealed_reason", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
