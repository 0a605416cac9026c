"""Days that an office keeps an eye on, relations that ended, registrations taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "relation_end",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=12), nullable=False),
        sa.Column("recorded_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_end")),
        sqlite_autoincrement=True,
    )
    for name in ("recipient_id", "guardian_id"):
        op.create_index(op.f(f"ix_relation_end_{name}"), "relation_end", [name], unique=False)
    op.add_column("holding", sa.Column("watched_on", sa.Date(), nullable=True))
    op.create_index(op.f("ix_holding_watched_on"), "holding", ["watched_on"], unique=False)
    op.add_column(
        "import_run",
        sa.Column("by_hand", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("import_run", "by_hand")
    op.drop_index(op.f("ix_holding_watched_on"), table_name="holding")
    op.drop_column("holding", "watched_on")
    for name in ("recipient_id", "guardian_id"):
        op.drop_index(op.f(f"ix_relation_end_{name}"), table_name="relation_end")
    op.drop_table("relation_end")
