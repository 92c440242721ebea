"""A decision may name the passage that a suggestion takes the place of; a text set aside keeps its note."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("plein_decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("at_quote", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("at_version", sa.Integer(), nullable=True))
    with op.batch_alter_table("plein_aside", schema=None) as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=True))
