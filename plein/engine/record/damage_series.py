"""What outlives a cycle held against the record: promises, words to avoid, reports. Called by damage alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.record.holding import missing, rows_of
from plein.engine.record.replay import Expected
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.circle import PromiseRow, ReportRow
from plein.store.tables.cycle import CycleRow


def damaged_series(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    """What is wrong with the cycle's place in its series, its words, its promises and its reports."""
    cycle = sight.cycle
    before = None if cycle.after is None else sight.session.get(CycleRow, cycle.after)
    if (before.slug if before else None) != expected.after or (cycle.after is not None and before is None):
        yield sentence("the cycle is damaged: which cycle it follows does not follow from the record")
    if [list(one) for one in cycle.avoid or ()] != expected.avoid:
        yield sentence("the cycle is damaged: its words to avoid do not follow from the record")
    promises = rows_of(sight, PromiseRow, PromiseRow.number)
    for row in promises:
        if expected.promises.get(row.number) != {"by": keys[row.by_id], "seal": record.seal(row.salt, row.text)}:
            yield sentence("promise {number} is damaged: it is not what was promised", number=row.number)
    yield from missing(sentence("promise"), expected.promises, [row.number for row in promises])
    reports = rows_of(sight, ReportRow, ReportRow.number)
    for row in reports:
        found = expected.reports.get(row.number)
        since = None if row.published is None else row.published.isoformat()
        if found is None or not digest(row.text) == row.digest == found["digest"]:
            yield sentence("report {number} is damaged: its text is not the one that was saved", number=row.number)
        elif (row.composed, since) != (found["composed"], found["published"]):
            yield sentence("report {number} is damaged: it does not follow from the record", number=row.number)
    yield from missing(sentence("report"), expected.reports, [row.number for row in reports])
