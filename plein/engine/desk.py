"""The desk where a person works: the one door every change goes through, and the one window everything is read through.

    act     may they, now? -> the change -> its entry in the record, in one transaction, onto the revision that was read
    look    one state of the database, seen with this person's roles

Nothing else in the engine opens a transaction, asks for permission or writes the record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col

from plein.engine.rows.facts import facts_of, roles_of
from plein.engine.rows.handles import acting_handle
from plein.engine.rows.handles import checked_handle as checked_handle
from plein.engine.rows.tally import Tally, tally
from plein.errors import NoIdentity, NotFound, StaleWrite
from plein.organisation import Organisation
from plein.sentences import sentence
from plein.store import record
from plein.store.database import Database, Lent
from plein.store.tables.cycle import CycleRow, PersonRow
from plein.workflow import Definition, Facts, is_open, may_act, require


@dataclass(slots=True)
class Sight:
    """What somebody has before them while reading: one cycle, in one state, with their roles in it."""

    session: Session
    cycle: CycleRow
    definition: Definition
    person: PersonRow | None
    roles: frozenset[str]
    now: datetime
    _counted: Tally | None = None

    @property
    def id(self) -> int:
        """The cycle's key in the database."""
        assert self.cycle.id is not None
        return self.cycle.id

    @property
    def counted(self) -> Tally:
        """How much there is of everything, counted once, when it is first asked."""
        if self._counted is None:
            self._counted = tally(self.session, self.id, self.now)
        return self._counted

    @property
    def facts(self) -> Facts:
        """What the guards ask about."""
        return facts_of(self.cycle, self.counted, self.now)

    @property
    def inside(self) -> bool:
        """Whether this person may read what the circle writes; in a cycle without a document the circle is who takes part in it."""
        if len(self.roles) == 1:
            return False
        return not self.definition.has_document or may_act(self.definition, self.facts, self.roles, "read-drafts").kind == "yes"

    @property
    def behind_doors(self) -> bool:
        """Whether the running phase is closed."""
        return not is_open(self.definition, self.cycle.phase)


@dataclass(slots=True)
class Act(Sight):
    """An act under way. The room makes its change and notes what the record will say of it."""

    actor: PersonRow = field(kw_only=True)
    name: str = field(kw_only=True)
    closed: bool = field(kw_only=True, default=False)
    noted: dict[str, Any] = field(kw_only=True, default_factory=dict)
    empty: bool = field(kw_only=True, default=False)

    @property
    def by(self) -> int:
        """The key in the database of the person who acts."""
        assert self.actor.id is not None
        return self.actor.id

    def note(self, **facts: Any) -> None:
        """Say what the entry will hold: public facts, seals and keys; never a name or a text of a person."""
        self.noted.update(facts)

    def nothing(self) -> None:
        """Nothing changed (a repeat): write no entry."""
        self.empty = True


