"""The cycle: what the record says of it and its phases, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, differ, written
from plein.engine.rows.of_cycle import rows_of
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import CycleRow, StepRow
from plein.store.tables.record import EntryRow

_PARTS: Final[Mapping[str, Sentence]] = {
    "slug": sentence("its short name"),
    "title": sentence("its title"),
    "question": sentence("its question"),
    "definition": sentence("the rules it runs by"),
    "phase": sentence("its phase"),
    "timezone": sentence("its time zone"),
    "language": sentence("its language"),
    "round": sentence("its round"),
    "closes": sentence("its deadline"),
    "since": sentence("when it began"),
    "newest": sentence("the moment of its newest entry"),
    "newest_open": sentence("the moment of its newest entry that everybody may read"),
}


def _new(expected: Expected, body: Body) -> None:
    kept = ("title", "question", "phase", "timezone", "language")
    expected.cycle = {key: body[key] for key in kept}
    expected.cycle |= {"slug": body["cycle"], "definition": body["definition_seal"], "round": 0, "closes": None, "since": body["at"]}
    _step(expected, {**body, "round": 0, "closes": None, "ask": None, "because": None, "version": None})


def _step(expected: Expected, body: Body) -> None:
    """The step that an entry begins; ``came`` is what the one before it brought in."""
    kept = ("phase", "round", "closes", "ask", "because", "version")
    expected.steps[len(expected.steps) + 1] = {key: body[key] for key in kept} | {
        "opened": body["at"],
        "closed": None,
        "came": body.get("came"),
    }


def _move(expected: Expected, body: Body) -> None:
    expected.cycle |= {"phase": body["phase"], "round": body["round"], "closes": body["closes"]}
    expected.steps[len(expected.steps)]["closed"] = body["at"]
    _step(expected, body)


def _extend(expected: Expected, body: Body) -> None:
    expected.cycle["closes"] = body["closes"]
    expected.steps[len(expected.steps)]["closes"] = body["closes"]


def _change(expected: Expected, body: Body) -> None:
    expected.cycle |= {"title": body["title"], "question": body["question"], "definition": body["definition_seal"]}


TOLD: Told = {"new-cycle": _new, "move": _move, "extend": _extend, "change-cycle": _change}


def damaged(sight: Sight, expected: Expected, _: Keys) -> Iterator[Sentence]:
    """What is wrong with the cycle itself, and with the way it went."""
    row = sight.cycle
    held = {
        "slug": row.slug,
        "title": row.title,
        "question": row.question,
        "definition": record.seal("", record.body(row.definition)),
        "phase": row.phase,
        "timezone": row.timezone,
        "language": row.language,
        "round": row.round,
        "closes": written(row.closes),
        "since": written(row.since),
        "newest": written(row.newest),
        "newest_open": written(row.newest_open),
    }
    unread = {column for bad in expected.unreadable if bad.table == CycleRow.__tablename__ for column in bad.columns}
    for key, value in held.items():
        if key not in unread and expected.cycle.get(key) != value:
            yield sentence("the cycle is damaged: {what} does not follow from the record", what=_PARTS[key])
    if "revision" not in unread and row.revision != len(rows_of(sight, EntryRow)):
        yield sentence("the cycle is damaged: its revision is not the number of its newest entry")
    steps = rows_of(sight, StepRow)
    for step in steps:
        lived = {
            "phase": step.phase,
            "round": step.round,
            "closes": written(step.closes),
            "ask": step.ask,
            "because": step.because,
            "version": step.version,
            "opened": written(step.opened),
            "closed": written(step.closed),
            "came": step.came,
        }
        if differ(expected.steps.get(step.number), lived):
            yield sentence("step {number} is damaged: the way the cycle went does not follow from the record", number=step.number)
    yield from expected.missing(StepRow, expected.steps, (step.number for step in steps))
