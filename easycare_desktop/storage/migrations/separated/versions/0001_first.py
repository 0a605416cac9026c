"""First tables of separated.db."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("person_number", sa.String(length=12), nullable=False),
        sa.Column("grp", sa.String(length=24), nullable=False),
        sa.Column("read_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("sealed_reason", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reading_holding_id"), "reading", ["holding_id"], unique=False)
    op.create_table(
        "separated_holding",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person_number", sa.String(length=12), nullable=False),
        sa.Column("grp", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("collected_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=8), nullable=False),
        sa.Column("counted_from", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("plan_number", sa.String(length=12), nullable=False),
        sa.Column("separated_at", sa.String(length=25), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("annex", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_separated_holding")),
    )
    op.create_index(
        op.f("ix_separated_holding_person_id"), "separated_holding", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_separated_holding_until"), "separated_holding", ["until"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_separated_holding_until"), table_name="separated_holding")
    op.drop_index(op.f("ix_separated_holding_person_id"), table_name="separated_holding")
    op.drop_table("separated_holding")
    op.drop_index(op.f("ix_reading_holding_id"), table_name="reading")
    op.drop_table("reading")
