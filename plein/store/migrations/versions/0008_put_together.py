"""The text that a place was settled by, where it was put together from several suggestions: what of it is due to which."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plein_decision", sa.Column("parts", sa.JSON(), nullable=True))
