"""Erasing a person: who may, when it is refused, and what goes. What one cycle forgets of them is in ``erasing_in_cycle``."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import select, union
from sqlmodel import Session, col

from plein.engine.desk import Act, Visit
from plein.engine.inventory.topics import topics_hosted
from plein.engine.leaving.erasing_in_cycle import Gone, forget
from plein.engine.leaving.views import Erased
from plein.engine.people.boards import without
from plein.engine.people.open_register import Register
from plein.engine.people.register import nobody
from plein.engine.room import Room
from plein.engine.rows.cycles import load_cycle
from plein.engine.rows.handles import PSEUDONYM
from plein.engine.rows.people import forget_looks
from plein.engine.rows.places import hosts_now
from plein.errors import NotAllowed, Refused, Unusable
from plein.sentences import sentence
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow
from plein.store.tables.inventory import ContributionRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import SuggestionRow


class ErasingRoom(Room):
    """What people do to leave no trace of a person."""

    def erase(self, person: str, *, texts: bool = False, dry_run: bool = False) -> Erased:
        """Erase a person: their id, name, contact, relation and language, their pseudonyms, and why they were asked into a circle.

        In place of the id stands one that tells nothing. Nobody can act as it, and whoever takes the old id later is somebody else. Places
        in the circles of running cycles end. What others wrote about the person stays, for it is the others': reasons, replies, decisions.

        What was merged into a version stays in it as the common text, and what the group decided to take over goes into it, under nobody's
        name. So do the versions and decisions they made for the group stay, and what they asked and promised as a host. The record of every
        cycle they had a part in says in keys and numbers that they were erased, and still checks. What they did under a pseudonym is not tied
        to them even then; but who compares pages from before and after sees who went at one time.

        SQLite's file is written anew afterwards, so that no copy stays in its unused parts. PostgreSQL frees old rows when it vacuums, and
        keeps them in its log for a while. Copies of the database and pages published before are beyond plein's reach.

        Args:
            person: Whom: oneself, or as a host anybody.
            texts: Also what they said: contributions, nudges, motivations, tips, comments, notes, texts set aside, and suggestions that the
                group did not take over. A tombstone stays in the place of each. A suggestion without a public answer then counts as withdrawn;
                the words of one that the group decided to take over stay the group's, until they are merged or the group takes that back. This
                cannot be asked for later: nobody knows then whose they were.
            dry_run: Only say what would go.

        Raises:
            NotAllowed: Neither a host nor the person.
            NotFound: There is nobody of that id.
            Refused: A running cycle would be left without a host, or a topic in it.

        >>> anna.people.add("joe", name="Joe Smith").name
        'Joe Smith'
        >>> gone = joe.people.erase("joe", dry_run=True)
        >>> anna.people.show("joe").name
        'Joe Smith'
        """
        told: Counter[str] = Counter()
        fell: list[str] = []
        with self._act_outside(dry_run=dry_run) as visit:
            register = Register.open(visit, self._desk.organisation)
            row = _subject(register, person.strip())
            hosted, own = register.hosted, register.is_self(row)
            parts = [(load_cycle(visit.session, slug, lock=True), theirs) for slug, theirs in _cycles(visit.session, row)]
            for cycle, _ in parts:
                visit.take_turn(cycle)  # somebody is erased at one moment, whichever record tells it
            for cycle, theirs in parts:
                assert register.actor is not None  # where there is a cycle, only hosts of one and people themselves come here
                gone = _Forgetting(visit, cycle, register.actor, texts).forget(row, by_name=theirs)
                if own or cycle.id in hosted:
                    told.update(gone.counted())
                    fell += [f"{cycle.slug} {number}" for number in gone.fell]
            stands = _no_name(visit.session, row, visit.now)
        return Erased(stands, texts, dict(told), tuple(fell), not dry_run and self._desk.database.rewrite())


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


def _refuse_leaving(act: Act, row: PersonRow) -> None:
    """A running cycle keeps a host, and each conversation in it."""
    if act.cycle.phase in act.definition.ends:
        return
    slug = act.cycle.slug
    if {host.id for host in hosts_now(act, act.now)} == {row.id}:
        raise Refused(
            sentence(
                "{person} is the only host of {slug}; make somebody else a host first: {command}",
                person=row.handle,
                slug=slug,
                command=f"plein group host {slug} PERSON --because TEXT",
            )
        )
    names = topics_hosted(act, row.id)
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


class _Forgetting:
    """What one cycle forgets, and what its record says of that."""

    def __init__(self, visit: Visit, cycle: CycleRow, actor: PersonRow, texts: bool) -> None:
        self._visit, self._cycle, self._actor, self._texts = visit, cycle, actor, texts

    def forget(self, row: PersonRow, *, by_name: bool) -> Gone:
        """Forget the person, and whatever they said under a pseudonym; the sum of both, and an entry of each in the record.

        Where they said something under a pseudonym only, an entry of their own would tell whose that is. What is forgotten of a pseudonym is
        for the circle alone, and told as done by the pseudonym itself: it leads to nobody.
        """
        with self._entry(self._actor, row) as act:
            _refuse_leaving(act, row)
            gone = forget(act, row, texts=self._texts)
            act.note(**gone.open)
            if not by_name:
                act.nothing()
        if gone.closed:
            with self._entry(self._actor, row, closed=True) as act:
                act.note(**gone.closed)
        for mask in _masks(self._visit.session, row):
            with self._entry(mask, mask, closed=True) as act:
                under = forget(act, mask, texts=self._texts)
                act.note(**under.whole())
                if not under.whole():
                    act.nothing()
            gone.take(under)
        return gone

    @contextmanager
    def _entry(self, actor: PersonRow, person: PersonRow, *, closed: bool = False) -> Iterator[Act]:
        with self._visit.act(self._cycle, "erase", actor=actor, roles=frozenset(), closed=closed) as act:
            act.note(person=person.key, texts=self._texts)
            yield act


def _masks(session: Session, row: PersonRow) -> list[PersonRow]:
    return list(session.execute(select(PersonRow).where(col(PersonRow.behind) == row.id).order_by(col(PersonRow.id))).scalars())


def _no_name(session: Session, row: PersonRow, now: datetime) -> str:
    """Nothing of the person is left but the key that the record knows; what stands in place of their id."""
    people = [row, *_masks(session, row)]
    assert row.id is not None
    without(session, row.id)
    for one in people:
        one.handle, one.since, one.erased = f"erased-{secrets.token_hex(8)}", now, now
        one.name = one.contact = one.relation = one.language = one.usual_since = one.behind = None
    forget_looks(session, (one.id for one in people if one.id is not None))
    session.flush()
    return row.handle
