"""Whom everybody can see: who did something in the open, whose words stand there, or who has a place in a circle. The register is not asked."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.desk import PUBLIC, Act, Sight
from plein.engine.rows.cycles import rules_of
from plein.engine.rows.entries import body_of
from plein.store.tables.cycle import CycleRow, MemberRow
from plein.store.tables.inventory import ContributionRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import SuggestionRow


def is_in_public(act: Act, person: int) -> bool:
    """Whether whoever looks, and is nobody in particular, can find this person in a cycle.

    Args:
        act: The act under way.
        person: A key in the database.
    """
    return any(is_open_to_all(act, cycle) for cycle in _cycles_of(act.session, person))


def is_open_to_all(act: Act, cycle: CycleRow) -> bool:
    """Whether everybody may read this cycle now."""
    return Sight(act.session, cycle, rules_of(cycle), None, PUBLIC, act.now).reads


def _cycles_of(session: Session, person: int) -> list[CycleRow]:
    """The cycles in which something that is not behind closed doors leads to somebody."""
    found: set[int] = set()
    for query in (
        select(col(MemberRow.cycle_id)).where(col(MemberRow.person_id) == person),
        select(col(ContributionRow.cycle_id)).where(col(ContributionRow.author_id) == person, col(ContributionRow.closed).is_(False)),
        select(col(SuggestionRow.cycle_id)).where(col(SuggestionRow.author_id) == person),
    ):
        found.update(session.execute(query).scalars())
    for entry in session.execute(select(EntryRow).where(col(EntryRow.person_id) == person)).scalars():
        told = None if entry.cycle_id in found else body_of(entry)
        if told is not None and not told["closed"]:
            found.add(entry.cycle_id)
    return list(session.execute(select(CycleRow).where(col(CycleRow.id).in_(found))).scalars())
