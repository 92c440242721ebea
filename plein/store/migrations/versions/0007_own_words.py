"""When its author changed a contribution, or took it back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plein_contribution", sa.Column("changed", sa.DateTime(timezone=True), nullable=True))
    op.add_column("plein_contribution", sa.Column("withdrawn", sa.DateTime(timezone=True), nullable=True))
