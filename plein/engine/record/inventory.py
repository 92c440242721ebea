"""The inventory: what the record says of contributions, topics and links, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.inventory.outside import origin_seal
from plein.engine.inventory.spoken import how_seal
from plein.engine.record.expected import UNTOLD, Body, Expected, Keys, Row, Told, differ, entered, known, resealed, written
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.inventory import ContributionRow, LinkRow, NudgeRow, SupportRow, TopicRow

_SAID_HERE = {
    "hidden": None,
    "erased": False,
    "outside": False,
    "origin": UNTOLD,
    "changed": None,
    "withdrawn": None,
    "entered_by": None,
    "how": None,
    "received": None,
    "late": False,
}
"""What is true of a contribution unless its entries say otherwise."""


def _new(expected: Expected, body: Body) -> None:
    """The topics that a new cycle took over from the one before it; none is open yet."""
    for topic in body.get("topics") or ():
        expected.topics[topic["topic"]] = _topic(topic, body["at"])


def _contribute(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]] = _SAID_HERE | {
        "author": body["by"],
        "seal": body["seal"],
        "kind": body["kind"],
        "topic": said(body["topic"]),  # entries of earlier times have it as it was typed
        "reply_to": body["reply_to"],
        "closed": body["closed"],
        "at": body["at"],
    }


def _contribute_for(expected: Expected, body: Body) -> None:
    _contribute(expected, body)
    expected.contributions[body["contribution"]] |= {"entered_by": body["by"]} | {
        key: body[key] for key in ("author", "how", "received", "late")
    }


def _import(expected: Expected, body: Body) -> None:
    """What came from outside; entries of earlier times do not tell what it is about, nor where it comes from."""
    numbers = body["contributions"]
    untold = [UNTOLD] * len(numbers)
    topics, origins = body.get("topics") or untold, body.get("origins", untold)
    for number, author, seal, topic, origin in zip(numbers, body["authors"], body["seals"], topics, origins, strict=True):
        expected.contributions[number] = _SAID_HERE | {
            "author": author,
            "seal": seal,
            "kind": UNTOLD,  # it is in the seal of the origin
            "topic": topic,
            "reply_to": None,
            "closed": body.get("inside", UNTOLD),
            "outside": True,
            "origin": origin,
            "at": body["at"],
        }


def _support(expected: Expected, body: Body) -> None:
    """Entries of earlier times do not tell whether it was given inside: then everybody knows of it."""
    expected.supports[body["contribution"], body["by"]] = body["at"], body.get("inside", False)


def _nudge(expected: Expected, body: Body) -> None:
    expected.nudges[body["contribution"], body["by"]] = {
        "seal": body["seal"],
        "erased": False,
        "closed": body["closed"],
        "hidden": None,
        "at": body["at"],
    }


def _hide(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]]["hidden"] = body["because"]


def _hide_nudge(expected: Expected, body: Body) -> None:
    expected.nudges[body["contribution"], body["person"]]["hidden"] = body["because"]


def _unhide_nudge(expected: Expected, body: Body) -> None:
    expected.nudges[body["contribution"], body["person"]]["hidden"] = None


def _unhide(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]]["hidden"] = None


def _change(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]] |= {"seal": body["seal"], "changed": body["at"]}


def _withdraw(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]] |= {"seal": body["seal"], "withdrawn": body["at"]}


def _topic(body: Body, at: str) -> Row:
    return {"name": body["name"], "host": body["host"], "seal": body["seal"], "opened": None, "closed": None, "inside": False, "at": at}


def _add_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]] = _topic(body, body["at"])


def _change_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]] |= {"host": body["host"], "seal": body["seal"]}


def _open_topic(expected: Expected, body: Body) -> None:
    """What was opened in the circle opens anew before everyone."""
    topic, inside = expected.topics[body["topic"]], body["closed"]
    opened = None if topic["inside"] and not inside else topic["opened"]
    topic |= {"opened": opened or body["at"], "closed": None, "inside": inside}


def _close_topic(expected: Expected, body: Body) -> None:
    expected.topics[body["topic"]]["closed"] = body["at"]


def _link(expected: Expected, body: Body) -> None:
    expected.links[body["one"], body["other"]] = body["by"], body["at"], body["closed"]


def _unlink(expected: Expected, body: Body) -> None:
    del expected.links[body["one"], body["other"]]


def _erase(expected: Expected, body: Body) -> None:
    """Words that were erased take the seal of where they came from with them; what is left of that is told anew."""
    resealed(expected.contributions, body.get("contributions", ()), origin=UNTOLD, how=None)
    for number, seal in body.get("origins", ()):
        expected.contributions[number]["origin"] = seal
    for number, seal in body.get("nudges", ()):
        known(expected.nudges, (number, body["person"]))
        expected.nudges[number, body["person"]] |= {"seal": seal, "erased": True}


TOLD: Told = {
    "new-cycle": _new,
    "contribute": _contribute,
    "contribute-for": _contribute_for,
    "import-contributions": _import,
    "support": _support,
    "nudge": _nudge,
    "hide": _hide,
    "hide-nudge": _hide_nudge,
    "unhide": _unhide,
    "unhide-nudge": _unhide_nudge,
    "change-contribution": _change,
    "withdraw-contribution": _withdraw,
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
    yield from _links(sight, expected, keys)


def _contributions(rows: list[ContributionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    for row in rows:
        found = expected.contributions.get(row.number)
        about = {"kind": row.kind, "topic": row.topic, "reply_to": row.reply_to}
        # where it comes from is sealed with what it is about, of what came from outside alone: of all else there is nothing to tell
        nowhere = (row.source, row.link, row.said, row.source_digest) == (None, None, None, None)
        if found is None or differ(found, {"seal": record.seal(row.salt, row.text), "erased": row.erased}):
            yield sentence("contribution {number} is damaged: it is not what was said", number=row.number)
        elif found["author"] != keys.get(row.author_id):
            yield sentence("contribution {number} is damaged: it is not of the person who said it", number=row.number)
        elif found["hidden"] != row.hidden_because:
            yield sentence("contribution {number} is damaged: whether it is hidden does not follow from the record", number=row.number)
        elif differ(found, {"changed": written(row.changed), "withdrawn": written(row.withdrawn)}):
            yield sentence(
                "contribution {number} is damaged: whether its author changed it, or took it back, does not follow from the record",
                number=row.number,
            )
        elif differ(found, entered(row, keys) | {"how": how_seal(row)}):
            yield sentence("contribution {number} is damaged: who typed it for whom does not follow from the record", number=row.number)
        elif differ(found, about):
            yield sentence("contribution {number} is damaged: what it is about does not follow from the record", number=row.number)
        elif differ(found, {"origin": origin_seal(row)}) if found["outside"] else not nowhere:
            yield sentence("contribution {number} is damaged: where it comes from does not follow from the record", number=row.number)
        elif differ(found, {"closed": row.closed, "at": written(row.at)}):
            yield sentence(
                "contribution {number} is damaged: when it was said, or to whom, does not follow from the record", number=row.number
            )
    yield from expected.missing(ContributionRow, expected.contributions, (row.number for row in rows))


def _answers(sight: Sight, rows: list[ContributionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """Support and nudges."""
    numbers = {row.id: row.number for row in rows} | {
        bad.id: bad.number for bad in expected.unreadable if bad.table == ContributionRow.__tablename__ and bad.number is not None
    }
    supports = sight.session.execute(select(SupportRow).where(col(SupportRow.contribution_id).in_(numbers))).scalars()
    held = {(numbers[row.contribution_id], keys.get(row.person_id, "")): (written(row.at), row.closed) for row in supports}
    for number in _unlike(expected.supports, held, some_unread=expected.some_unread(SupportRow)):
        yield sentence("the support of contribution {number} is damaged: it does not follow from the record", number=number)
    nudges = sight.session.execute(select(NudgeRow).where(col(NudgeRow.contribution_id).in_(numbers))).scalars()
    called = {
        (numbers[row.contribution_id], keys.get(row.person_id, "")): {
            "seal": record.seal(row.salt, row.because),
            "erased": row.erased,
            "closed": row.closed,
            "hidden": row.hidden_because,
            "at": written(row.at),
        }
        for row in nudges
    }
    for number in _unlike(expected.nudges, called, some_unread=expected.some_unread(NudgeRow)):
        yield sentence("the nudges of contribution {number} are damaged: they do not follow from the record", number=number)


def _unlike(told: Mapping[tuple[int, str], object], held: Mapping[tuple[int, str], object], *, some_unread: bool) -> list[int]:
    """The contributions of which what stands with them is not what was told; what is not there may be among what cannot be read."""
    keys = held.keys() if some_unread else held.keys() | told.keys()
    return sorted({key[0] for key in keys if told.get(key) != held.get(key)})


def _topics(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, TopicRow)
    for row in rows:
        held = {
            "name": row.name,
            "host": keys.get(row.host_id),
            "seal": record.seal(row.salt, row.title, row.aim, row.scope, row.outcome),
            "opened": written(row.opened),
            "closed": written(row.closed),
            "inside": row.inside,
            "at": written(row.at),
        }
        if differ(expected.topics.get(row.number), held):
            yield sentence("topic {number} is damaged: it does not follow from the record", number=row.number)
    yield from expected.missing(TopicRow, expected.topics, (row.number for row in rows))


def _links(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, LinkRow, order=LinkRow.id)
    held = {(row.one, row.other): (keys.get(row.person_id), written(row.at), row.closed) for row in rows}
    pairs = held.keys() if expected.some_unread(LinkRow) else held.keys() | expected.links.keys()
    for one, other in sorted(pairs):
        if expected.links.get((one, other)) != held.get((one, other)):
            yield sentence(
                "the link between contributions {one} and {other} is damaged: it does not follow from the record", one=one, other=other
            )
