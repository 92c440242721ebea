"""Pseudonyms: somebody says one thing under another name. Hosts can see whose it is; nobody else can, and the record cannot either.

A pseudonym is a row of its own among the people, with a key of its own, so that what is done under it leads to no one. Nobody can act as it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.desk import Act, Sight
from plein.engine.rows.handles import PSEUDONYM
from plein.engine.rows.held import Known
from plein.engine.rows.people import enter, known
from plein.engine.rows.written import said
from plein.errors import Unusable
from plein.likeness import alike, has_letters, looks
from plein.limits import LIMITS
from plein.sentences import sentence
from plein.store.tables.cycle import PersonRow

_OF = "@"
"""What stands between a pseudonym that is used behind closed doors and the name of the cycle."""


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody as one person may see them: their id, and for a host or for themselves what they are called, and who is behind a pseudonym."""

    handle: str
    name: str | None = None
    behind: str | None = None


def put_on(act: Act, pseudonym: str) -> None:
    """Let the rest of an act be done under a pseudonym, in the record too. The same person may use one again; nobody else may.

    Whether one is free depends on nothing but what everybody can read, and on who asks: else whoever tries names would learn who is known
    here. What is said behind closed doors is said under a pseudonym of that cycle alone, so that nobody outside meets it.

    Raises:
        Unusable: It cannot be a pseudonym; or it reads like the id of somebody whom everybody can see, like one's own id or name, or like the
            pseudonym of somebody else.
    """
    shown = " ".join((said(pseudonym) or "").split()).removeprefix(PSEUDONYM)
    if not has_letters(shown) or not shown.isprintable() or _OF in shown:
        raise Unusable(
            sentence(
                "That cannot be a pseudonym; use letters or digits and no {sign}, at most {n} characters.",
                sign=_OF,
                n=LIMITS["pseudonym"].most,
            )
        )
    handle = PSEUDONYM + shown + _room(act)
    if _is_seen(act, shown):
        raise _not_free()
    found = _used(act, handle) or _entered(act, handle)
    if found.behind != act.by:
        raise _not_free()
    act.actor = found


def is_masked(session: Session, person: int) -> bool:
    """Whether this is a pseudonym: what would tie it to a person in public must not be written.

    Args:
        session: The database as it is.
        person: A key in the database, such as the author of a contribution.
    """
    return _behind(session, person) is not None


def is_own(session: Session, author: int, person: int) -> bool:
    """Whether what *author* said is this person's own, under a pseudonym or not."""
    return author == person or _behind(session, author) == person


def faces(sight: Sight, keys: Iterable[int]) -> Mapping[int, Face]:
    """How these people show to whoever looks, by their keys in the database."""
    wanted = set(keys)
    query = select(col(PersonRow.id), col(PersonRow.handle), col(PersonRow.name), col(PersonRow.behind))
    if len(wanted) <= 500:  # a long IN list costs more than reading all
        query = query.where(col(PersonRow.id).in_(wanted))
    rows = sight.session.execute(query).all()
    host, looking = "host" in sight.roles, None if sight.person is None else sight.person.id
    people = _handles(sight.session, {row.behind for row in rows if row.behind is not None}) if host else {}
    return Known(
        (row.id, Face(row.handle, row.name if host or row.id == looking else None, people.get(row.behind) if row.behind else None))
        for row in rows
    )


def _handles(session: Session, keys: set[int]) -> Mapping[int, str]:
    if not keys:
        return {}
    query = select(col(PersonRow.id), col(PersonRow.handle))
    return {key: handle for key, handle in session.execute(query) if key in keys}


def _behind(session: Session, person: int) -> int | None:
    found: int | None = session.execute(select(col(PersonRow.behind)).where(col(PersonRow.id) == person)).scalar()
    return found


def _room(act: Act) -> str:
    """What a pseudonym ends with where not everybody hears it: the cycle it is used in."""
    from plein.engine.people.seen import is_open_to_all  # here, not above: it knows every table

    return "" if not act.behind_doors and is_open_to_all(act, act.cycle) else _OF + act.cycle.slug


def _is_seen(act: Act, shown: str) -> bool:
    """Whether this reads like somebody whom everybody can see, or like who acts: whoever saw it would take it for them."""
    from plein.engine.people.seen import is_in_public  # here, not above: it knows every table

    own = act.session.get_one(PersonRow, act.by)
    if alike(own.handle, shown) or alike(own.name or "", shown):
        return True
    query = select(col(PersonRow.id), col(PersonRow.handle)).where(col(PersonRow.behind).is_(None), col(PersonRow.erased).is_(None))
    wanted = looks(shown)
    return any(not wanted.isdisjoint(looks(handle)) and is_in_public(act, key) for key, handle in act.session.execute(query).all())


def _used(act: Act, handle: str) -> PersonRow | None:
    """The pseudonym that reads like this one, of those that can be met where it is used; one's own before others'.

    One's own in the open is another one behind closed doors, so that nothing ties the two.
    """
    query = select(col(PersonRow.id), col(PersonRow.handle), col(PersonRow.behind)).where(
        col(PersonRow.behind).is_not(None), col(PersonRow.erased).is_(None)
    )
    name, _, room = handle.partition(_OF)
    theirs: int | None = None
    for key, used, behind in act.session.execute(query).all():
        called, _, where = used.partition(_OF)
        if where not in ("", room) or not alike(called, name):
            continue
        if behind != act.by:
            theirs = key
        elif where == room:
            return act.session.get_one(PersonRow, key)
    return None if theirs is None else act.session.get_one(PersonRow, theirs)


def _entered(act: Act, handle: str) -> PersonRow:
    """The pseudonym, entered; or that of somebody else who took it at the same moment."""
    enter(act.session, [{"handle": handle, "key": uuid4().hex, "since": act.now, "behind": act.by}])
    found = known(act.session, handle)
    assert found is not None
    return found


def _not_free() -> Unusable:
    """One sentence for all that is taken, so that nobody learns by trying who is known here."""
    return Unusable(sentence("That pseudonym is not free; choose another."))
