"""The circle held against the record: its places, and what was remarked inside. Called by damage alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from plein.engine.desk import Sight
from plein.engine.record.holding import missing, rows_of
from plein.engine.record.replay import Expected
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.circle import CommentRow
from plein.store.tables.cycle import MemberRow

_NOTHING_MORE = dict.fromkeys(("contribution", "topic", "until", "expires", "board", "removed_because"))
"""What is empty in a place unless its entries say otherwise."""


def damaged_places(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    """What is wrong with the places in the circle."""
    rows = rows_of(sight, MemberRow, MemberRow.number)
    for row in rows:
        held = {
            "person": keys[row.person_id],
            "role": row.role,
            "status": row.status,
            "seal": record.seal(row.salt, row.because),
            "contribution": row.contribution,
            "topic": row.topic,
            "until": _moment(row.until),
            "expires": _moment(row.expires),
            "board": row.board,
            "removed_because": row.removed_because,
        }
        if _NOTHING_MORE | expected.members.get(row.number, {}) != held:
            yield sentence("place {number} in the circle is damaged: it does not follow from the record", number=row.number)
    yield from missing(sentence("place"), expected.members, [row.number for row in rows])


def damaged_comments(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    """What is wrong with the comments inside the circle."""
    rows = rows_of(sight, CommentRow, CommentRow.number)
    for row in rows:
        found = expected.comments.get(row.number)
        place = {"version": row.version, "paragraph": row.paragraph, "suggestion": row.suggestion, "reply_to": row.reply_to}
        if found is None or found["seal"] != record.seal(row.salt, row.text):
            yield sentence("comment {number} is damaged: it is not what was written", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("comment {number} is damaged: it is not of the person who wrote it", number=row.number)
        elif place != {key: found[key] for key in place}:
            yield sentence("comment {number} is damaged: it does not stand where it was written", number=row.number)
    yield from missing(sentence("comment"), expected.comments, [row.number for row in rows])


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
