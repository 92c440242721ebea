"""The record played back: what the tables should hold if nobody touched them but plein. Reads entries, and no other table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plein.engine.record.replay_circle import CIRCLE
from plein.engine.record.replay_people import PEOPLE
from plein.engine.record.replay_series import SERIES, reported, taken_over
from plein.engine.record.replay_talk import TALK, about, imported_topics, topics_taken_over
from plein.errors import Damaged
from plein.sentences import sentence

Body = Mapping[str, Any]


@dataclass(slots=True)
class Expected:
    """What follows from the record, by number or by the key of a person. Moments are ISO 8601 text, as the entries have them."""

    cycle: dict[str, Any] = field(default_factory=dict)
    after: str | None = None
    avoid: list[list[str | None]] = field(default_factory=list)
    promises: dict[int, dict[str, Any]] = field(default_factory=dict)
    reports: dict[int, dict[str, Any]] = field(default_factory=dict)
    steps: list[tuple[str, int, str | None, str | None, Any]] = field(default_factory=list)
    members: dict[int, dict[str, Any]] = field(default_factory=dict)
    contributions: dict[int, dict[str, Any]] = field(default_factory=dict)
    supports: set[tuple[int, str]] = field(default_factory=set)
    nudges: dict[tuple[int, str], str] = field(default_factory=dict)
    about: dict[int, tuple[str, str | None, int | None]] = field(default_factory=dict)
    topic_of: dict[int, str | None] = field(default_factory=dict)
    topics: dict[int, dict[str, Any]] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    versions: dict[int, dict[str, Any]] = field(default_factory=dict)
    asides: dict[int, str] = field(default_factory=dict)
    suggestions: dict[int, dict[str, Any]] = field(default_factory=dict)
    decisions: dict[int, dict[str, Any]] = field(default_factory=dict)
    may_be_gone: set[int] = field(default_factory=set)
    comments: dict[int, dict[str, Any]] = field(default_factory=dict)


def replay(bodies: Iterable[Body]) -> Expected:
    """Fold the bodies of all entries of one cycle, in order, into what its tables should hold.

    Raises:
        Damaged: An entry tells what cannot have happened after those before it.
    """
    expected = Expected()
    for number, body in enumerate(bodies, 1):
        try:
            _APPLY.get(body["act"], _nothing)(expected, body)
        except (KeyError, ValueError, TypeError):
            raise Damaged(sentence("entry {number} tells what cannot have happened; it was not written by plein", number=number)) from None
    return expected


def _nothing(expected: Expected, body: Body) -> None:
    """An act that leaves nothing that is looked at here."""


def _new_cycle(expected: Expected, body: Body) -> None:
    kept = ("title", "question", "definition_seal", "phase", "timezone", "language")
    expected.cycle = {key: body[key] for key in kept} | {"round": 0, "closes": None}
    expected.steps.append((body["phase"], 0, None, None, None))
    expected.members[1] = {"person": body["by"], "role": "host", "status": "accepted", "seal": body["seal"]}
    taken_over(expected, body)
    topics_taken_over(expected, body)


def _move(expected: Expected, body: Body) -> None:
    expected.cycle |= {"phase": body["phase"], "round": body["round"], "closes": body["closes"]}
    expected.steps.append((body["phase"], body["round"], body["ask"], body["because"], body.get("came")))
    reported(expected, body)
    if body["version"] is not None:
        expected.versions[body["version"]].setdefault("published", body["at"])


def _extend(expected: Expected, body: Body) -> None:
    expected.cycle["closes"] = body["closes"]


def _contribute(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]] = {"author": body["by"], "seal": body["seal"], "hidden": None}
    expected.about[body["contribution"]] = about(body)


def _import(expected: Expected, body: Body) -> None:
    for number, author, seal in zip(body["contributions"], body["authors"], body["seals"], strict=True):
        expected.contributions[number] = {"author": author, "seal": seal, "hidden": None}
    imported_topics(expected, body)


def _support(expected: Expected, body: Body) -> None:
    expected.supports.add((body["contribution"], body["by"]))


def _nudge(expected: Expected, body: Body) -> None:
    expected.nudges[body["contribution"], body["by"]] = body["seal"]


def _hide(expected: Expected, body: Body) -> None:
    expected.contributions[body["contribution"]]["hidden"] = body["because"]


def _save(expected: Expected, body: Body) -> None:
    parts = body.get("applied")
    expected.versions[body["version"]] = {
        "digest": body["digest"],
        "base": body["base"],
        "parts": parts,
        "note": body["note_seal"],
        "method": body.get("method"),
        "contributions": body.get("contributions"),
    }
    for number in parts or ():
        expected.decisions[number]["merged_in"] = body["version"]


def _aside(expected: Expected, body: Body) -> None:
    expected.asides[body["aside"]] = body["digest"]


def _suggest(expected: Expected, body: Body) -> None:
    for taken in body["submissions"]:
        for number, seal in taken["seals"]:
            expected.suggestions[number] = {"author": taken["author"], "seal": seal, "sweeping": taken["sweeping"], "withdrawn": False}


def _withdraw(expected: Expected, body: Body) -> None:
    expected.suggestions[body["suggestion"]]["withdrawn"] = True
    # a decision on it fell away, unless it was merged, and those it covered; the open entry must not tell
    covered = {number for number, decision in expected.decisions.items() if decision["covered_by"] == body["suggestion"]}
    expected.may_be_gone |= {body["suggestion"], *covered}


def _decide(expected: Expected, body: Body) -> None:
    covered = dict(body.get("covered", ()))  # a place settled in one act: who covers whom
    for number, seal in body["seals"]:
        by = covered.get(number, body["covered_by"])
        expected.decisions[number] = {"seal": seal, "covered_by": by, "published": None, "merged_in": None}
        expected.may_be_gone.discard(number)


def _undo(expected: Expected, body: Body) -> None:
    del expected.decisions[body["suggestion"]]


def _publish(expected: Expected, body: Body) -> None:
    for number, _ in body["seals"]:
        expected.decisions[number]["published"] = body["at"]


_APPLY = {
    "new-cycle": _new_cycle,
    "move": _move,
    "extend": _extend,
    "contribute": _contribute,
    "import-contributions": _import,
    "support": _support,
    "nudge": _nudge,
    "hide": _hide,
    "save-draft": _save,
    "set-draft-aside": _aside,
    "merge": _save,
    "suggest": _suggest,
    "import-suggestions": _suggest,
    "withdraw": _withdraw,
    "decide": _decide,
    "undo-decision": _undo,
    "publish-decisions": _publish,
    **CIRCLE,
    **PEOPLE,
    **SERIES,
    **TALK,
}
