"""Tables of office.db about forms with a code: the numbers printed, and what came back.

The pages that came back lie sealed in holdings, first of the office itself, then of the person.
"""

from sqlalchemy import BigInteger, Column, Date, Integer, String, Table, Text

from easycare_desktop.storage.databases.columns import Moment
from easycare_desktop.storage.databases.office_tables import metadata
from easycare_desktop.storage.databases.paper_tables import packet_paper

slip = Table(
    "slip",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("paper_id", Integer, nullable=False, index=True),
    Column("form", String(2), nullable=False),
    Column("edition", String(4), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("person_id", Integer),
    Column("request_id", Integer),
    Column("boxes", Text, nullable=False),
    sqlite_autoincrement=True,
)

returned = Table(
    "returned",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("holding_id", BigInteger, nullable=False),
    Column("slip_id", Integer, index=True),
    Column("doubt", String(16)),
    Column("state", String(8), nullable=False, index=True),
    Column("received_on", Date, nullable=False),
    Column("channel", String(12), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("layout", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("person_id", Integer),
    Column("filed_at", Moment),
    sqlite_autoincrement=True,
)

CARRIED = (slip, packet_paper)
"""What a restore carries over whole from the data in use."""
