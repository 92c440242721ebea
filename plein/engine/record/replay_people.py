"""The record played back, of people: what was erased at their request. Called by replay alone."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plein.engine.record.replay import Body, Expected


def _erase(expected: Expected, body: Body) -> None:
    """What is left of each row, by its new seal. An entry for everybody and one for the circle say this together."""
    sealed = {
        "contributions": expected.contributions,
        "members": expected.members,
        "words": expected.suggestions,
        "comments": expected.comments,
    }
    for kind, rows in sealed.items():
        for number, seal in body.get(kind, ()):
            rows[number]["seal"] = seal
    for number, seal in body.get("nudges", ()):
        _known(expected.nudges, (number, body["person"]))
        expected.nudges[number, body["person"]] = seal
    for number, seal in body.get("notes", ()):
        expected.versions[number]["note"] = seal
    for number, digest in body.get("asides", ()):
        _known(expected.asides, number)
        expected.asides[number] = digest
    for number, status in body.get("left", ()):
        expected.members[number]["status"] = status
    for number in body.get("withdrawn", ()):
        expected.suggestions[number]["withdrawn"] = True
    for number in body.get("fell", ()):
        del expected.decisions[number]


def _known(rows: Container[Any], key: object) -> None:
    """What was never written cannot be erased."""
    if key not in rows:
        raise KeyError(key)


PEOPLE: Mapping[str, Callable[[Expected, Body], None]] = {"erase": _erase}
