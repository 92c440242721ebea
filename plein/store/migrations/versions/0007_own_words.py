"""When its author changed a contribution or took it back; who typed something for somebody, how and when it came, and whether it was late."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plein_contribution", sa.Column("changed", sa.DateTime(timezone=True), nullable=True))
    op.add_column("plein_contribution", sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True))
    for table in ("plein_contribution", "plein_suggestion"):
        op.add_column(table, sa.Column("entered_by", sa.Integer(), nullable=True))
        op.add_column(table, sa.Column("entered_because", sa.Text(), nullable=True))
        op.add_column(table, sa.Column("received", sa.DateTime(timezone=True), nullable=True))
        op.add_column(table, sa.Column("late", sa.Boolean(), nullable=False, server_default=sa.false()))
