"""Registers of paper, media and outside copies, and what was destroyed of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "register_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("held_data", sa.Boolean(name="held_data"), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_item")),
        sa.UniqueConstraint("number", name=op.f("uq_register_item_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_register_item_kind"), "register_item", ["kind"], unique=False)
    op.create_table(
        "disposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("method", sa.String(length=12), nullable=False),
        sa.Column("at", sa.String(length=25), nullable=False),
        sa.Column("on_site_at", sa.String(length=25), nullable=True),
        sa.Column("holding_id", sa.BigInteger(), nullable=False),
        sa.Column("handled_by", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal")),
        sa.UniqueConstraint("number", name=op.f("uq_disposal_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_disposal_plan_id"), "disposal", ["plan_id"], unique=False)
    op.create_table(
        "twin",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("grp", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["register_item.id"], name=op.f("fk_twin_item_id_register_item")
        ),
        sa.PrimaryKeyConstraint("item_id", "person_id", "grp", name=op.f("pk_twin")),
    )
    op.create_index(op.f("ix_twin_person_id"), "twin", ["person_id"], unique=False)
    op.create_table(
        "disposal_item",
        sa.Column("disposal_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["disposal_id"], ["disposal.id"], name=op.f("fk_disposal_item_disposal_id_disposal")
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["register_item.id"],
            name=op.f("fk_disposal_item_item_id_register_item"),
        ),
        sa.PrimaryKeyConstraint(
            "disposal_id", "item_id", "person_id", name=op.f("pk_disposal_item")
        ),
    )


def downgrade() -> None:
    op.drop_table("disposal_item")
    op.drop_table("twin")
    op.drop_table("disposal")
    op.drop_table("register_item")
