"""Tables of papers in office.db: what was made, which were made as one set, what came back."""

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata

paper = Table(
    "paper",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(24), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("person_id", Integer, index=True),
    Column("request_id", Integer),
    Column("plan_id", Integer),
    Column("made_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("purpose", String(40), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("saved", Boolean(name="saved"), nullable=False),
    Column("subject", Integer),
    Column("media", String(8), nullable=False, server_default="pdf"),
    sqlite_autoincrement=True,
)

packet_paper = Table(
    "packet_paper",
    metadata,
    Column("paper_id", Integer, primary_key=True, autoincrement=False),
    Column("packet_id", Integer, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("person_id", Integer, nullable=False, index=True),
    Column("returned_on", Date),
    Column("account_id", Integer),
)
