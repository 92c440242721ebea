"""The conversations held against the record: topics, what is about which, and what belongs together. Called by damage alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from plein.engine.desk import Sight
from plein.engine.record.holding import missing, rows_of
from plein.engine.record.replay import Expected
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.inventory import ContributionRow, LinkRow, TopicRow


def damaged_talk(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    """What is wrong with the topics, with what belongs to them, and with the links."""
    topics = rows_of(sight, TopicRow, TopicRow.number)
    for row in topics:
        held = {
            "name": row.name,
            "host": keys[row.host_id],
            "seal": record.seal(row.salt, row.title, row.aim, row.scope, row.outcome),
            "opened": _written(row.opened),
            "closed": _written(row.closed),
        }
        if expected.topics.get(row.number) != held:
            yield sentence("topic {number} is damaged: it does not follow from the record", number=row.number)
    yield from missing(sentence("topic"), expected.topics, [row.number for row in topics])
    for row in rows_of(sight, ContributionRow, ContributionRow.number):
        said = expected.about.get(row.number)
        if said is not None and said != (row.kind, row.topic, row.reply_to):
            yield sentence("contribution {number} is damaged: what it is about does not follow from the record", number=row.number)
        elif row.topic != expected.topic_of.get(row.number, row.topic):
            yield sentence("contribution {number} is damaged: its topic does not follow from the record", number=row.number)
    links = {(row.one, row.other): keys[row.person_id] for row in rows_of(sight, LinkRow, LinkRow.id)}
    if links != expected.links:
        yield sentence("the links between contributions are damaged: they do not follow from the record")


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
