"""The record played back, of what outlives a cycle: hosts it took over, promises, words to avoid, reports. Called by replay alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plein.engine.record.replay import Body, Expected


def taken_over(expected: Expected, body: Body) -> None:
    """What a new cycle took over from the one before it."""
    for host in body.get("hosts", ()):
        expected.members[host["member"]] = {"person": host["person"], "role": "host", "status": "accepted", "seal": host["seal"]}
    expected.avoid = [list(one) for one in body.get("avoid") or ()]
    expected.after = body.get("after")


def reported(expected: Expected, body: Body) -> None:
    """What the last move of a cycle without a document makes public."""
    report = body.get("report")
    if report is not None:
        kept = expected.reports.setdefault(
            report["number"], {"digest": report["digest"], "composed": report["composed"], "published": None}
        )
        kept["published"] = body["at"]


def _promise(expected: Expected, body: Body) -> None:
    expected.promises[body["promise"]] = {"by": body["by"], "seal": body["seal"]}


def _avoid(expected: Expected, body: Body) -> None:
    mine = [body["word"], body["better"], body["because"]]
    expected.avoid = [mine if one[0] == mine[0] else one for one in expected.avoid]
    if mine not in expected.avoid:
        expected.avoid.append(mine)


def _allow(expected: Expected, body: Body) -> None:
    expected.avoid = [one for one in expected.avoid if one[0] != body["word"]]


def _write_report(expected: Expected, body: Body) -> None:
    expected.reports[body["report"]] = {"digest": body["digest"], "composed": False, "published": None}


SERIES: Mapping[str, Callable[[Expected, Body], None]] = {
    "promise": _promise,
    "avoid": _avoid,
    "allow": _allow,
    "write-report": _write_report,
}
