"""A rank among insertions is a rank, beside the first of those that go in together; what was erased says so, in place of an empty salt.

Columns are added with a default, and no table is made anew: rows that point at it would stand in the way on SQLite.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ERASABLE = ("contribution", "nudge", "member", "suggestion", "comment")


def upgrade() -> None:
    op.add_column("plein_decision", sa.Column("rank", sa.Integer(), nullable=True))
    op.execute("UPDATE plein_decision SET rank = together % 1000000, together = together / 1000000 WHERE together IS NOT NULL")
    for table in _ERASABLE:
        op.add_column(f"plein_{table}", sa.Column("erased", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.execute(f"UPDATE plein_{table} SET erased = (salt = '')")
