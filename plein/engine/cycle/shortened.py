"""Time that people had been promised and did not get: deadlines that were set nearer. What they were given is not looked at here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col

from plein.engine.cycle.views import Shortened, Step
from plein.engine.desk import Sight
from plein.engine.rows.entries import told_in
from plein.engine.rows.of_cycle import rows_of


def shortened(sight: Sight, step: Step) -> tuple[Shortened, ...]:
    """The time that people had been promised for a step that runs and do not get, oldest first; not what they were given back since."""
    if step.closes is None:
        return ()
    return tuple(one for one in set_nearer(step, extensions(sight)) if step.closes < one.promised)


def extensions(sight: Sight) -> Sequence[Mapping[str, Any]]:
    """What the record says of every deadline that was set nearer, oldest first."""
    from plein.store.tables.record import EntryRow  # here, not above: a phase without a deadline does not ask

    rows = rows_of(sight, EntryRow, col(EntryRow.body).contains('"act":"extend"', autoescape=True))
    bodies = (told_in(row, sight.cycle.slug) for row in rows)
    return [body for body in bodies if body["act"] == "extend" and "promised" in body]


def set_nearer(step: Step, extended: Sequence[Mapping[str, Any]]) -> Iterator[Shortened]:
    """What the record says of the deadline of one step."""
    for body in extended:
        at, promised, closes = (datetime.fromisoformat(body[key]) for key in ("at", "promised", "closes"))
        if body["step"] == step.number:
            yield Shortened(at, promised, closes, body["because"])
