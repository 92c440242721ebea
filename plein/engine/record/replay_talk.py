"""The record played back, of the conversations: topics, what is about which, and what belongs together. Called by replay alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from plein.engine.rows.written import said

if TYPE_CHECKING:
    from plein.engine.record.replay import Body, Expected


def topics_taken_over(expected: Expected, body: Body) -> None:
    """The topics that a new cycle took over from the one before it; none is open yet."""
    for topic in body.get("topics") or ():
        expected.topics[topic["topic"]] = _topic(topic)


def about(body: Body) -> tuple[str, str | None, int | None]:
    """The kind of a contribution, its topic, and what it answers. Entries of earlier times have the topic as it was typed."""
    return body["kind"], said(body["topic"]), body["reply_to"]


def imported_topics(expected: Expected, body: Body) -> None:
    """What outside talk is about; entries of earlier times do not tell."""
    expected.topic_of |= dict(zip(body["contributions"], body.get("topics") or (), strict=False))


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


TALK: Mapping[str, Callable[[Expected, Body], None]] = {
    "add-topic": _add_topic,
    "change-topic": _change_topic,
    "open-topic": _open_topic,
    "close-topic": _close_topic,
    "link": _link,
    "unlink": _unlink,
}
