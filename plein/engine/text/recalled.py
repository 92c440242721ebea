"""The version before the public, recalled from one act to the next: in an hour thousands quote from the same one.

Which version it is, the database is asked each time. What is recalled is its text, by its digest, so that it can be no other.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Integer, String, bindparam, func, select
from sqlalchemy.engine import Engine
from sqlmodel import col

from plein.engine.desk import Desk, Sight
from plein.engine.text.versions import reviewed
from plein.store.tables.cycle import StepRow
from plein.store.tables.text import VersionRow

_MOST = 4
"""Texts of so many cycles are recalled in one database; of more, those that were read last."""

_known: WeakKeyDictionary[Engine, dict[str, VersionRow]] = WeakKeyDictionary()


def recalled(desk: Desk, slug: str) -> VersionRow | None:
    """The version that was before the public when last it was asked for, whoever asked; None where nobody did.

    It is for working something out before an act, which then holds it against the version that is before the public: nobody is told of it.
    """
    return _known.get(desk.database.engine, {}).get(slug)


def before_all(sight: Sight) -> VersionRow:
    """The version that is, or was last, before the public, like :func:`~plein.engine.text.versions.reviewed`; for reading alone.

    Raises:
        NotFound: None was put before the public yet.
    """
    kept = _known.setdefault(sight.session.connection().engine, {})
    slug = sight.cycle.slug
    found = kept.get(slug)
    if found is None or _asked(sight) != (found.number, found.digest):
        kept.pop(slug, None)
        found = _alone(reviewed(sight))
        kept[slug] = found
        for other in list(kept)[:-_MOST]:
            kept.pop(other, None)
    return found


def _alone(row: VersionRow) -> VersionRow:
    """The same row, of no session: it is for several threads, and outlives them all."""
    return VersionRow(**{name: getattr(row, name) for name in VersionRow.model_fields})


def _asked(sight: Sight) -> tuple[int, str] | None:
    """The number and the digest of the version before the public; None where there is none."""
    of = {"cycle": sight.id, "reviews": list(sight.definition.reviews)}
    row = sight.session.connection().execute(_asking(), of).one_or_none()
    return None if row is None else (row.number, row.digest)


@cache
def _asking() -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    cycle = bindparam("cycle", type_=Integer)
    lived = col(StepRow.cycle_id) == cycle, col(StepRow.phase).in_(bindparam("reviews", type_=String, expanding=True))
    step = select(col(StepRow.version).label("version")).where(*lived).order_by(col(StepRow.number).desc()).limit(1).subquery()
    shown = select(func.max(col(VersionRow.number))).where(col(VersionRow.cycle_id) == cycle, col(VersionRow.published).is_not(None))
    which = col(VersionRow.number) == func.coalesce(step.c.version, shown.scalar_subquery())
    return (
        select(col(VersionRow.number), col(VersionRow.digest)).where(col(VersionRow.cycle_id) == cycle, which).select_from(VersionRow, step)
    )
