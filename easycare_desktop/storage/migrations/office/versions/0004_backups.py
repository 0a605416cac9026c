"""Places for backups, the register of backups, and when each place outside was last seen."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backup_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("added_at", sa.String(length=25), nullable=False),
        sa.Column("last_at", sa.String(length=25), nullable=True),
        sa.Column("last_set", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_target")),
        sa.UniqueConstraint("path", name=op.f("uq_backup_target_path")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "backup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("set_name", sa.String(length=60), nullable=False),
        sa.Column("new_files", sa.Integer(), nullable=False),
        sa.Column("new_bytes", sa.BigInteger(), nullable=False),
        sa.Column("total_bytes", sa.BigInteger(), nullable=False),
        sa.Column("covered", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_backup_target_id"), "backup", ["target_id"], unique=False)
    op.create_table(
        "place_sight",
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("place_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.String(length=25), nullable=False),
        sa.Column("elsewhere", sa.Boolean(name="elsewhere"), nullable=False),
        sa.Column("sound", sa.Boolean(name="sound"), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "place_id", name=op.f("pk_place_sight")),
    )


def downgrade() -> None:
    op.drop_table("place_sight")
    op.drop_index(op.f("ix_backup_target_id"), table_name="backup")
    op.drop_table("backup")
    op.drop_table("backup_target")