class Desk:
    """Somebody at work on a database. The rooms of the engine are built on this; :class:`~plein.engine.seat.Seat` puts them together."""

    def __init__(
        self, database: Database | Lent, person: str | None, clock: Callable[[], datetime], organisation: Organisation | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self.organisation = organisation or Organisation()
        self.person = None if person is None else acting_handle(person)

    def now(self) -> datetime:
        """The moment at which this person acts, aware and in UTC."""
        return self._clock().astimezone(UTC)

    @contextmanager
    def _act(
        self,
        slug: str,
        act: str | None,
        *,
        revision: int | None = None,
        closed: bool = False,
        name: str | None = None,
        dry_run: bool = False,
    ) -> Iterator[Act]:
        """Do one act: permission, change, entry, all or nothing.

        Args:
            slug: The cycle.
            act: The act in the words of the rules table; None where the room asks ``workflow`` itself (a move).
            revision: The revision the writer has read; None for the newest.
            closed: Whether the entry is for the circle's eyes only.
            name: How the record calls it, where that is not the act's name.
            dry_run: Do it all, look at what it gives, and take it back.

        Raises:
            NoIdentity, NotFound, StaleWrite, ActRefused, NotAllowed: Nothing was changed.
        """
        handle = self._identity()
        with self._database.writing() as session:
            now = self.now()
            rehearsal = session.begin_nested() if dry_run else None
            cycle = load_cycle(session, slug, lock=True)
            if revision is not None and revision != cycle.revision:
                raise StaleWrite(slug, revision, cycle.revision)
            actor = somebody(session, handle, now)
            definition = rules_of(cycle)
            roles = roles_of(session, cycle, actor, now)
            done = Act(session, cycle, definition, actor, roles, now, actor=actor, name=name or act or "act", closed=closed)
            if act is not None:
                require(definition, done.facts, roles, act)
            yield done
            if rehearsal is not None:
                rehearsal.rollback()
            elif not done.empty:
                write_entry(done)

    @contextmanager
    def _look(self, slug: str) -> Iterator[Sight]:
        """Look at one cycle through this person's eyes."""
        with self._database.reading() as session:
            yield self._sight(session, load_cycle(session, slug))

    def _sight(self, session: Session, cycle: CycleRow) -> Sight:
        now = self.now()
        person = None if self.person is None else known(session, self.person)
        definition = rules_of(cycle)
        return Sight(session, cycle, definition, person, roles_of(session, cycle, person, now), now)

    def _identity(self) -> str:
        if self.person is None:
            raise NoIdentity(sentence("Who does this? Name the person with {option}, or in PLEIN_AS.", option="--as"))
        return self.person


def rules_of(cycle: CycleRow) -> Definition:
    """The definition a cycle runs by, read once for all that run by the same."""
    return _read(record.body(cycle.definition))


@lru_cache(maxsize=64)
def _read(definition: str) -> Definition:
    return Definition.from_data(json.loads(definition))


def load_cycle(session: Session, slug: str, *, lock: bool = False) -> CycleRow:
    """The cycle's row as it is now; with *lock*, nobody else writes it until the transaction ends."""
    _refuse_no_slug(slug)
    query = select(CycleRow).where(col(CycleRow.slug) == slug).execution_options(populate_existing=True)
    row: CycleRow | None = session.execute(query.with_for_update() if lock else query).scalar_one_or_none()
    if row is None:
        raise _no_cycle(slug)
    return row


def exists(number: int) -> bool:
    """Whether anything can have this number; databases choke on larger ones."""
    return 0 < number < 2**31


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
    if not rows:
        return
    if session.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as pg_insert

        session.execute(pg_insert(PersonRow).on_conflict_do_nothing(index_elements=["handle"]), rows)
    else:
        from sqlalchemy.dialects.sqlite import insert

        session.execute(insert(PersonRow).on_conflict_do_nothing(index_elements=["handle"]), rows)


def write_entry(act: Act) -> None:
    """Append the entry of *act* to the record and move the cycle's revision on, if it is still the one that was read."""
    from plein.store.tables.record import EntryRow  # here, not above: whoever only looks can do without

    session, cycle = act.session, act.cycle
    session.flush()
    number, previous = cycle.revision + 1, cycle.head or record.START
    facts = {
        **act.noted,
        "act": act.name,
        "at": act.now.isoformat(),
        "by": act.actor.key,
        "closed": act.closed,
        "cycle": cycle.slug,
        "number": number,
    }
    nonce, body = record.salt(), record.body(facts)
    digest = record.chain(previous, record.inner_digest(nonce, body))
    session.add(
        EntryRow(
            cycle_id=act.id,
            number=number,
            person_id=act.by,
            body=body,
            nonce=nonce,
            previous=previous,
            digest=digest,
        )
    )
    moved = session.execute(
        update(CycleRow)
        .where(col(CycleRow.id) == act.id, col(CycleRow.revision) == cycle.revision)
        .values(revision=number, head=digest)
        .execution_options(synchronize_session=False)
    )
    if moved.rowcount != 1:  # type: ignore[attr-defined]
        raise StaleWrite(cycle.slug, cycle.revision)
    session.flush()
    set_committed_value(cycle, "revision", number)
    set_committed_value(cycle, "head", digest)


def _refuse_no_slug(slug: str) -> None:
    """What cannot be a slug is not asked of the database, which might choke on it."""
    if not slug.isascii() or not slug.isprintable() or len(slug) > 60:
        raise _no_cycle(slug)


def _no_cycle(slug: str) -> NotFound:
    shown = "".join(one if one.isprintable() else "?" for one in slug[:60])
    return NotFound(sentence("There is no cycle “{slug}”; see which there are: {command}", slug=shown, command="plein cycle list"))
