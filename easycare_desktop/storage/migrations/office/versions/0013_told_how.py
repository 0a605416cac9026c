"""How an applicant was told the result of a request."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("request", sa.Column("told_how", sa.String(length=10), nullable=True))


def downgrade() -> None:
    op.drop_column("request", "told_how")
