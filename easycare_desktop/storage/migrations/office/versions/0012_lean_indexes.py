"""Holdings are found by item group with their person or state; empty days stand in no index."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_DAYS = ("until", "destroy_by", "watched_on")


def upgrade() -> None:
    op.drop_index("ix_holding_grp_state", table_name="holding")
    op.drop_index("ix_holding_state", table_name="holding")
    op.drop_index("ix_holding_person_id", table_name="holding")
    op.create_index("ix_holding_state_grp", "holding", ["state", "grp"], unique=False)
    op.create_index("ix_holding_person_grp", "holding", ["person_id", "grp"], unique=False)
    for day in _DAYS:
        op.drop_index(f"ix_holding_{day}", table_name="holding")
        known = sa.text(f"{day} IS NOT NULL")
        op.create_index(f"ix_holding_{day}", "holding", [day], unique=False, sqlite_where=known)


def downgrade() -> None:
    for day in _DAYS:
        op.drop_index(f"ix_holding_{day}", table_name="holding")
        op.create_index(f"ix_holding_{day}", "holding", [day], unique=False)
    op.drop_index("ix_holding_person_grp", table_name="holding")
    op.drop_index("ix_holding_state_grp", table_name="holding")
    op.create_index("ix_holding_person_id", "holding", ["person_id"], unique=False)
    op.create_index("ix_holding_state", "holding", ["state"], unique=False)
    op.create_index("ix_holding_grp_state", "holding", ["grp", "state"], unique=False)
