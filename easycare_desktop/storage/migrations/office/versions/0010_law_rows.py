"""Confirmations of deadlines and of rules about people: their codes are longer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _set_length(48)


def downgrade() -> None:
    op.execute("DELETE FROM law_row WHERE length(code) > 8")
    _set_length(8)


def _set_length(length: int) -> None:
    with op.batch_alter_table("law_row") as table:
        table.alter_column("code", type_=sa.String(length=length), existing_nullable=False)
