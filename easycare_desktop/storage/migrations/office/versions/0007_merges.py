"""Merges of two people, and holdings that wait beside the one that stays."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("keeper_id", sa.Integer(), nullable=False),
        sa.Column("gone_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("undone_at", sa.String(length=25), nullable=True),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_merge_keeper_id"), "merge", ["keeper_id"], unique=False)
    op.create_index(op.f("ix_merge_gone_id"), "merge", ["gone_id"], unique=False)
    op.add_column("holding", sa.Column("merged_from", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("holding", "merged_from")
    op.drop_index(op.f("ix_merge_gone_id"), table_name="merge")
    op.drop_index(op.f("ix_merge_keeper_id"), table_name="merge")
    op.drop_table("merge")
