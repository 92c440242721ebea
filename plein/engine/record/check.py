"""The check of one cycle, or of all: the chain of each record, and what the tables hold against what follows from it, noun by noun.

A row that cannot be read is named, and everything else is checked as if it were not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.cycle.clock import ahead
from plein.engine.desk import PUBLIC, Desk, Sight, Visit
from plein.engine.record import cycle, group, inventory, meetings, people, review, series, text
from plein.engine.record.expected import Body, Expected, Keys
from plein.engine.record.views import Ahead, Verified
from plein.engine.rows.cycles import no_cycle
from plein.engine.rows.entries import body_of, impossible
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.undisturbed import undisturbed
from plein.errors import Damaged
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import CycleRow, PersonRow
from plein.store.tables.inventory import ContributionRow
from plein.store.tables.record import EntryRow
from plein.store.unreadable import BadRow, adrift, bad_rows, without
from plein.workflow import BUILT_IN

_NOUNS = (cycle, series, group, inventory, text, review, meetings, people)
ACTS = frozenset(act for noun in _NOUNS for act in noun.TOLD)
"""Every act that an entry can tell of."""


@undisturbed
def check(desk: Desk, visit: Visit, slug: str | None = None) -> Verified:
    """Check one cycle, or all and what belongs to none.

    Raises:
        NotFound: There is no such cycle, or not for this person.
    """
    session = visit.session
    bad = tuple(bad_rows(session.connection()))
    with without(session, bad):
        keys = _keys(session, bad)
        cycles = [row for row in _cycles(session, bad) if slug is None or row.slug == slug]
        if slug is not None and not (cycles and _reads(desk, session, cycles[0], bad)):
            raise no_cycle(slug)
        told: list[Sentence] = []
        named: list[BadRow] = []
        later: list[Ahead] = []
        entries = 0
        for row in cycles:
            mine = tuple(one for one in bad if _belongs(session, one, row))
            named += mine
            sight = Sight(session, row, BUILT_IN["plein66"], None, PUBLIC, visit.now)  # its rules may be damaged, and are not asked
            entries += row.revision or 0
            called = row.slug or sentence("cycle {id}", id=row.id)
            found = [sentence("{cycle}: {damage}", cycle=called, damage=what) for what in damage(sight, mine, keys)]
            told += found
            if not found:
                later += _ahead(desk.sight(session, row))
        if slug is None:
            told += [one.told for one in bad if one not in named]
            told += _elsewhere(session, bad)
    return Verified(entries, len(cycles), tuple(told), tuple(later))


def damage(sight: Sight, bad: Sequence[BadRow], keys: Keys) -> Iterator[Sentence]:
    """Everything in one cycle that is not as plein left it, the first first. A broken chain vouches for nothing, so that it is told alone.

    Args:
        sight: The cycle.
        bad: The rows of it that cannot be read, which are left out of all that is looked at.
        keys: What the record knows people by.
    """
    yield from (row.told for row in bad)
    if any(row.table == EntryRow.__tablename__ for row in bad):
        return
    entries = rows_of(sight, EntryRow)
    links = [record.Link(row.number, row.previous, record.inner_digest(row.nonce, row.body), row.digest) for row in entries]
    broken = record.first_break(links, head=sight.cycle.head)
    if broken is not None:
        number, what = broken
        yield sentence("entry {number} is damaged: {what}", number=number, what=what)
        return
    bodies = [body for row in entries if (body := body_of(row)) is not None]
    if len(bodies) < len(entries):
        yield impossible(next(row.number for row in entries if body_of(row) is None))
        return
    try:
        expected = replay(bodies)
    except Damaged as forged:
        yield forged.args[0]
        return
    expected.unreadable = bad
    expected.cycle["newest"] = bodies[-1]["at"] if bodies else None
    expected.cycle["newest_open"] = next((body["at"] for body in reversed(bodies) if not body["closed"]), None)
    expected.digests = frozenset(row.digest for row in entries)
    expected.stirred = {
        "stirred": meetings.stirred(entries, bodies, inside=False),
        "stirred_inside": meetings.stirred(entries, bodies, inside=True),
    }
    yield from backwards(bodies)
    for row, body in zip(entries, bodies, strict=True):
        if keys.get(row.person_id) != body["by"]:
            yield sentence("entry {number} is damaged: it names somebody else than the record", number=row.number)
    for noun in _NOUNS:
        yield from noun.damaged(sight, expected, keys)


def backwards(bodies: Iterable[Body]) -> Iterator[Sentence]:
    """A sentence for each entry that is dated before the one it follows, or before it came in itself.

    Only of entries that say when they came in. Those of earlier times were dated when they came, and written when their turn had come, so that
    under load they stand in another order than their moments; nobody did anything to them.
    """
    before: datetime | None = None
    for number, body in enumerate(bodies, 1):
        at = datetime.fromisoformat(body["at"])
        if "came_in" in body and (at < datetime.fromisoformat(body["came_in"]) or (before is not None and at < before)):
            yield sentence("entry {number} is damaged: it is dated before what it follows", number=number)
        before = at


def replay(bodies: Iterable[Body]) -> Expected:
    """Fold the bodies of all entries of one cycle, in order, into what its tables should hold. Reads entries, and no table.

    Raises:
        Damaged: An entry tells what cannot have happened after those before it.
    """
    expected = Expected()
    for number, body in enumerate(bodies, 1):
        try:
            for noun in _NOUNS:
                if told := noun.TOLD.get(body["act"]):
                    told(expected, body)
        except (LookupError, ValueError, TypeError, AttributeError):
            raise Damaged(impossible(number)) from None
    return expected


def _keys(session: Session, bad: Sequence[BadRow]) -> Keys:
    keys = {row.id: row.key for row in session.execute(select(col(PersonRow.id), col(PersonRow.key)))}
    return keys | {row.id: row.held["key"] for row in bad if row.table == PersonRow.__tablename__ and "key" in row.held}


def _cycles(session: Session, bad: Sequence[BadRow]) -> list[CycleRow]:
    """All cycles, the oldest first; of one whose row cannot be read, what can be."""
    rows = list(session.execute(select(CycleRow)).scalars())
    empty: dict[str, Any] = dict.fromkeys(CycleRow.model_fields)
    rows += [CycleRow(**{**empty, **row.held}) for row in bad if row.table == CycleRow.__tablename__]
    return sorted(rows, key=lambda row: row.id or 0)


def _reads(desk: Desk, session: Session, row: CycleRow, bad: Sequence[BadRow]) -> bool:
    """Whether the cycle is there for this person. Where its rules cannot be read it is: nobody can say no any more."""
    if any(one.table == CycleRow.__tablename__ and one.id == row.id for one in bad):
        return True
    try:
        return desk.sight(session, row).reads
    except Damaged:
        return True


def _ahead(sight: Sight) -> Iterator[Ahead]:
    """That the newest entry of a whole record lies in the future, to whoever may read it."""
    moment = ahead(sight) if sight.reads else None
    if moment is not None:
        yield Ahead(sight.cycle.slug, moment, sight.cycle.timezone)


def _belongs(session: Session, bad: BadRow, row: CycleRow) -> bool:
    if bad.cycle is not None or "contribution_id" not in bad.held:
        return bad.cycle == row.id
    table: Any = ContributionRow.metadata.tables[str(ContributionRow.__tablename__)]
    return session.execute(select(table.c.cycle_id).where(table.c.id == bad.held["contribution_id"])).scalar() == row.id


def _elsewhere(session: Session, bad: Sequence[BadRow]) -> Iterator[Sentence]:
    """What is wrong outside of the cycles: rows that point at nothing, people, and sounding boards."""
    unread = {(row.table, row.id) for row in bad}
    for table, key in adrift(session.connection()):
        if (table, key) not in unread:
            yield sentence("row {id} of {table} is damaged: what it belongs to is not there", id=key, table=table)
    yield from people.elsewhere(session)
