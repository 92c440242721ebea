"""Who may look after what belongs to no cycle: the register of people, and the sounding boards."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Visit
from plein.engine.rows.places import hosted_by
from plein.store.tables.cycle import CycleRow


def may_keep_register(visit: Visit, person: int | None) -> bool:
    """Whether somebody may look after people and boards: who hosts any cycle now; anyone while there is no cycle yet.

    Args:
        visit: The database as it is at the moment.
        person: Their key in it; None for somebody nobody has seen before.
    """
    if visit.session.execute(select(col(CycleRow.id)).limit(1)).first() is None:
        return True
    return bool(hosted_by(visit.session, person, visit.now))
