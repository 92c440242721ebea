"""Support, nudges, links and topics of the circle's own say that they are; a nudge can be hidden, with the reason.

What was said of a contribution that is closed is closed with it. What answered an open one stays as it was: the record has told it to everybody.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INSIDE = (("support", "closed"), ("nudge", "closed"), ("link", "closed"), ("topic", "inside"))


def upgrade() -> None:
    for table, column in _INSIDE:
        op.add_column(f"plein_{table}", sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("plein_nudge", sa.Column("hidden_because", sa.Text(), nullable=True))
    contribution = sa.table("plein_contribution", *map(sa.column, ("id", "cycle_id", "number", "closed")))
    nudge = sa.table("plein_nudge", sa.column("contribution_id"), sa.column("closed"))
    link = sa.table("plein_link", *map(sa.column, ("cycle_id", "one", "other", "closed")))
    closed = contribution.c.closed.is_(sa.true())
    op.execute(nudge.update().where(nudge.c.contribution_id.in_(sa.select(contribution.c.id).where(closed))).values(closed=sa.true()))
    ends = sa.select(contribution.c.id).where(
        closed, contribution.c.cycle_id == link.c.cycle_id, contribution.c.number.in_((link.c.one, link.c.other))
    )
    op.execute(link.update().where(ends.correlate(link).exists()).values(closed=sa.true()))
