"""A person as the register has them, all that is theirs, and what was erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
class Board:
    """A named list of people, who are invited as one. ``people`` are their ids in the order in which they were named; ``at``: since when."""

    name: str
    people: tuple[str, ...]
    at: datetime
