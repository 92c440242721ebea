"""The record as one may read it, and the check of one cycle or all. How one is checked is in ``check``."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Desk, Sight
from plein.engine.record.check import damage as find_damage
from plein.engine.record.views import Entry, Verified
from plein.engine.rows.cycles import load_cycle
from plein.engine.rows.people import names
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import CycleRow
from plein.store.tables.record import EntryRow


class RecordRoom(Desk):
    """What people do with the record: read it and check it."""

    def log(self, slug: str) -> tuple[Entry, ...]:
        """The record of a cycle, oldest first. Entries for the circle's eyes only appear to others as links of the chain, told nothing of."""
        with self._look(slug) as sight:
            rows = _entries(sight)
            people = names(sight, {row.person_id for row in rows})
            return tuple(_view(sight, row, people[row.person_id]) for row in rows)

    def verify(self, slug: str | None = None) -> Verified:
        """Check one cycle, or all: that the record is whole, that texts are what was handed in, and that merges follow from their parts."""
        damage: list[Sentence] = []
        entries = 0
        with self._look_outside() as visit:
            session = visit.session
            query = select(CycleRow).order_by(col(CycleRow.id))
            cycles = session.execute(query).scalars().all() if slug is None else [load_cycle(session, slug)]
            for cycle in cycles:
                sight = self._sight(session, cycle)
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
