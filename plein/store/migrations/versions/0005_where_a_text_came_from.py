"""Which version somebody edited, what took the place of what, the final version corrected, and decisions that were public and taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plein_submission", sa.Column("edited_from", sa.Integer(), nullable=True))
    op.add_column("plein_suggestion", sa.Column("edited_from", sa.Integer(), nullable=True))
    op.add_column("plein_suggestion", sa.Column("replaced_by", sa.Integer(), nullable=True))
    op.add_column("plein_version", sa.Column("corrects", sa.Integer(), nullable=True))
    op.add_column("plein_version", sa.Column("because", sa.Text(), nullable=True))
    op.create_table(
        "plein_undone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("suggestion", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["plein_person.id"], name=op.f("fk_plein_undone_by_id_plein_person")),
        sa.ForeignKeyConstraint(["cycle_id"], ["plein_cycle.id"], name=op.f("fk_plein_undone_cycle_id_plein_cycle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plein_undone")),
        sa.UniqueConstraint("cycle_id", "number", name=op.f("uq_plein_undone_cycle_id_number")),
    )
    op.create_index(op.f("ix_plein_undone_by_id"), "plein_undone", ["by_id"])
    op.create_index(op.f("ix_plein_undone_cycle_id"), "plein_undone", ["cycle_id"])
