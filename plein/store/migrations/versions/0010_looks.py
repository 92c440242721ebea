"""What the ids of people look like, to be asked for by it; and the moment of a cycle's newest entry."""

import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

from plein.likeness import looks

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_person = sa.table("plein_person", *map(sa.column, ("id", "handle", "erased", "behind")))
_look = sa.table("plein_look", sa.column("look", sa.String()), sa.column("person_id", sa.Integer()))
_cycle = sa.table("plein_cycle", *map(sa.column, ("id", "revision")), sa.column("newest", sa.DateTime(timezone=True)))
_entry = sa.table("plein_entry", *map(sa.column, ("cycle_id", "number", "body")))


def _moment(body: str) -> datetime | None:
    """When an entry was written; None where plein did not write it, which ``verify`` says."""
    try:
        return datetime.fromisoformat(json.loads(body)["at"])
    except (ValueError, TypeError, LookupError):
        return None


def upgrade() -> None:
    op.add_column("plein_cycle", sa.Column("newest", sa.DateTime(timezone=True), nullable=True))
    newest = sa.select(_cycle.c.id, _entry.c.body).join(_entry, (_entry.c.cycle_id == _cycle.c.id) & (_entry.c.number == _cycle.c.revision))
    for key, body in op.get_bind().execute(newest).all():
        op.execute(sa.update(_cycle).where(_cycle.c.id == key).values(newest=_moment(body)))
    op.create_table(
        "plein_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("look", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["plein_person.id"], name="fk_plein_look_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plein_look"),
        sa.UniqueConstraint("look", "person_id", name="uq_plein_look_look_person_id"),
    )
    op.create_index("ix_plein_look_look", "plein_look", ["look"])
    op.create_index("ix_plein_look_person_id", "plein_look", ["person_id"])
    there = sa.select(_person.c.id, _person.c.handle).where(_person.c.erased.is_(None), _person.c.behind.is_(None))
    rows = [{"look": look, "person_id": key} for key, handle in op.get_bind().execute(there) for look in sorted(looks(handle))]
    if rows:
        op.bulk_insert(_look, rows)
