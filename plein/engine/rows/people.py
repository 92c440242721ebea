"""The rows of people: somebody by their id, those who are new, and the ids by which the outside world knows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam, delete, func, select
from sqlmodel import Session, col

from plein.engine.rows.handles import checked_handle
from plein.engine.rows.held import Known
from plein.engine.rows.of_cycle import FEW, InCycle, new_row
from plein.errors import LooksAlike
from plein.store.tables.cycle import PersonRow


def known(session: Session, handle: str) -> PersonRow | None:
    """The person, or None if nobody of that name was seen before."""
    return session.execute(_known(), {"handle": handle}).scalar_one_or_none()


@cache
def _known() -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    return select(PersonRow).where(col(PersonRow.handle) == bindparam("handle"))


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
    return known(session, handle) or entered(session, handle, now, asking)


def entered(session: Session, handle: str, now: datetime, asking: Asking) -> PersonRow:
    """Somebody nobody has seen before, entered as a member of the public; the row is for reading.

    Raises:
        LooksAlike: The id reads like that of somebody who is there.
    """
    (row,) = _rows_of_new(session, [handle], now, asking, unseen=True)
    key = enter(session, [row]).get(handle)
    found = known(session, handle) if key is None else new_row(PersonRow, {**row, "id": key})
    assert found is not None
    return found


def everyone_at_once(session: Session, handles: list[str], now: datetime, asking: Asking) -> None:
    """Enter people who are new, in one statement; two who enter the same person at the same moment do no harm.

    Raises:
        LooksAlike: Ids of some who are new read like those of others; nobody was entered.
    """
    rows = _rows_of_new(session, handles, now, asking, unseen=False)
    if rows:
        enter(session, rows)


def _rows_of_new(session: Session, handles: list[str], now: datetime, asking: Asking, *, unseen: bool) -> list[dict[str, Any]]:
    """The rows of people that are entered unless they are there; *unseen*: whether it was looked up already that nobody has these ids.

    Raises:
        LooksAlike: Ids of some who are new read like those of others.
    """
    pairs = look_alikes(session, handles, asking, unseen=unseen)
    if pairs:
        raise LooksAlike(pairs)
    return [{"handle": checked_handle(handle), "key": uuid4().hex, "since": now} for handle in dict.fromkeys(handles)]


def look_alikes(session: Session, handles: Iterable[str], asking: Asking, *, unseen: bool = False) -> dict[str, str | None]:
    """Of those who would be new: whose ids read like another's, that is there or stands before them, each with that one if it may be named."""
    from plein.likeness import looks  # here, not above: whoever only looks can do without

    wanted = list(dict.fromkeys(handles))
    if asking.exact or not wanted:
        return {}
    there = set() if unseen else _there(session, wanted)
    new = [handle for handle in wanted if handle not in there]
    if not new:
        return {}
    taken = _taken(session, frozenset().union(*map(looks, new)))
    found: dict[str, str | None] = {}
    for handle in new:
        like = next((taken[look] for look in sorted(looks(handle)) if look in taken), None)
        if like is not None:
            found[handle] = like if asking.named else None
        for look in looks(handle):
            taken.setdefault(look, handle)
    return found


def _there(session: Session, handles: Sequence[str]) -> set[str]:
    """Which of these ids somebody has, under a name of their own."""
    query = select(col(PersonRow.handle)).where(col(PersonRow.erased).is_(None), col(PersonRow.behind).is_(None))
    return set(session.execute(query if len(handles) > FEW else query.where(col(PersonRow.handle).in_(handles))).scalars())


def _taken(session: Session, asked: Collection[str]) -> dict[str, str]:
    """The looks of ids that are there, of those asked for, each with the first id that has it."""
    few = len(asked) <= FEW
    rows = session.connection().execute(_looking(few), {"asked": list(asked)} if few else {})
    return {look: handle for look, handle in rows if look in asked}


def enter(session: Session, rows: list[dict[str, Any]]) -> Mapping[str, int]:
    """Enter rows of people, but for those whose id somebody has already; with what the ids look like, but for pseudonyms.

    Returns:
        The keys in the database of those who were entered, by id.
    """
    from plein.likeness import looks

    masks = {row["handle"] for row in rows if row.get("behind") is not None}
    connection = session.connection()
    entering, looking = _entering(connection.dialect.name)
    made = {handle: key for key, handle in connection.execute(entering, rows).all()}
    shown = [{"person_id": key, "look": look} for handle, key in made.items() if handle not in masks for look in sorted(looks(handle))]
    if shown:
        connection.execute(looking, shown)
    return made


@cache
def _looking(few: bool) -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    from plein.store.tables.look import LookRow

    query = select(col(LookRow.look), func.min(PersonRow.handle)).join(PersonRow, col(PersonRow.id) == col(LookRow.person_id))
    query = query.group_by(col(LookRow.look))
    return query.where(col(LookRow.look).in_(bindparam("asked", expanding=True))) if few else query


@cache
def _entering(dialect: str) -> tuple[Any, Any]:
    """The statements that enter people, and what their ids look like."""
    from plein.store.tables.look import LookRow

    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]  # two functions of one use, and no type of both
    table: Any = PersonRow
    people = table.__table__
    entering = insert(people).on_conflict_do_nothing(index_elements=["handle"]).returning(people.c.id, people.c.handle)
    table = LookRow
    return entering, insert(table.__table__)


def forget_looks(session: Session, people: Iterable[int]) -> None:
    """Remove what the ids of people looked like, who were erased."""
    from plein.store.tables.look import LookRow

    session.execute(delete(LookRow).where(col(LookRow.person_id).in_(list(people))))


def names(at: InCycle, keys: Iterable[int]) -> Mapping[int, str]:
    """The ids by which the outside world knows these people; whoever asks it for somebody else meets damage."""
    wanted = set(keys)
    query = select(col(PersonRow.id), col(PersonRow.handle))
    if len(wanted) <= FEW:
        query = query.where(col(PersonRow.id).in_(wanted))
    return Known((key, handle) for key, handle in at.session.execute(query) if key is not None)
