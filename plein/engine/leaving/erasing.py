"""Erasing a person: who may, when it is refused, and what goes. What one cycle forgets of them is in ``forgetting``."""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, union
from sqlmodel import Session, col

from plein.engine.desk import Act, Desk, load_cycle, rules_of, write_entry
from plein.engine.leaving.erasing_in_cycle import Gone, forget
from plein.engine.leaving.views import Erased
from plein.engine.people.open_register import Register
from plein.engine.people.register import nobody
from plein.engine.rows.handles import PSEUDONYM
from plein.errors import NotAllowed, Refused, Unusable
from plein.sentences import sentence
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow
from plein.store.tables.inventory import ContributionRow, TopicRow
from plein.store.tables.people import SeatOnBoardRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import SuggestionRow


class ErasureRoom(Desk):
    """What people do to leave no trace of a person."""

    def erase(self, person: str, *, texts: bool = False, dry_run: bool = False) -> Erased:
        """Erase a person: their id, name, contact, relation and language, their pseudonyms, and why they were asked into a circle.

        In place of the id stands one that tells nothing. Nobody can act as it, and whoever takes the old id later is somebody else. Places
        in the circles of running cycles end. What others wrote about the person stays, for it is the others': reasons, replies, decisions.

        What was merged into a version stays in it as the common text; so do the versions and decisions they made for the group, and what
        they asked and promised as a host. The record of every cycle they had a part in says in keys and numbers that they were erased, and
        still checks. What they did under a pseudonym is not tied to them even then; but who compares pages from before and after sees who
        went at one time.

        SQLite's file is written anew afterwards, so that no copy stays in its unused parts. PostgreSQL frees old rows when it vacuums, and
        keeps them in its log for a while. Copies of the database and pages published before are beyond plein's reach.

        Args:
            person: Whom: oneself, or as a host anybody.
            texts: Also what they said: contributions, nudges, motivations, tips, comments, notes, texts set aside, and suggestions that were
                not merged. A tombstone stays in the place of each. A suggestion without a public answer then counts as withdrawn, and a
                decision to take it over that was not merged falls away. This cannot be asked for later: nobody knows then whose they were.
            dry_run: Only say what would go.

        Raises:
            NotAllowed: Neither a host nor the person.
            NotFound: There is nobody of that id.
            Refused: A running cycle would be left without a host, or a topic in it.
        """
        handle = self._identity()
        told: Counter[str] = Counter()
        fell: list[str] = []
        with self._database.writing() as session:
            now = self.now()
            register = Register.open(session, handle, now, self.organisation)
            row = _subject(register, person.strip())
            rehearsal = session.begin_nested() if dry_run else None
            hosted, own = register.hosted, register.is_self(row)
            for slug, theirs in _cycles(session, row):
                assert register.actor is not None  # where there is a cycle, only hosts of one and people themselves come here
                act = _act(session, slug, register.actor, now)
                _refuse_leaving(act, row)
                gone = _forget(act, row, texts, theirs)
                if own or act.id in hosted:
                    told.update(gone.counted())
                    fell += [f"{slug} {number}" for number in gone.fell]
            stands = _no_name(session, row, now)
            if rehearsal is not None:
                rehearsal.rollback()
        return Erased(stands, texts, dict(told), tuple(fell), not dry_run and self._database.rewrite())


def _subject(register: Register, person: str) -> PersonRow:
    """Whom it is about, if whoever asks may erase them."""
    row = register.find(person)
    if not register.keeper and not register.is_self(row):
        raise NotAllowed(sentence("Only a host erases somebody else; you may erase yourself."))
    if person.startswith(PSEUDONYM):
        raise Unusable(sentence("A pseudonym goes with the person behind it; name that person."))
    if row is None or row.erased is not None:
        raise nobody(person)
    return row


def _cycles(session: Session, row: PersonRow) -> list[tuple[str, bool]]:
    """The cycles somebody has a part in, in the order in which they are locked; and whether by themselves, or under a pseudonym alone."""
    own = _parts(session, select(col(PersonRow.id)).where(col(PersonRow.id) == row.id))
    under = _parts(session, select(col(PersonRow.id)).where(col(PersonRow.behind) == row.id))
    query = select(CycleRow).where(col(CycleRow.id).in_(own | under)).order_by(col(CycleRow.id))
    return [(cycle.slug, cycle.id in own) for cycle in session.execute(query).scalars()]


