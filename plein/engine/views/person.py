"""A person as the register has them, all that is theirs, and what was erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as hosts and the person may see them.

    Attributes:
        person: Their id.
        name: What they are called.
        contact: How to reach them.
        relation: What they are to the organisation.
        inside: Whether that is inside; None where the relation is not known.
        language: The language they read.
        usual_suspect: Whether the organisation listed them as one.
        pseudonyms: Under which names they contributed too, as far as whoever looks may know.
        behind: Of a pseudonym: the id of the person who uses it.
        since: When they were first seen.
    """

    person: str
    name: str | None
    contact: str | None
    relation: str | None
    inside: bool | None
    language: str | None
    usual_suspect: bool
    pseudonyms: tuple[str, ...]
    behind: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of somebody who was erased.

    Attributes:
        person: What stands in place of their id from now on.
        texts: Whether their texts went too.
        erased: How many of each were erased, in the cycles that whoever erased may know of.
        undecided: Suggestions of others or theirs whose decision fell away, as ``"housing 3"``: they had not been merged.
        overwritten: Whether the file was written anew, so that no copy is left in its unused parts. Only SQLite's can be.
    """

    person: str
    texts: bool
    erased: Mapping[str, int]
    undecided: tuple[str, ...]
    overwritten: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What is somebody's in one cycle, each kind in order of number. Keys as everywhere; texts are theirs, and whole."""

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
