"""Usual suspects: people who are always asked anyway. They sat in the circle of an earlier cycle, or the organisation listed them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow


def usual_suspects(sight: Sight, people: Collection[int]) -> frozenset[int]:
    """Which of these people are usual suspects in this cycle, by their keys in the database."""
    earlier = (
        select(col(MemberRow.person_id))
        .join(CycleRow, col(CycleRow.id) == col(MemberRow.cycle_id))
        .where(col(MemberRow.status).in_(("accepted", "removed")), col(CycleRow.id) < sight.id)
    )
    listed = select(col(PersonRow.id)).where(col(PersonRow.usual_since).is_not(None))
    found = {*sight.session.execute(earlier).scalars(), *sight.session.execute(listed).scalars()}
    return frozenset(found & set(people))