def _parts(session: Session, people: Any) -> set[int]:
    """The keys of the cycles that these people have a part in."""
    parts = (
        select(col(EntryRow.cycle_id)).where(col(EntryRow.person_id).in_(people)),
        select(col(ContributionRow.cycle_id)).where(col(ContributionRow.author_id).in_(people)),
        select(col(SuggestionRow.cycle_id)).where(col(SuggestionRow.author_id).in_(people)),
        select(col(MemberRow.cycle_id)).where(col(MemberRow.person_id).in_(people)),
    )
    return set(session.execute(union(*parts)).scalars())


def _act(session: Session, slug: str, actor: PersonRow, now: datetime) -> Act:
    cycle = load_cycle(session, slug, lock=True)
    return Act(session, cycle, rules_of(cycle), actor, frozenset(), now, actor=actor, name="erase")


def _refuse_leaving(act: Act, row: PersonRow) -> None:
    """A running cycle keeps a host, and each conversation in it."""
    if act.cycle.phase in act.definition.ends:
        return
    slug = act.cycle.slug
    query = select(col(MemberRow.person_id)).where(
        col(MemberRow.cycle_id) == act.id, col(MemberRow.role) == "host", col(MemberRow.status) == "accepted"
    )
    if set(act.session.execute(query).scalars()) == {row.id}:
        raise Refused(
            sentence(
                "{person} is the only host of {slug}; make somebody else a host first: {command}",
                person=row.handle,
                slug=slug,
                command=f"plein group host {slug} PERSON --because TEXT",
            )
        )
    topics = select(col(TopicRow.name)).where(
        col(TopicRow.cycle_id) == act.id, col(TopicRow.host_id) == row.id, col(TopicRow.closed).is_(None)
    )
    names = list(act.session.execute(topics.order_by(col(TopicRow.number))).scalars())
    if names:
        raise Refused(
            sentence(
                "{person} hosts {topics} in {slug}; give each another host first: {command}",
                person=row.handle,
                topics=", ".join(names),
                slug=slug,
                command=f"plein topic change {slug} TOPIC --host PERSON",
            )
        )


def _forget(act: Act, row: PersonRow, texts: bool, theirs: bool) -> Gone:
    """Forget the person in one cycle, and whatever they said under a pseudonym; the sum of both, and an entry of each in the record.

    Where they said something under a pseudonym only, an entry of their own would tell whose that is.
    """
    gone = forget(act, row, texts=texts)
    if theirs:
        _enter(act, gone.open, person=row, texts=texts)
    if gone.closed:
        _enter(act, gone.closed, person=row, texts=texts, closed=True)
    for mask in _masks(act.session, row):
        under = forget(act, mask, texts=texts)
        if under.open or under.closed:  # all of it for the circle alone, and by the pseudonym itself: it leads to nobody
            act.actor, real = mask, act.actor
            _enter(act, under.open | under.closed, person=mask, texts=texts, closed=True)
            act.actor = real
            gone.take(under)
    return gone


def _enter(act: Act, facts: dict[str, list[Any]], *, person: PersonRow, texts: bool, closed: bool = False) -> None:
    act.noted, act.closed = {"person": person.key, "texts": texts, **facts}, closed
    write_entry(act)


def _masks(session: Session, row: PersonRow) -> list[PersonRow]:
    return list(session.execute(select(PersonRow).where(col(PersonRow.behind) == row.id).order_by(col(PersonRow.id))).scalars())


def _no_name(session: Session, row: PersonRow, now: datetime) -> str:
    """Nothing of the person is left but the key that the record knows; what stands in place of their id."""
    people = [row, *_masks(session, row)]
    session.execute(delete(SeatOnBoardRow).where(col(SeatOnBoardRow.person_id) == row.id))
    for one in people:
        one.handle, one.since, one.erased = f"erased-{secrets.token_hex(8)}", now, now
        one.name = one.contact = one.relation = one.language = one.usual_since = one.behind = None
    session.flush()
    return row.handle
