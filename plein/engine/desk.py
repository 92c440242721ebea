"""The desk where a person works: the one door every change goes through, and the one window everything is read through.

    act             may they, now? -> the change -> its entry in the record, in one transaction, onto the revision that was read
    act outside     the same for what belongs to no cycle, or to several: people, boards, beginning, answering, erasing
    look            one state of the database, seen with this person's roles
    look outside    one state of the database, and no cycle of it in particular

Whoever acts may have to wait for others. A deadline asks when they came; what is written is of the moment at which their turn had come, so that
the record never runs backwards.

Nothing else in the engine opens a transaction, asks for permission or writes the record; a test walks its code to see to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session

from plein.engine.rows.cycles import load_cycle, no_cycle, refuse_stale, rules_of
from plein.engine.rows.facts import facts_of
from plein.engine.rows.handles import acting_handle
from plein.engine.rows.of_cycle import add_rows, new_row
from plein.engine.rows.people import Asking, entered, known
from plein.engine.rows.places import roles_of
from plein.engine.rows.tally import NOTHING, Tally, tally
from plein.errors import ActRefused, LooksAlike, MoveRefused, NoIdentity, NotAllowed, Refused, StaleWrite, Unusable
from plein.organisation import Organisation
from plein.sentences import sentence, typed
from plein.store import record
from plein.store.database import Database, Lent
from plein.store.tables.cycle import CycleRow, PersonRow
from plein.workflow import UNCOUNTED, Definition, Facts, Verdict, is_open, may_act, may_move, move, require, show_when
from plein.workflow.roles import held

STILL = frozenset(
    (
        "accepted",
        "add-topic",
        "allow",
        "appoint-host",
        "avoid",
        "change-contribution",
        "change-topic",
        "close-topic",
        "comment",
        "contribute",
        "contribute-for",
        "declined",
        "end-host",
        "extend",
        "hide",
        "hide-nudge",
        "import-contributions",
        "invite",
        "invite-board",
        "link",
        "nudge",
        "open-topic",
        "promise",
        "remove-member",
        "set-draft-aside",
        "support",
        "unhide",
        "unhide-nudge",
        "unlink",
        "withdraw-contribution",
        "write-report",
    )
)
"""Acts that change nothing about which suggestions collide. All others may."""
UNSEEN = frozenset(("decide",))
"""Acts that change it for those inside alone: what is decided is known to nobody else until it is published."""

PUBLIC = frozenset({"public"})
"""The role that everybody has."""


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
    afterwards: Callable[[Session], None] | None = None
    """What whoever looks leaves for those who look next; nothing depends on it."""

    @property
    def id(self) -> int:
        """The cycle's key in the database."""
        assert self.cycle.id is not None
        return self.cycle.id

    @property
    def counted(self) -> Tally:
        """How much there is of everything, counted once, when it is first asked."""
        if self._counted is None:
            self._counted = tally(self.session, self.id, self.definition, self.now)
        return self._counted

    @property
    def facts(self) -> Facts:
        """What the guards ask about."""
        return facts_of(self.cycle, self.counted, self.moment)

    @property
    def moment(self) -> datetime:
        """The moment that deadlines are asked about."""
        return self.now

    @property
    def inside(self) -> bool:
        """Whether this person may read what the circle writes; in a cycle without a document the circle is who takes part in it."""
        if len(self.roles) == 1:
            return False
        return not self.definition.has_document or self.reads_drafts

    @property
    def reads_drafts(self) -> bool:
        """Whether this person may read the drafts that are not published, as the table says."""
        return self._lets("read-drafts")

    @property
    def reads(self) -> bool:
        """Whether this cycle is there for this person, as the table says."""
        return self._lets("read")

    def _lets(self, act: str) -> bool:
        """Whether the table lets this person do what is only looking: nothing is counted where no guard asks for it."""
        rule = self.definition.phase(self.cycle.phase).acts.get(act)
        return rule is not None and not rule.roles.isdisjoint(held(self.roles)) and (not rule.guards or bool(self.may(act)))

    @property
    def behind_doors(self) -> bool:
        """Whether the running phase is closed."""
        return not is_open(self.definition, self.cycle.phase)

    def may(self, act: str) -> Verdict:
        """Whether this person may do an act now, and if not why."""
        return may_act(self.definition, self._asked(act), self.roles, act)

    def may_move(self, phase: str, facts: Facts | None = None) -> Verdict:
        """Whether this person may move the cycle to a phase now, and if not why; *facts* for what would hold if they gave a deadline, say."""
        return may_move(self.definition, self.facts if facts is None else facts, self.roles, phase)

    def require(self, act: str) -> None:
        """Refuse what this person may not do now.

        Raises:
            ActRefused, NotAllowed: With every reason at once.
        """
        require(self.definition, self._asked(act), self.roles, act)

    def _asked(self, act: str) -> Facts:
        """The facts that are asked about an act: nothing is counted for guards that do not ask for it."""
        rule = self.definition.phase(self.cycle.phase).acts.get(act)
        counts = rule is not None and not UNCOUNTED.issuperset(rule.guards)
        return facts_of(self.cycle, self.counted if counts else NOTHING, self.moment)


