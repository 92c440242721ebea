"""What happens by itself when a cycle enters a phase: the closed list, and what a phase that does not say so does.

The names are promises: they stand in the definitions of running cycles, and in organisations' own files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from plein.sentences import N_

PUBLISH_VERSION: Final = "publish-version"
OPEN_ROUND: Final = "open-round"
PUBLISH_REPORT: Final = "publish-report"

EFFECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        PUBLISH_VERSION: N_("everybody can read the newest version from then on, and what was suggested before is carried to it"),
        OPEN_ROUND: N_("a round begins"),
        PUBLISH_REPORT: N_("everybody can read the report from then on; plein composes one where nobody wrote it"),
    }
)
"""What can happen on entering a phase, in the order in which it happens."""

_DONE: Final = frozenset({"was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged", "has_draft"})
"""Guards that are asked where a text is done."""


def filled_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a definition with what each phase does on entering, where it does not say so itself.

    An open phase in which people suggest begins a round on the newest version. The text, or the report, is published in the end whose moves ask
    whether it is done, or in the only end there is. Nothing is published on entering a closed phase.

    >>> filled_in({"phases": [{"name": "review", "space": "open", "acts": {"suggest": ["public"]}}]})["phases"][0]["on_enter"]
    ['publish-version', 'open-round']
    """
    return {**data, "phases": [{**phase, "on_enter": phase.get("on_enter", list(_usual(phase, data)))} for phase in data["phases"]]}


def _usual(phase: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[str]:
    moves = data.get("moves", ())
    document = any("save-draft" in one.get("acts", {}) for one in data["phases"])
    if "suggest" in phase.get("acts", {}):
        if phase["space"] == "open" and phase["name"] != data.get("start"):
            yield PUBLISH_VERSION
        yield OPEN_ROUND
    elif phase["space"] == "open" and phase["name"] in _where_it_is_done(data, moves):
        yield PUBLISH_VERSION if document else PUBLISH_REPORT


def _where_it_is_done(data: Mapping[str, Any], moves: Any) -> list[str]:
    """The ends that a text, or a report, is published in."""
    ends = [phase["name"] for phase in data["phases"] if all(move["from"] != phase["name"] for move in moves)]
    into = {end: [set(move.get("guards", ())) for move in moves if move["to"] == end] for end in ends}
    asked = [end for end in ends if any(guards & _DONE for guards in into[end])]
    if asked:
        return asked
    unasked = [end for end in ends if not all("has_reason" in guards for guards in into[end])]
    return unasked if len(unasked) == 1 else ends if len(ends) == 1 else []


def with_correcting(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a definition that a cycle was begun with before a final version could be corrected: its hosts may, as in plein66.

    Whoever writes a definition since then says it in the table, or does not want it.
    """
    leaving = {move["from"] for move in data.get("moves", ())}

    def completed(phase: Mapping[str, Any]) -> dict[str, Any]:
        final = phase["name"] not in leaving and PUBLISH_VERSION in phase["on_enter"]
        return {**phase, "acts": {"correct": ["host"], **phase.get("acts", {})}} if final else dict(phase)

    return {**data, "phases": [completed(phase) for phase in data["phases"]]}


def as_begun_before(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a definition that a cycle was begun with when what a phase does was known by its name: such a cycle goes on as it did.

    But for one thing: a closed phase of that name publishes nothing.
    """
    document = any("save-draft" in phase.get("acts", {}) for phase in data["phases"])
    by_name = {"review": [PUBLISH_VERSION, OPEN_ROUND], "final": [PUBLISH_VERSION if document else PUBLISH_REPORT]}
    return {
        **data,
        "phases": [{"on_enter": by_name.get(phase["name"], []) if phase["space"] == "open" else [], **phase} for phase in data["phases"]],
    }
