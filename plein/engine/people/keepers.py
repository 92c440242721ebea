"""Who may look after what belongs to no cycle: the register of people, and the sounding boards."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from plein.store.tables.cycle import CycleRow, MemberRow


def may_keep_register(session: Session, person: int | None) -> bool:
    """Whether somebody may look after people and boards: a host of any cycle; anyone while there is no cycle yet.

    Args:
        session: The database as it is.
        person: Their key in the database; None for somebody nobody has seen before.
    """
    if session.execute(select(col(CycleRow.id)).limit(1)).first() is None:
        return True
    hosting = select(col(MemberRow.id)).where(
        col(MemberRow.person_id) == person, col(MemberRow.role) == "host", col(MemberRow.status) == "accepted"
    )
    return person is not None and session.execute(hosting.limit(1)).first() is not None
