"""Pseudonyms: somebody says one thing under another name. Hosts can see whose it is; nobody else can, and the record cannot either.

A pseudonym is a row of its own among the people, with a key of its own, so that what is done under it leads to no one. Nobody can act as it.
"""

from __future__ import annotations

import unicodedata
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
from plein.limits import LIMITS
from plein.sentences import sentence
from plein.store.tables.cycle import PersonRow


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody as one person may see them: their id, and for a host or for themselves what they are called, and who is behind a pseudonym."""

    handle: str
    name: str | None = None
    behind: str | None = None


def put_on(act: Act, pseudonym: str) -> None:
    """Let the rest of an act be done under a pseudonym, in the record too. The same person may use one again; nobody else may.

    Raises:
        Unusable: It cannot be a pseudonym, or is the id, the name or the pseudonym of somebody.
    """
    shown = " ".join((said(pseudonym) or "").split())
    wanted = likeness(shown)
    if not wanted or not shown.isprintable():
        raise Unusable(sentence("That cannot be a pseudonym; use letters or digits, at most {n} characters.", n=LIMITS["pseudonym"].most))
    found = _taken(act, wanted)
    if found is None:
        found = _entered(act, shown)
    if found.behind != act.by:
        raise _not_free()
    act.actor = found


def likeness(name: str) -> str:
    """What a name has in common with those that could be taken for it: its letters and digits, whatever their case.

    >>> likeness("Piet  Jansen.") == likeness("piet jansen")
    True
    """
    return "".join(one for one in unicodedata.normalize("NFKC", name).casefold() if one.isalnum())


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


def _taken(act: Act, wanted: str) -> PersonRow | None:
    """The pseudonym that reads like this, if there is one.

    Raises:
        Unusable: It reads like the id or the name of somebody: whoever saw it would take it for them.
    """
    query = select(col(PersonRow.id), col(PersonRow.handle), col(PersonRow.name))
    for key, handle, name in act.session.execute(query):
        if handle.startswith(PSEUDONYM):
            if likeness(handle) == wanted:
                return act.session.get_one(PersonRow, key)
        elif wanted in (likeness(handle), likeness(name or "")):
            raise _not_free()
    return None


def _entered(act: Act, shown: str) -> PersonRow:
    """The pseudonym, entered; or that of somebody else who took it at the same moment."""
    enter(act.session, [{"handle": PSEUDONYM + shown, "key": uuid4().hex, "since": act.now, "behind": act.by}])
    found = known(act.session, PSEUDONYM + shown)
    assert found is not None
    return found


def _not_free() -> Unusable:
    """One sentence for all that is taken, so that nobody learns by trying who is known here."""
    return Unusable(sentence("That pseudonym is not free; choose another."))