@dataclass(slots=True)
class Act(Sight):
    """An act under way. The room makes its change and notes what the record will say of it.

    ``now`` is the moment it is of, and ``came`` the one at which whoever acts came with it, which is what deadlines ask for.
    """

    came: datetime = field(kw_only=True)
    actor: PersonRow = field(kw_only=True)
    name: str = field(kw_only=True)
    closed: bool = field(kw_only=True, default=False)
    noted: dict[str, Any] = field(kw_only=True, default_factory=dict)
    empty: bool = field(kw_only=True, default=False)
    newcomer: bool = field(kw_only=True, default=False)
    """Whether nobody had seen this person before, so that there is nothing of theirs yet."""

    @property
    def moment(self) -> datetime:
        """The moment that deadlines are asked about: when whoever acts came."""
        return self.came

    @property
    def by(self) -> int:
        """The key in the database of the person who acts."""
        assert self.actor.id is not None
        return self.actor.id

    def note(self, **facts: Any) -> None:
        """Say what the entry will hold: public facts, seals and keys; never a name or a text of a person."""
        self.noted.update(facts)

    def nothing(self) -> None:
        """Nothing changed (a repeat): write no entry, whatever was noted. An act that notes nothing writes none either."""
        self.empty = True

    def arrive(self, phase: str, *, because: str | None, closes_given: bool) -> str:
        """The phase that this person may move the cycle to now.

        Raises:
            MoveRefused, NotAllowed: With every reason at once.
        """
        facts = facts_of(self.cycle, self.counted, self.came, because=because, closes_given=closes_given)
        return move(self.definition, facts, self.roles, phase)


