"""What outlives a cycle: what the record says of promises, words to avoid and reports, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, differ, written
from plein.engine.rows.of_cycle import rows_of
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.circle import PromiseRow, ReportRow
from plein.store.tables.cycle import CycleRow


def _new(expected: Expected, body: Body) -> None:
    expected.avoid = [list(one) for one in body.get("avoid") or ()]
    expected.after = body.get("after")


def _move(expected: Expected, body: Body) -> None:
    """What the last move of a cycle without a document makes public."""
    report = body.get("report")
    if report is not None:
        made = {"digest": report["digest"], "composed": report["composed"], "published": None, "author": body["by"], "at": body["at"]}
        expected.reports.setdefault(report["number"], made)["published"] = body["at"]


def _promise(expected: Expected, body: Body) -> None:
    expected.promises[body["promise"]] = {"by": body["by"], "seal": body["seal"], "at": body["at"]}


def _avoid(expected: Expected, body: Body) -> None:
    mine = [body["word"], body["better"], body["because"]]
    expected.avoid = [mine if one[0] == mine[0] else one for one in expected.avoid]
    if mine not in expected.avoid:
        expected.avoid.append(mine)


def _allow(expected: Expected, body: Body) -> None:
    expected.avoid = [one for one in expected.avoid if one[0] != body["word"]]


def _write_report(expected: Expected, body: Body) -> None:
    made = {"digest": body["digest"], "composed": False, "published": None, "author": body["by"], "at": body["at"]}
    expected.reports[body["report"]] = made


TOLD: Told = {"new-cycle": _new, "move": _move, "promise": _promise, "avoid": _avoid, "allow": _allow, "write-report": _write_report}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with the cycle's place in its series, its words, its promises and its reports."""
    cycle = sight.cycle
    before = None if cycle.after is None else sight.session.get(CycleRow, cycle.after)
    unread = {column for bad in expected.unreadable if bad.table == CycleRow.__tablename__ for column in bad.columns}
    lost = before is None and cycle.after is not None
    if "after" not in unread and ((before.slug if before else None) != expected.after or lost):
        yield sentence("the cycle is damaged: which cycle it follows does not follow from the record")
    if "avoid" not in unread and [list(one) for one in cycle.avoid or ()] != expected.avoid:
        yield sentence("the cycle is damaged: its words to avoid do not follow from the record")
    promises = rows_of(sight, PromiseRow)
    for row in promises:
        promised = {"by": keys.get(row.by_id), "seal": record.seal(row.salt, row.text), "at": written(row.at)}
        if differ(expected.promises.get(row.number), promised):
            yield sentence("promise {number} is damaged: it is not what was promised", number=row.number)
    yield from expected.missing(PromiseRow, expected.promises, (row.number for row in promises))
    reports = rows_of(sight, ReportRow)
    for report in reports:
        found = expected.reports.get(report.number)
        held = {
            "digest": report.digest,
            "composed": report.composed,
            "published": written(report.published),
            "author": keys.get(report.author_id),
            "at": written(report.at),
        }
        if found is None or not digest(report.text) == report.digest == found["digest"]:
            yield sentence("report {number} is damaged: its text is not the one that was saved", number=report.number)
        elif differ(found, held):
            yield sentence("report {number} is damaged: it does not follow from the record", number=report.number)
    yield from expected.missing(ReportRow, expected.reports, (report.number for report in reports))
