"""Who has which place in a circle now: accepted, and not ended. What is offered and answered is not here."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import DateTime, and_, bindparam, or_, select
from sqlmodel import Session, col

from plein.engine.rows.of_cycle import InCycle
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow


def in_place(now: Any, role: str | None = None) -> Any:
    """The condition under which a place is somebody's at a moment; of one role, if it is named."""
    mine = and_(col(MemberRow.status) == "accepted", or_(col(MemberRow.until).is_(None), col(MemberRow.until) >= now))
    return mine if role is None else and_(mine, col(MemberRow.role) == role)


def hosts_now(at: InCycle, now: datetime) -> list[PersonRow]:
    """The hosts of a cycle, each once, those who have been longest first."""
    query = (
        select(PersonRow)
        .join(MemberRow, col(MemberRow.person_id) == col(PersonRow.id))
        .where(col(MemberRow.cycle_id) == at.id, in_place(now, "host"))
        .order_by(col(MemberRow.number))
    )
    return list({row.id: row for row in at.session.execute(query).scalars()}.values())


def hosted_by(session: Session, person: int | None, now: datetime) -> frozenset[int]:
    """The keys of the cycles that somebody hosts now; *person* is their key, None for somebody nobody has seen before."""
    query = select(col(MemberRow.cycle_id)).where(col(MemberRow.person_id) == person, in_place(now, "host"))
    return frozenset() if person is None else frozenset(session.execute(query).scalars())


def roles_of(session: Session, cycle: CycleRow, person: PersonRow | None, now: datetime) -> frozenset[str]:
    """The roles in force: ``public`` for everyone, and what was accepted and has not ended."""
    if person is None:
        return frozenset({"public"})
    return frozenset({"public", *session.execute(_roles(), {"cycle": cycle.id, "person": person.id, "now": now}).scalars()})


@cache
def _roles() -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    theirs = (col(MemberRow.cycle_id) == bindparam("cycle"), col(MemberRow.person_id) == bindparam("person"))
    return select(col(MemberRow.role)).where(*theirs, in_place(bindparam("now", type_=DateTime(timezone=True))))