@dataclass(slots=True)
class Visit:
    """Somebody at work outside any one cycle. What they do in cycles all the same is an act in each.

    ``came`` is the moment at which they came, and ``now`` the one at which their turn had come, for all that they do in one transaction.
    ``clock`` gives the time; None where the moment was named, so that none other will do.
    """

    session: Session
    handle: str | None
    now: datetime
    dry_run: bool = False
    exact_ids: bool = False
    came: datetime = field(kw_only=True)
    clock: Callable[[], datetime] | None = field(kw_only=True, default=None)
    _turns: set[int | None] = field(init=False, default_factory=set)
    _newcomer: int | None = field(init=False, default=None)

    @property
    def person(self) -> PersonRow | None:
        """Who it is; None for somebody nobody has seen before, or nobody in particular."""
        return None if self.handle is None else known(self.session, self.handle)

    def known_person(self) -> PersonRow:
        """Who it is, entered if nobody has seen them before.

        Raises:
            NoIdentity: Nobody in particular.
            LooksAlike: Nobody has, and the id reads like that of somebody who is there; it is not said whose.
        """
        if self.handle is None:
            raise nameless()
        found = known(self.session, self.handle)
        if found is None:
            found = entered(self.session, self.handle, self.now, Asking(self.exact_ids, named=False))
            self._newcomer = found.id
        return found

    def take_turn(self, cycle: CycleRow) -> None:
        """Let the moment be no earlier than what the record of a cycle tells already. The cycle is locked: nobody writes in it meanwhile.

        Who writes in several cycles at one moment locks them all, and takes their turn in each, before the first act.
        """
        if cycle.id in self._turns or not cycle.revision:  # a cycle that begins has no record yet
            return
        from plein.engine.rows.entries import newest_moment  # here, not above: whoever only looks can do without

        newest = newest_moment(self.session, cycle)
        self._turns.add(cycle.id)
        self.now = max(self.now if self.clock is None else self.clock(), self.now, newest or self.now)

    @contextmanager
    def act(
        self,
        cycle: CycleRow,
        name: str,
        *,
        actor: PersonRow,
        person: PersonRow | None = None,
        roles: frozenset[str] | None = None,
        ask: str | None = None,
        closed: bool = False,
    ) -> Iterator[Act]:
        """Do one act in a cycle: permission, change, entry.

        Args:
            cycle: The cycle, locked.
            name: How the record calls it.
            actor: Who does it, for the record.
            person: Through whose eyes it is seen, where that is somebody else.
            roles: In which roles, where those are not the ones that this person has.
            ask: The act in the words of the rules table; None where nobody can be refused, or where the room asks itself.
            closed: Whether the entry is for the circle's eyes only.

        Raises:
            ActRefused, NotAllowed: They may not.
            Refused: The moment was named, and lies before what the record tells already.
        """
        self.take_turn(cycle)
        seen = person or actor
        newcomer = seen.id is not None and seen.id == self._newcomer
        held = roles if roles is not None else PUBLIC if newcomer else roles_of(self.session, cycle, seen, self.came)
        done = Act(self.session, cycle, rules_of(cycle), seen, held, self.now, came=self.came, actor=actor, name=name, closed=closed)
        done.newcomer = newcomer
        if ask is not None:
            done.require(ask)
        yield done
        if not done.noted or done.empty:
            return
        if self.clock is None and self.came < self.now:
            raise _backwards(cycle, self.came)
        if not self.dry_run:
            _write_entry(done)


