"""Cycles that follow each other: what was promised to everyone, who sat in which group, and whom to let rest this time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.cycle.views import Earlier, Memory, Promise, Sat
from plein.engine.desk import Act, Sight
from plein.engine.rows.of_cycle import Of, next_number, rows_of
from plein.engine.rows.people import names
from plein.engine.rows.written import said
from plein.errors import Unusable
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.circle import PromiseRow
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow

RESTING = 2
"""Who sat in so many of the groups before this one has done their turn; rotation is advised."""


def promise(act: Act, text: str) -> Promise:
    """Promise something to everyone; see :meth:`plein.engine.in_cycle.InCycle.promise`."""
    words = said(text)
    if words is None:
        raise Unusable(sentence("The promise is empty; say what people may count on."))
    row = PromiseRow(cycle_id=act.id, number=next_number(act, PromiseRow), text=words, salt=record.salt(), by_id=act.by, at=act.now)
    act.session.add(row)
    act.session.flush()
    act.note(promise=row.number, seal=record.seal(row.salt, row.text))
    return Promise(row.number, act.cycle.slug, row.text, act.actor.handle, row.at)


def promises(sight: Sight, cycle: CycleRow) -> tuple[Promise, ...]:
    """What was promised in one cycle, in order of time."""
    assert cycle.id is not None
    rows = rows_of(Of(sight.session, cycle.id), PromiseRow)
    people = names(sight, {row.by_id for row in rows}) if rows else {}
    return tuple(Promise(row.number, cycle.slug, row.text, people[row.by_id], row.at) for row in rows)


def memory(sight: Sight) -> Memory:
    """What a cycle inherits from those before it; see :meth:`plein.engine.in_cycle.InCycle.memory`."""
    earlier = tuple(_earlier(sight, row) for row in _before(sight.session, sight.cycle))
    times = Counter(one.person for cycle in earlier for one in {sat.person: sat for sat in cycle.group}.values())
    resting = tuple((person, number) for person, number in sorted(times.items(), key=lambda found: (-found[1], found[0])))
    return Memory(
        sight.cycle.slug,
        earlier,
        promises(sight, sight.cycle),
        tuple((person, number) for person, number in resting if number >= RESTING),
    )


def _before(session: Session, cycle: CycleRow) -> Iterator[CycleRow]:
    """The cycles before this one in its series, the nearest first."""
    while cycle.after is not None:
        cycle = session.get_one(CycleRow, cycle.after)
        yield cycle


def _earlier(sight: Sight, cycle: CycleRow) -> Earlier:
    query = (
        select(col(PersonRow.handle), col(MemberRow.role))
        .join(MemberRow, col(MemberRow.person_id) == col(PersonRow.id))
        .where(col(MemberRow.cycle_id) == cycle.id, col(MemberRow.status).in_(("accepted", "removed")), col(MemberRow.role) != "adviser")
        .order_by(col(MemberRow.number))
    )
    group = tuple(dict.fromkeys(Sat(person, role) for person, role in sight.session.execute(query)))
    return Earlier(cycle.slug, cycle.title, cycle.phase, cycle.since, group, promises(sight, cycle))
