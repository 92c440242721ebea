"""What an entry of the record tells, from its row. What follows from it is in the room of the record."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.rows.held import damaged
from plein.sentences import Sentence, sentence
from plein.store.tables.cycle import CycleRow

if TYPE_CHECKING:
    from plein.store.tables.record import EntryRow


def body_of(row: EntryRow) -> dict[str, Any] | None:
    """What an entry tells; None where it does not say who did what, and when, so that plein did not write it."""
    try:
        body: Any = json.loads(row.body)
        moments = [datetime.fromisoformat(body[key]) for key in ("at", "came_in") if key == "at" or key in body]
        texts = all(isinstance(body[key], str) for key in ("act", "by"))
        whole = texts and isinstance(body["closed"], bool) and all(moment.utcoffset() is not None for moment in moments)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return dict(body) if whole else None


def newest_moment(session: Session, cycle: CycleRow, *, closed: bool = True) -> datetime | None:
    """The moment of a cycle's newest entry; None where there is none, or none that plein wrote.

    *closed*: whether those for the circle's eyes only are asked, too.
    """
    kept = cycle.newest if closed else cycle.newest_open
    if kept is not None:
        return kept
    from plein.store.tables.record import EntryRow  # here, not above: nearly always the row of the cycle tells it

    query = select(EntryRow).where(col(EntryRow.cycle_id) == cycle.id)
    if closed:
        query = query.where(col(EntryRow.number) == cycle.revision)
    else:
        query = query.where(col(EntryRow.body).contains('"closed":false', autoescape=True))
    row = session.execute(query.order_by(col(EntryRow.number).desc()).limit(1)).scalar_one_or_none()
    body = None if row is None else body_of(row)
    return None if body is None else datetime.fromisoformat(body["at"])


def told_in(row: EntryRow, cycle: str) -> dict[str, Any]:
    """What an entry of a cycle tells to whoever reads it.

    Raises:
        Damaged: plein did not write it.
    """
    body = body_of(row)
    if body is None:
        raise damaged(cycle, impossible(row.number))
    return body


def impossible(number: int) -> Sentence:
    """Of an entry that tells what cannot have happened."""
    return sentence("entry {number} tells what cannot have happened; it was not written by plein", number=number)