class Desk:
    """Somebody at work on a database. The rooms of the engine are built on this; :class:`~plein.engine.seat.Seat` puts them together."""

    def __init__(
        self,
        database: Database | Lent,
        person: str | None,
        clock: Callable[[], datetime],
        organisation: Organisation | None = None,
        *,
        at: datetime | None = None,
    ) -> None:
        self.database = database
        self._clock = clock
        self._at = at
        self.organisation = organisation or Organisation()
        self.person = None if person is None else acting_handle(person)

    def now(self) -> datetime:
        """What time it is for this person: the moment that was named, else the clock's, aware and in UTC.

        Raises:
            Unusable: The clock gives something else, or a moment that has no zone.
        """
        moment = self._clock() if self._at is None else self._at
        if not isinstance(moment, datetime) or moment.utcoffset() is None:
            raise Unusable(sentence("The clock must give a moment with a zone, such as {example}.", example="datetime.now(UTC)"))
        return moment.astimezone(UTC)

    @contextmanager
    def act(
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
            NoIdentity, NotFound, StaleWrite, ActRefused, NotAllowed, LooksAlike: Nothing was changed.
        """
        with self.act_outside(dry_run=dry_run) as visit:
            called = name or act
            assert called is not None, "an act of which the room asks itself needs a name"
            cycle = load_cycle(visit.session, slug, lock=True)
            try:
                refuse_stale(cycle, revision)
                actor = visit.known_person()
                with visit.act(cycle, called, actor=actor, ask=act, closed=closed) as done:
                    yield done
            except (ActRefused, LooksAlike, MoveRefused, NotAllowed, StaleWrite):
                if not self.sight(visit.session, cycle).reads:
                    raise no_cycle(slug) from None  # a refusal would tell that there is one
                raise

    @contextmanager
    def act_outside(self, *, dry_run: bool = False, unnamed: bool = False) -> Iterator[Visit]:
        """Do what belongs to no cycle, or to several, all or nothing.

        Args:
            dry_run: Do it all, look at what it gives, and take it back.
            unnamed: Somebody may do it who says not who they are, because something else says it: the token of an invitation.

        Raises:
            NoIdentity: Nobody in particular. Nothing was changed.
        """
        if self.person is None and not unnamed:
            raise nameless()
        came = self.now()
        with self.database.writing() as session:
            rehearsal = session.begin_nested() if dry_run else None
            now = max(came, self.now())  # on SQLite one may have waited; a clock may have been set back meanwhile
            clock = self.now if self._at is None else None
            yield Visit(session, self.person, now, dry_run, self.organisation.exact_ids, came=came, clock=clock)
            if rehearsal is not None:
                rehearsal.rollback()

    @contextmanager
    def look(self, slug: str) -> Iterator[Sight]:
        """Look at one cycle through this person's eyes.

        Raises:
            NotFound: There is none, or not for this person.
        """
        with self.look_outside() as visit:
            sight = self.sight(visit.session, load_cycle(visit.session, slug))
            if not sight.reads:
                raise no_cycle(slug)
            yield sight
        if sight.afterwards is not None:
            self.database.leave(sight.afterwards)

    @contextmanager
    def look_outside(self) -> Iterator[Visit]:
        """Look at what belongs to no cycle, or at several cycles at one moment."""
        with self.database.reading() as session:
            now = self.now()
            yield Visit(session, self.person, now, exact_ids=self.organisation.exact_ids, came=now)

    def sight(self, session: Session, cycle: CycleRow) -> Sight:
        now = self.now()
        person = None if self.person is None else known(session, self.person)
        definition = rules_of(cycle)
        return Sight(session, cycle, definition, person, roles_of(session, cycle, person, now), now)

    def asking(self, roles: frozenset[str]) -> Asking:
        """How it is asked about new ids that look like others, of somebody in these roles: hosts look after people, and are told whom."""
        return Asking(self.organisation.exact_ids, named="host" in roles)

    def identity(self) -> str:
        if self.person is None:
            raise nameless()
        return self.person


def nameless() -> NoIdentity:
    """The refusal of what somebody has to do under their name."""
    return NoIdentity(
        sentence(
            "Who does this? Name the person with {option}.",
            option=typed(sentence("{option}, or in {variable}", option="--as", variable="PLEIN_AS"), "acting_as()"),
        )
    )


def _backwards(cycle: CycleRow, moment: datetime) -> Refused:
    """The refusal of an act that would stand in the record after what came later. When that was is told by nobody: it may be closed."""
    return Refused(
        sentence(
            "{moment} lies before the newest entry in the record of {slug}, which never runs backwards; "
            "name a later moment, or none ({option}).",
            moment=show_when(moment, cycle.timezone),
            slug=cycle.slug,
            option=typed("--now", "at="),
        )
    )


def _write_entry(act: Act) -> None:
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
        "came_in": act.came.isoformat(),
        "closed": act.closed,
        "cycle": cycle.slug,
        "number": number,
    }
    nonce, body = record.salt(), record.body(facts)
    digest = record.chain(previous, record.inner_digest(nonce, body))
    entry = {"cycle_id": act.id, "number": number, "person_id": act.by, "body": body}
    add_rows(act, EntryRow, [new_row(EntryRow, {**entry, "nonce": nonce, "previous": previous, "digest": digest})])
    told: dict[str, Any] = {"revision": number, "head": digest, "newest": act.now}
    if not act.closed:
        told["newest_open"] = act.now
    if act.name not in STILL:
        told |= {"stirred_inside": digest} if act.name in UNSEEN else {"stirred_inside": digest, "stirred": digest}
    read = {"key": act.id, "read": cycle.revision}
    moved = session.connection().execute(_moving(tuple(told)), {**read, **{f"its_{name}": told[name] for name in told}})
    if moved.rowcount != 1:
        raise StaleWrite(cycle.slug, cycle.revision)
    for column, value in told.items():
        set_committed_value(cycle, column, value)


@cache
def _moving(columns: tuple[str, ...]) -> Any:
    """The statement that moves a cycle's revision on, made once."""
    table: Any = CycleRow
    rows = table.__table__
    read = rows.c.id == bindparam("key"), rows.c.revision == bindparam("read")
    return update(rows).where(*read).values({name: bindparam(f"its_{name}", type_=rows.c[name].type) for name in columns})
