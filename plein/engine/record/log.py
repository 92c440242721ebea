"""The record as one may read it, and the check of one cycle or all. How one is checked is in ``check``."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Desk, Sight
from plein.engine.record.views import Entry, Verified
from plein.engine.room import CycleRoom
from plein.engine.rows.cycles import load_cycle
from plein.engine.rows.people import names
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import CycleRow
from plein.store.tables.record import EntryRow


class RecordRoom(CycleRoom):
    """The record of a cycle, to read and to check."""

    def log(self) -> tuple[Entry, ...]:
        """The record of a cycle, oldest first. Entries for the circle's eyes only appear to others as links of the chain, told nothing of."""
        with self._look() as sight:
            rows = _entries(sight)
            people = names(sight, {row.person_id for row in rows})
            return tuple(_view(sight, row, people[row.person_id]) for row in rows)

    def verify(self) -> Verified:
        """Check it: that the record is whole, that texts are what was handed in, and that merges follow from their parts."""
        return verify(self._desk, self._slug)


def verify(desk: Desk, slug: str | None = None) -> Verified:
    """Check one cycle, or all."""
    from plein.engine.record.check import damage as find_damage  # here, not above: it needs the text core

    damage: list[Sentence] = []
    entries = 0
    with desk.look_outside() as visit:
        session = visit.session
        query = select(CycleRow).order_by(col(CycleRow.id))
        cycles = session.execute(query).scalars().all() if slug is None else [load_cycle(session, slug)]
        for cycle in cycles:
            sight = desk.sight(session, cycle)
            entries += cycle.revision
            damage += [sentence("{cycle}: {damage}", cycle=cycle.slug, damage=what) for what in find_damage(sight)]
    return Verified(entries, len(cycles), tuple(damage))


def _entries(sight: Sight) -> list[EntryRow]:
    query = select(EntryRow).where(col(EntryRow.cycle_id) == sight.id).order_by(col(EntryRow.number))
    return list(sight.session.execute(query).scalars())


def _view(sight: Sight, row: EntryRow, by: str) -> Entry:
    written = json.loads(row.body)
    shown = sight.inside or not written["closed"]
    body = written if shown else None
    inner = record.inner_digest(row.nonce, row.body)
    return Entry(
        number=row.number,
        at=datetime.fromisoformat(body["at"]) if body else None,
        by=by if shown else None,
        act=body["act"] if body else "closed",
        cycle=sight.cycle.slug,
        digest=row.digest,
        previous=row.previous,
        inner=inner,
        body=body,
    )
