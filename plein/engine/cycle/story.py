"""The story of a cycle as its one-twos: what was asked, what came, what the group answered, what changed in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sqlmodel import col

from plein.documents import places
from plein.engine.cycle.moves import cycle_view
from plein.engine.cycle.shortened import extensions, set_nearer
from plein.engine.cycle.views import Chapter, Correction, Shortened, Step
from plein.engine.desk import Sight
from plein.engine.rows.of_cycle import rows_of
from plein.store.tables.review import DecisionRow
from plein.store.tables.text import VersionRow


def story(sight: Sight) -> tuple[Chapter, ...]:
    """The phases as they were lived, oldest first, each with what came of it; see :meth:`plein.engine.in_cycle.InCycle.story`."""
    steps = cycle_view(sight).steps
    published = _published(sight)
    changed = _changed(published)
    answers = _answers(sight)
    extended = extensions(sight)
    told, counted = [], 0
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        came = None if after is None else after.came
        upto = came["upto"]["suggestions"] if came else None
        answered: Counter[str] = Counter()
        if "suggest" in sight.definition.phase(step.phase).acts:
            answered.update(outcome for number, outcome in answers if counted < number and (upto is None or number <= upto))
        counted = counted if upto is None else upto
        new = step.version is not None and _first_with(steps, step.version) == step.number
        corrections = _corrections(published, changed) if after is None else ()  # they are made in an end
        told.append(
            Chapter(
                step=step,
                came=came,
                answered=dict(sorted(answered.items())),
                changed=changed.get(step.version or 0) if new else None,
                corrections=corrections,
                shortened=(*set_nearer(step, extended), *_ended_early(step, after)),
            )
        )
    return tuple(told)


def _ended_early(step: Step, after: Step | None) -> Iterator[Shortened]:
    """That a phase ended before its deadline, with the reason given for the move out of it."""
    if after is not None and step.closes is not None and step.closed is not None and step.closed <= step.closes:
        yield Shortened(step.closed, step.closes, None, after.because)


def _corrections(published: Sequence[VersionRow], changed: Mapping[int, int]) -> tuple[Correction, ...]:
    return tuple(
        Correction(row.number, row.corrects, row.because or "", row.at, changed[row.number])
        for row in published
        if row.corrects is not None
    )


def _first_with(steps: Sequence[Step], version: int) -> int:
    return next(step.number for step in steps if step.version == version)


def _published(sight: Sight) -> Sequence[VersionRow]:
    return rows_of(sight, VersionRow, col(VersionRow.published).is_not(None))


def _changed(published: Sequence[VersionRow]) -> Mapping[int, int]:
    """In how many places each published version differs from the one before it."""
    return {new.number: sum(not place.layout for place in places(old.text, new.text)) for old, new in pairwise(published)}


def _answers(sight: Sight) -> Sequence[tuple[int, str]]:
    """(suggestion, outcome) of every published decision."""
    rows = rows_of(sight, DecisionRow, col(DecisionRow.published).is_not(None), order=DecisionRow.suggestion)
    return [(row.suggestion, row.outcome) for row in rows]
