"""What a paper is about by number, and of which sort its file is."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("paper", sa.Column("subject", sa.Integer(), nullable=True))
    op.add_column(
        "paper", sa.Column("media", sa.String(length=8), server_default="pdf", nullable=False)
    )


def downgrade() -> None:
    op.drop_column("paper", "media")
    op.drop_column("paper", "subject")
