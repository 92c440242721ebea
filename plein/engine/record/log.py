"""The record as one may read it, and the check of one cycle or all. How one is checked is in ``check``."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Desk, Sight
from plein.engine.record.views import Entry, Verified
from plein.engine.rows.entries import told_in
from plein.engine.rows.page import Page, checked_limit
from plein.engine.rows.people import names
from plein.store import record
from plein.store.tables.record import EntryRow


def entries(sight: Sight, *, after: int = 0, limit: int | None = None) -> Page[Entry]:
    """The record as whoever looks may read it; see :meth:`plein.engine.in_cycle.InCycle.log`."""
    most = checked_limit(limit)
    query = select(EntryRow).where(col(EntryRow.cycle_id) == sight.id, col(EntryRow.number) > after).order_by(col(EntryRow.number))
    rows = sight.session.execute(query if most is None else query.limit(most)).scalars().all()
    people = names(sight, {row.person_id for row in rows})
    total = sight.cycle.revision
    last = rows[-1].number if rows else total
    return Page((_view(sight, row, people[row.person_id]) for row in rows), total=total, after=last if last < total else None)


def verify(desk: Desk, slug: str | None = None) -> Verified:
    """Check one cycle, or all."""
    from plein.engine.record.check import check  # here, not above: it needs the text core

    with desk.look_outside() as visit:
        return check(desk, visit, slug)


def _view(sight: Sight, row: EntryRow, by: str) -> Entry:
    written = told_in(row, sight.cycle.slug)
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
