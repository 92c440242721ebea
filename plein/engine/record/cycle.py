"""The cycle: what the record says of it and its phases, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, written
from plein.engine.rows.of_cycle import rows_of
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import StepRow
from plein.store.tables.record import EntryRow

_PARTS: Final[Mapping[str, Sentence]] = {
    "title": sentence("its title"),
    "question": sentence("its question"),
    "definition_seal": sentence("the rules it runs by"),
    "phase": sentence("its phase"),
    "timezone": sentence("its time zone"),
    "language": sentence("its language"),
    "round": sentence("its round"),
    "closes": sentence("its deadline"),
}


def _new(expected: Expected, body: Body) -> None:
    kept = ("title", "question", "definition_seal", "phase", "timezone", "language")
    expected.cycle = {key: body[key] for key in kept} | {"round": 0, "closes": None}
    expected.steps.append((body["phase"], 0, None, None, None))


def _move(expected: Expected, body: Body) -> None:
    expected.cycle |= {"phase": body["phase"], "round": body["round"], "closes": body["closes"]}
    expected.steps.append((body["phase"], body["round"], body["ask"], body["because"], body.get("came")))


def _extend(expected: Expected, body: Body) -> None:
    expected.cycle["closes"] = body["closes"]


def _change(expected: Expected, body: Body) -> None:
    expected.cycle |= {key: body[key] for key in ("title", "question", "definition_seal")}


TOLD: Told = {"new-cycle": _new, "move": _move, "extend": _extend, "change-cycle": _change}


def damaged(sight: Sight, expected: Expected, _: Keys) -> Iterator[Sentence]:
    """What is wrong with the cycle itself, and with the way it went."""
    row = sight.cycle
    held = {
        "title": row.title,
        "question": row.question,
        "definition_seal": record.seal("", record.body(row.definition)),
        "phase": row.phase,
        "timezone": row.timezone,
        "language": row.language,
        "round": row.round,
        "closes": written(row.closes),
    }
    for key, value in held.items():
        if expected.cycle.get(key) != value:
            yield sentence("the cycle is damaged: {what} does not follow from the record", what=_PARTS[key])
    if row.revision != len(rows_of(sight, EntryRow)):
        yield sentence("the cycle is damaged: its revision is not the number of its newest entry")
    steps = [(step.phase, step.round, step.ask, step.because, step.came) for step in rows_of(sight, StepRow)]
    if steps != expected.steps:
        yield sentence("the cycle is damaged: the way it went does not follow from the record")
