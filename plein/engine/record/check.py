"""The check of one cycle: the chain of its record, and what the tables hold against what follows from it, noun by noun."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import select

from plein.engine.desk import Sight
from plein.engine.record import cycle, group, inventory, review, series, text
from plein.engine.record.expected import Body, Expected
from plein.engine.rows.of_cycle import rows_of
from plein.errors import Damaged
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.record import EntryRow

_NOUNS = (cycle, series, group, inventory, text, review)
ACTS = frozenset(act for noun in _NOUNS for act in noun.TOLD)
"""Every act that an entry can tell of."""


def damage(sight: Sight) -> Iterator[Sentence]:
    """Everything in one cycle that is not as plein left it, the first first. A broken chain vouches for nothing, so that it is told alone."""
    entries = rows_of(sight, EntryRow)
    links = [record.Link(row.number, row.previous, record.inner_digest(row.nonce, row.body), row.digest) for row in entries]
    broken = record.first_break(links, head=sight.cycle.head)
    if broken is not None:
        number, what = broken
        yield sentence("entry {number} is damaged: {what}", number=number, what=what)
        return
    keys = {row.id: row.key for row in sight.session.execute(select(PersonRow)).scalars()}
    bodies = [json.loads(row.body) for row in entries]
    for row, body in zip(entries, bodies, strict=True):
        if keys[row.person_id] != body["by"]:
            yield sentence("entry {number} is damaged: it names somebody else than the record", number=row.number)
    try:
        expected = replay(bodies)
    except Damaged as forged:
        yield forged.args[0]
        return
    for noun in _NOUNS:
        yield from noun.damaged(sight, expected, keys)


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
        except (KeyError, ValueError, TypeError):
            raise Damaged(sentence("entry {number} tells what cannot have happened; it was not written by plein", number=number)) from None
    return expected
