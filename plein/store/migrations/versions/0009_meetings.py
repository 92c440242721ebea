"""Which suggestions collide and which are the same, kept until something changes it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("stirred", "stirred_inside"):
        op.add_column("plein_cycle", sa.Column(name, sa.String(), nullable=False, server_default=sa.text("''")))
    op.execute("UPDATE plein_cycle SET stirred = head, stirred_inside = head")
    op.create_table(
        "plein_meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("inside", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["plein_cycle.id"], name="fk_plein_meetings_cycle_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plein_meetings"),
        sa.UniqueConstraint("cycle_id", "inside", name="uq_plein_meetings_cycle_id_inside"),
    )
    op.create_index("ix_plein_meetings_cycle_id", "plein_meetings", ["cycle_id"])
