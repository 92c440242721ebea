"""The rows of people: somebody by their id, those who are new, and the ids by which the outside world knows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.rows.handles import checked_handle
from plein.engine.rows.held import Known
from plein.engine.rows.likeness import looks
from plein.engine.rows.of_cycle import InCycle
from plein.errors import LooksAlike
from plein.store.tables.cycle import PersonRow


def known(session: Session, handle: str) -> PersonRow | None:
    """The person, or None if nobody of that name was seen before."""
    return session.execute(select(PersonRow).where(col(PersonRow.handle) == handle)).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Asking:
    """How it is asked about an id that nobody has seen before and that reads like one there is.

    Attributes:
        exact: It is not: the organisation's ids are exact, and those that look alike are different people.
        named: Whether whoever acts may know whom it reads like, as those who look after people may.
    """

    exact: bool
    named: bool


ASKED = Asking(exact=True, named=False)
"""There is nothing to ask any more: somebody did, and what was alike was named."""


def somebody(session: Session, handle: str, now: datetime, asking: Asking) -> PersonRow:
    """The person; one nobody has seen before is entered, as a member of the public.

    Raises:
        LooksAlike: Nobody has, and the id reads like that of somebody who is there.
    """
    found = known(session, handle)
    if found is not None:
        return found
    everyone_at_once(session, [handle], now, asking)
    entered = known(session, handle)
    assert entered is not None
    return entered


def everyone_at_once(session: Session, handles: list[str], now: datetime, asking: Asking) -> None:
    """Enter people who are new, in one statement; two who enter the same person at the same moment do no harm.

    Raises:
        LooksAlike: Ids of some who are new read like those of others; nobody was entered.
    """
    pairs = look_alikes(session, handles, asking)
    if pairs:
        raise LooksAlike(pairs)
    rows = [{"handle": checked_handle(handle), "key": uuid4().hex, "since": now} for handle in dict.fromkeys(handles)]
    if rows:
        enter(session, rows)


def look_alikes(session: Session, handles: Iterable[str], asking: Asking) -> dict[str, str | None]:
    """Of those who would be new: whose ids read like another's, that is there or stands before them, each with that one if it may be named."""
    wanted = list(dict.fromkeys(handles))
    if asking.exact or not wanted:
        return {}
    query = select(col(PersonRow.handle)).where(col(PersonRow.erased).is_(None), col(PersonRow.behind).is_(None))
    there = set(session.execute(query).scalars())
    new = [handle for handle in wanted if handle not in there]
    if not new:
        return {}
    taken: dict[str, str] = {}
    asked = frozenset().union(*map(looks, new))
    for handle in there:
        for look in looks(handle) & asked:
            taken[look] = min(handle, taken.get(look, handle))
    found: dict[str, str | None] = {}
    for handle in new:
        like = next((taken[look] for look in sorted(looks(handle)) if look in taken), None)
        if like is not None:
            found[handle] = like if asking.named else None
        for look in looks(handle):
            taken.setdefault(look, handle)
    return found


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
