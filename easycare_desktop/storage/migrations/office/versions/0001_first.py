"""First tables of office.db."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_log",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("detail", sa.String(length=80), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_access_log")),
    )
    op.create_index(op.f("ix_access_log_person_id"), "access_log", ["person_id"], unique=False)
    op.create_table(
        "law_row",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_law_row")),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("saved", sa.Boolean(name="saved"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_paper_person_id"), "paper", ["person_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("last_service_on", sa.Date(), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("number", name=op.f("uq_person_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("cause", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("requested_by", sa.Integer(), nullable=False),
        sa.Column("requested_at", sa.String(length=25), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.String(length=25), nullable=True),
        sa.Column("wait_until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("outside", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.String(length=25), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("number", name=op.f("uq_plan_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_state"), "plan", ["state"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("text_version", sa.String(length=16), nullable=False),
        sa.Column("result", sa.String(length=10), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("paper_id", sa.BigInteger(), nullable=True),
        sa.Column("evidence_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)
    op.create_table(
        "holding",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("grp", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("collected_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=8), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("destroy_by", sa.Date(), nullable=True),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_holding_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holding")),
    )
    op.create_index(op.f("ix_holding_destroy_by"), "holding", ["destroy_by"], unique=False)
    op.create_index(op.f("ix_holding_until"), "holding", ["until"], unique=False)
    op.create_index("ix_holding_grp_state", "holding", ["grp", "state"], unique=False)
    op.create_index(op.f("ix_holding_person_id"), "holding", ["person_id"], unique=False)
    op.create_index(op.f("ix_holding_state"), "holding", ["state"], unique=False)
    op.create_table(
        "plan_item",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("grp", sa.String(length=24), nullable=False),
        sa.Column("action", sa.String(length=8), nullable=False),
        sa.Column("rule", sa.String(length=8), nullable=False),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_item_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", "holding_id", name=op.f("pk_plan_item")),
    )
    op.create_index(op.f("ix_plan_item_person_id"), "plan_item", ["person_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("recipient_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["person.id"], name=op.f("fk_relation_guardian_id")
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["person.id"], name=op.f("fk_relation_recipient_id")
        ),
        sa.PrimaryKeyConstraint("recipient_id", "guardian_id", name=op.f("pk_relation")),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("relation", sa.String(length=1), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("scope", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("with_form", sa.Boolean(name="with_form"), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("wish_on", sa.Date(), nullable=False),
        sa.Column("last_service_on", sa.Date(), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("carried_out_on", sa.Date(), nullable=True),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("destruction_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_request_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("number", name=op.f("uq_request_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_request_person_id"), "request", ["person_id"], unique=False)
    op.create_index(op.f("ix_request_state"), "request", ["state"], unique=False)
    op.create_table(
        "holding_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holding_id"],
            ["holding.id"],
            name=op.f("fk_holding_change_holding_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holding_change")),
        sa.UniqueConstraint("holding_id", "version", name="uq_holding_change_version"),
    )
    op.create_table(
        "sealed_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("media", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holding_id"],
            ["holding.id"],
            name=op.f("fk_sealed_file_holding_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_file")),
        sa.UniqueConstraint("name", name=op.f("uq_sealed_file_name")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("sealed_file")
    op.drop_table("holding_change")
    op.drop_index(op.f("ix_request_state"), table_name="request")
    op.drop_index(op.f("ix_request_person_id"), table_name="request")
    op.drop_table("request")
    op.drop_table("relation")
    op.drop_index(op.f("ix_plan_item_person_id"), table_name="plan_item")
    op.drop_table("plan_item")
    op.drop_index(op.f("ix_holding_state"), table_name="holding")
    op.drop_index(op.f("ix_holding_person_id"), table_name="holding")
    op.drop_index(op.f("ix_holding_until"), table_name="holding")
    op.drop_index(op.f("ix_holding_destroy_by"), table_name="holding")
    op.drop_index("ix_holding_grp_state", table_name="holding")
    op.drop_table("holding")
    op.drop_index(op.f("ix_consent_person_id"), table_name="consent")
    op.drop_table("consent")
    op.drop_index(op.f("ix_plan_state"), table_name="plan")
    op.drop_table("plan")
    op.drop_table("person")
    op.drop_index(op.f("ix_paper_person_id"), table_name="paper")
    op.drop_table("paper")
    op.drop_table("meta")
    op.drop_table("law_row")
    op.drop_index(op.f("ix_access_log_person_id"), table_name="access_log")
    op.drop_table("access_log")
