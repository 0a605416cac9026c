"""The table of packets in office.db: which papers were made as one set, and what came back."""

from sqlalchemy import Column, Date, Integer, String, Table

from easycare_desktop.storage.databases.office_tables import metadata

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
