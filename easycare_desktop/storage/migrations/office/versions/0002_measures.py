"""Measures on holdings, and the items of a holding that a plan names."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("cause", sa.String(length=16), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("set_at", sa.String(length=25), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("lifted_at", sa.String(length=25), nullable=True),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("sealed_reason", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_measure_holding_id"), "measure", ["holding_id"], unique=False)
    op.add_column("plan_item", sa.Column("fields", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("plan_item", "fields")
    op.drop_index(op.f("ix_measure_holding_id"), table_name="measure")
    op.drop_table("measure")
