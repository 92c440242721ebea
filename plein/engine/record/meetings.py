"""What is kept of which suggestions collide: whether the text core says the same, wherever it would be told to anybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plein.engine.desk import STILL, UNSEEN, Sight
from plein.engine.record.expected import Body, Expected, Keys, Told
from plein.engine.review.standing import Standing
from plein.engine.rows.of_cycle import rows_of
from plein.sentences import Sentence, sentence
from plein.store.tables.cycle import CycleRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import MeetingsRow

TOLD: Told = {}


def stirred(entries: Sequence[EntryRow], bodies: Sequence[Body], *, inside: bool) -> frozenset[str]:
    """The digest of the newest entry that may have changed which suggestions collide, for those inside or for everybody else; and of what
    came after it, with one of which the tables of an older plein were brought up to date.
    """
    still = STILL if inside else STILL | UNSEEN
    newest = next((at for at in range(len(bodies) - 1, -1, -1) if bodies[at]["act"] not in still), 0)
    return frozenset(row.digest for row in entries[newest:])


def damaged(sight: Sight, expected: Expected, _: Keys) -> Iterator[Sentence]:
    """What is wrong with it. Of what is out of date, and told to nobody, it is looked at whether it ever held."""
    cycle = sight.cycle
    unread = {column for bad in expected.unreadable if bad.table == CycleRow.__tablename__ for column in bad.columns}
    held = {"stirred": cycle.stirred, "stirred_inside": cycle.stirred_inside}
    if any(name not in unread and value not in expected.stirred[name] for name, value in held.items()):
        yield sentence("the cycle is damaged: what changed its collisions last does not follow from the record")
        return
    for row in rows_of(sight, MeetingsRow, order=MeetingsRow.inside):
        now = row.at == held["stirred_inside" if row.inside else "stirred"]
        if row.at not in expected.digests or (now and not _holds(sight, row)):
            yield sentence("what is kept of which suggestions collide is damaged: it is not what the texts say")


def _holds(sight: Sight, row: MeetingsRow) -> bool:
    found = Standing(sight, inside=row.inside).worked_out()
    return row.groups == [[list(group) for group in groups] for groups in (found.collide, found.same)]
