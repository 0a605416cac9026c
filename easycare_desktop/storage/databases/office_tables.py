"""Tables of office.db: what is in use. Only numbers, codes and dates stand in the open."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from easycare_desktop.storage.databases.columns import Moment, new_metadata

metadata = new_metadata()

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("registered_on", Date, nullable=False),
    Column("ended_on", Date),
    Column("last_service_on", Date),
    Column("ending", String(16)),
    sqlite_autoincrement=True,
)

relation = Table(
    "relation",
    metadata,
    Column("recipient_id", ForeignKey("person.id"), primary_key=True),
    Column("guardian_id", ForeignKey("person.id"), primary_key=True),
    Column("rank", Integer, nullable=False),
)

relation_end = Table(
    "relation_end",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("recipient_id", Integer, nullable=False, index=True),
    Column("guardian_id", Integer, nullable=False, index=True),
    Column("ended_on", Date, nullable=False),
    Column("reason", String(12), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    sqlite_autoincrement=True,
)

holding = Table(
    "holding",
    metadata,
    # Not Integer, which would be the row's own place: numbers are random, so each new row would
    # cost a page. A list into a full office took twice as long, and a save as long as it does now.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("grp", String(24), nullable=False),
    Column("state", String(12), nullable=False),
    Column("version", Integer, nullable=False),
    Column("basis", String(16), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("collected_on", Date, nullable=False),
    Column("rule", String(8)),
    Column("counted_from", Date),
    Column("until", Date),
    Column("destroy_by", Date),
    Column("hold_until", Date),
    Column("sealed", LargeBinary, nullable=False),
    Column("merged_from", Integer),
    Column("watched_on", Date),
    Index("ix_holding_person_grp", "person_id", "grp"),
    Index("ix_holding_state_grp", "state", "grp"),
)
# Most holdings have no such day yet: a save writes only what somebody looks for.
for _day in (holding.c.until, holding.c.destroy_by, holding.c.watched_on):
    Index(f"ix_holding_{_day.name}", _day, sqlite_where=_day.is_not(None))

holding_change = Table(
    "holding_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("holding_id", BigInteger, ForeignKey("holding.id", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("holding_id", "version", name="uq_holding_change_version"),
)

sealed_file = Table(
    "sealed_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("holding_id", BigInteger, ForeignKey("holding.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(40), nullable=False, unique=True),
    Column("media", String(40), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    sqlite_autoincrement=True,
)

consent = Table(
    "consent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("purpose", String(32), nullable=False),
    Column("text_version", String(16), nullable=False),
    Column("result", String(10), nullable=False),
    Column("method", String(10), nullable=False),
    Column("said_on", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("until", Date),
    Column("paper_id", BigInteger),
    Column("evidence_id", Integer),
    sqlite_autoincrement=True,
)

request = Table(
    "request",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("relation", String(1), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("holding_id", BigInteger, nullable=False),
    Column("scope", String(8), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("channel", String(12), nullable=False),
    Column("with_form", Boolean(name="with_form"), nullable=False),
    Column("received_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("wish_on", Date, nullable=False),
    Column("last_service_on", Date),
    Column("ending", String(16)),
    Column("verified_on", Date),
    Column("decided_on", Date),
    Column("carried_out_on", Date),
    Column("notified_on", Date),
    Column("told_how", String(10)),
    Column("destruction_id", Integer),
    sqlite_autoincrement=True,
)

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(12), nullable=False, unique=True),
    Column("cause", String(12), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("digest", LargeBinary, nullable=False),
    Column("requested_by", Integer, nullable=False),
    Column("requested_at", Moment, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("request_id", Integer),
    Column("approved_by", Integer),
    Column("approved_at", Moment),
    Column("wait_until", Date),
    Column("note", Text, nullable=False, default=""),
    Column("outside", Text, nullable=False, default="{}"),
    Column("facts", Text, nullable=False, default="{}"),
    Column("finished_at", Moment),
    sqlite_autoincrement=True,
)

plan_item = Table(
    "plan_item",
    metadata,
    Column("plan_id", ForeignKey("plan.id"), primary_key=True),
    Column("holding_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Integer, nullable=False, index=True),
    Column("grp", String(24), nullable=False),
    Column("action", String(8), nullable=False),
    Column("rule", String(8), nullable=False),
    Column("counted_from", Date),
    Column("until", Date),
    Column("fields", Text, nullable=False, server_default=""),
)

measure = Table(
    "measure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("holding_id", BigInteger, nullable=False, index=True),
    Column("person_id", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("cause", String(16), nullable=False),
    Column("until", Date),
    Column("set_at", Moment, nullable=False),
    Column("set_by", Integer, nullable=False),
    Column("lifted_at", Moment),
    Column("lifted_by", Integer),
    Column("sealed_reason", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

law_row = Table(
    "law_row",
    metadata,
    Column("code", String(48), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("confirmed_on", Date),
    Column("confirmed_by", Integer),
)

access_log = Table(
    "access_log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("account_id", Integer, nullable=False),
    Column("place", String(64), nullable=False),
    Column("person_id", Integer, index=True),
    Column("action", String(40), nullable=False),
    Column("count", Integer, nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("detail", String(80), nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
