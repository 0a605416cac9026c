"""Lists of people that were brought in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_layout",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("meanings", sa.Text(), nullable=False),
        sa.Column("used_at", sa.String(length=25), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_import_layout")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("made_at", sa.String(length=25), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.String(length=25), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_item",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("newcomer", sa.Boolean(name="newcomer"), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["import_run.id"], name=op.f("fk_import_item_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "holding_id", name=op.f("pk_import_item")),
    )


def downgrade() -> None:
    op.drop_table("import_item")
    op.drop_table("import_run")
    op.drop_table("import_layout")
