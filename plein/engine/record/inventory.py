"""The inventory: what the record says of contributions, topics and links, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, known, missing, resealed, written
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.inventory import ContributionRow, LinkRow, NudgeRow, SupportRow, TopicRow


def _new(expected: Expected, body: Body) -> None:
    """The topics that a new cycle took over from the one before it; none is open yet."""
    for topic in body.get("topics") or ():
        expected.topics[topic["topic"]] = _topic(topic)


def _contribute(expected: Expected, body: Body) -> None:
    number = body["contribution"]
    expected.contributions[number] = {"author": body["by"], "seal": body["seal"], "hidden": None}
    expected.about[number] = body["kind"], said(body["topic"]), body["reply_to"]  # entries of earlier times have the topic as it was typed


def _import(expected: Expected, body: Body) -> None:
    for number, author, seal in zip(body["contributions"], body["authors"], body["seals"], strict=True):
        expected.contributions[number] = {"author": author, "seal": seal, "hidden": None}
    expected.topic_of |= dict(zip(body["contributions"], body.get("topics") or (), strict=False))  # entries of earlier times do not tell


def _support(expected: Expected, body: Body) -> None:
    expected.supports.add((body["contribution"], body["by"]))


def _nudge(expected: Expected, body: Body) -> None:
    expected.nudges[body["contribution"], body["by"]] = body["seal"], False


def _hide(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]]["hidden"] = body["because"]


def _topic(body: Body) -> dict[str, Any]:
    return {"name": body["name"], "host": body["host"], "seal": body["seal"], "opened": None, "closed": None}


def _add_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]] = _topic(body)


def _change_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]] |= {"host": body["host"], "seal": body["seal"]}


def _open_topic(expected: Expected, body: Body) -> None:
    topic = expected.topics[body["topic"]]
    topic |= {"opened": topic["opened"] or body["at"], "closed": None}


def _close_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]]["closed"] = body["at"]


def _link(expected: Expected, body: Body) -> None:
    expected.links[body["one"], body["other"]] = body["by"]


def _unlink(expected: Expected, body: Body) -> None:
    del expected.links[body["one"], body["other"]]


def _erase(expected: Expected, body: Body) -> None:
    resealed(expected.contributions, body.get("contributions", ()))
    for number, seal in body.get("nudges", ()):
        known(expected.nudges, (number, body["person"]))
        expected.nudges[number, body["person"]] = seal, True


TOLD: Told = {
    "new-cycle": _new,
    "contribute": _contribute,
    "import-contributions": _import,
    "support": _support,
    "nudge": _nudge,
    "hide": _hide,
    "add-topic": _add_topic,
    "change-topic": _change_topic,
    "open-topic": _open_topic,
    "close-topic": _close_topic,
    "link": _link,
    "unlink": _unlink,
    "erase": _erase,
}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with what was said, what answers it, what it is about, and what belongs together."""
    rows = rows_of(sight, ContributionRow)
    yield from _contributions(rows, expected, keys)
    yield from _answers(sight, rows, expected, keys)
    yield from _topics(sight, expected, keys)
    yield from _abouts(rows, expected)
    links = {(row.one, row.other): keys[row.person_id] for row in rows_of(sight, LinkRow, order=LinkRow.id)}
    if links != expected.links:
        yield sentence("the links between contributions are damaged: they do not follow from the record")


def _contributions(rows: list[ContributionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    for row in rows:
        found = expected.contributions.get(row.number)
        if found is None or (found["seal"], found.get("erased", False)) != (record.seal(row.salt, row.text), row.erased):
            yield sentence("contribution {number} is damaged: it is not what was said", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("contribution {number} is damaged: it is not of the person who said it", number=row.number)
        elif found["hidden"] != row.hidden_because:
            yield sentence("contribution {number} is damaged: whether it is hidden does not follow from the record", number=row.number)
    yield from missing(sentence("contribution"), expected.contributions, [row.number for row in rows])


def _answers(sight: Sight, rows: list[ContributionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """Support and nudges."""
    numbers = {row.id: row.number for row in rows}
    ours = select(col(ContributionRow.id)).where(col(ContributionRow.cycle_id) == sight.id)
    supports = sight.session.execute(select(SupportRow).where(col(SupportRow.contribution_id).in_(ours))).scalars()
    if {(numbers[row.contribution_id], keys[row.person_id]) for row in supports} != expected.supports:
        yield sentence("the support of contributions is damaged: it does not follow from the record")
    nudges = sight.session.execute(select(NudgeRow).where(col(NudgeRow.contribution_id).in_(ours))).scalars()
    held = {(numbers[row.contribution_id], keys[row.person_id]): (record.seal(row.salt, row.because), row.erased) for row in nudges}
    if held != expected.nudges:
        yield sentence("the nudges are damaged: they do not follow from the record")


def _topics(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, TopicRow)
    for row in rows:
        held = {
            "name": row.name,
            "host": keys[row.host_id],
            "seal": record.seal(row.salt, row.title, row.aim, row.scope, row.outcome),
            "opened": written(row.opened),
            "closed": written(row.closed),
        }
        if expected.topics.get(row.number) != held:
            yield sentence("topic {number} is damaged: it does not follow from the record", number=row.number)
    yield from missing(sentence("topic"), expected.topics, [row.number for row in rows])


def _abouts(rows: list[ContributionRow], expected: Expected) -> Iterator[Sentence]:
    """What contributions are about."""
    for row in rows:
        about = expected.about.get(row.number)
        if about is not None and about != (row.kind, row.topic, row.reply_to):
            yield sentence("contribution {number} is damaged: what it is about does not follow from the record", number=row.number)
        elif row.topic != expected.topic_of.get(row.number, row.topic):
            yield sentence("contribution {number} is damaged: its topic does not follow from the record", number=row.number)
