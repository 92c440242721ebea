"""All that is somebody's, and what was erased, as people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plein.engine.people.views import Person


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of somebody who was erased.

    Attributes:
        person: What stands in place of their id from now on.
        texts: Whether their texts went too.
        erased: How many of each were erased, in the cycles that whoever erased may know of.
        undecided: Suggestions whose decision fell away, as ``"housing 3"``: nothing is left that it answers.
        overwritten: Whether the file was written anew, so that no copy is left in its unused parts. Only SQLite's can be.
    """

    person: str
    texts: bool
    erased: Mapping[str, int]
    undecided: tuple[str, ...]
    overwritten: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What is somebody's in one cycle, each kind in order of number. Keys as everywhere; texts are theirs, and whole.

    ``undone`` are the public decisions they took back for the group.
    """

    cycle: str
    title: str
    contributions: tuple[Mapping[str, Any], ...]
    supports: tuple[Mapping[str, Any], ...]
    nudges: tuple[Mapping[str, Any], ...]
    links: tuple[Mapping[str, Any], ...]
    suggestions: tuple[Mapping[str, Any], ...]
    places: tuple[Mapping[str, Any], ...]
    comments: tuple[Mapping[str, Any], ...]
    versions: tuple[Mapping[str, Any], ...]
    asides: tuple[Mapping[str, Any], ...]
    decisions: tuple[Mapping[str, Any], ...]
    undone: tuple[Mapping[str, Any], ...]
    topics: tuple[Mapping[str, Any], ...]
    promises: tuple[Mapping[str, Any], ...]
    reports: tuple[Mapping[str, Any], ...]
    entries: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Export:
    """All that plein holds of somebody, as far as whoever asks may have it."""

    person: Person
    boards: tuple[str, ...]
    cycles: tuple[Share, ...]
