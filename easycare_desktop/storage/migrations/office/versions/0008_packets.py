"""Sets of papers for somebody new, and which of them came back."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "packet_paper",
        sa.Column("paper_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("packet_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("paper_id", name=op.f("pk_packet_paper")),
    )
    for name in ("packet_id", "person_id"):
        op.create_index(op.f(f"ix_packet_paper_{name}"), "packet_paper", [name], unique=False)


def downgrade() -> None:
    for name in ("packet_id", "person_id"):
        op.drop_index(op.f(f"ix_packet_paper_{name}"), table_name="packet_paper")
    op.drop_table("packet_paper")
