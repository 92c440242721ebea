"""What the ids of people look like, to be asked for by it; and the moments of a cycle's newest entries."""

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
_moments = (sa.column(name, sa.DateTime(timezone=True)) for name in ("newest", "newest_open"))
_cycle = sa.table("plein_cycle", sa.column("id"), *_moments)
_entry = sa.table("plein_entry", sa.column("cycle_id"), sa.column("number"), sa.column("body", sa.Text()))


def _newest(cycle: int, *conditions: sa.ColumnElement[bool]) -> datetime | None:
    """When the newest entry of a cycle was written; None where plein did not write it, which ``verify`` says."""
    query = sa.select(_entry.c.body).where(_entry.c.cycle_id == cycle, *conditions).order_by(_entry.c.number.desc()).limit(1)
    body = op.get_bind().execute(query).scalar()
    try:
        return None if body is None else datetime.fromisoformat(json.loads(body)["at"])
    except (ValueError, TypeError, LookupError):
        return None


def upgrade() -> None:
    for name in ("newest", "newest_open"):
        op.add_column("plein_cycle", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    for (key,) in op.get_bind().execute(sa.select(_cycle.c.id)).all():
        told = {"newest": _newest(key), "newest_open": _newest(key, _entry.c.body.contains('"closed":false', autoescape=True))}
        op.execute(sa.update(_cycle).where(_cycle.c.id == key).values(told))
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
