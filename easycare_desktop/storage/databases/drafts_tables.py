"""Tables of drafts.db: half-typed work. Never backed up, under a new key after each destruction."""

from sqlalchemy import Column, Integer, String, Table, Text

from easycare_desktop.storage.databases.columns import Moment, new_metadata

metadata = new_metadata()

draft = Table(
    "draft",
    metadata,
    Column("account_id", Integer, primary_key=True),
    Column("window", String(24), primary_key=True),
    Column("subject", Integer, primary_key=True),
    Column("kept_at", Moment, nullable=False),
    Column("text", Text, nullable=False),
)
