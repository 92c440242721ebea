"""The rows of people: somebody by their id, those who are new, and the ids by which the outside world knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.rows.handles import checked_handle
from plein.engine.rows.held import Known
from plein.engine.rows.of_cycle import InCycle
from plein.store.tables.cycle import PersonRow


def known(session: Session, handle: str) -> PersonRow | None:
    """The person, or None if nobody of that name was seen before."""
    return session.execute(select(PersonRow).where(col(PersonRow.handle) == handle)).scalar_one_or_none()


def somebody(session: Session, handle: str, now: datetime) -> PersonRow:
    """The person; one nobody has seen before is entered, as a member of the public."""
    found = known(session, handle)
    if found is not None:
        return found
    everyone_at_once(session, [handle], now)
    entered = known(session, handle)
    assert entered is not None
    return entered


def everyone_at_once(session: Session, handles: list[str], now: datetime) -> None:
    """Enter people who are new, in one statement; two who enter the same person at the same moment do no harm."""
    rows = [{"handle": checked_handle(handle), "key": uuid4().hex, "since": now} for handle in dict.fromkeys(handles)]
    if rows:
        enter(session, rows)


def enter(session: Session, rows: list[dict[str, Any]]) -> None:
    """Enter rows of people, but for those whose id somebody has already."""
    if session.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as pg_insert

        session.execute(pg_insert(PersonRow).on_conflict_do_nothing(index_elements=["handle"]), rows)
    else:
        from sqlalchemy.dialects.sqlite import insert

        session.execute(insert(PersonRow).on_conflict_do_nothing(index_elements=["handle"]), rows)


def names(at: InCycle, keys: Iterable[int]) -> Mapping[int, str]:
    """The ids by which the outside world knows these people; whoever asks it for somebody else meets damage."""
    wanted = set(keys)
    query = select(col(PersonRow.id), col(PersonRow.handle))
    if len(wanted) <= 500:
        query = query.where(col(PersonRow.id).in_(wanted))
    return Known((key, handle) for key, handle in at.session.execute(query) if key is not None)
