"""What follows from a record: what the tables should hold if nobody touched them but plein."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from plein.sentences import Sentence, sentence

Body = Mapping[str, Any]
"""What an entry says."""


@dataclass(slots=True)
class Expected:
    """What follows from the record, by number or by the key of a person. Moments are ISO 8601 text, as the entries have them.

    ``may_be_gone``: suggestions whose decision fell away, unless it was merged; the open entry must not tell which of the two.
    """

    cycle: dict[str, Any] = field(default_factory=dict)
    after: str | None = None
    avoid: list[list[str | None]] = field(default_factory=list)
    promises: dict[int, dict[str, Any]] = field(default_factory=dict)
    reports: dict[int, dict[str, Any]] = field(default_factory=dict)
    steps: list[tuple[str, int, str | None, str | None, Any]] = field(default_factory=list)
    members: dict[int, dict[str, Any]] = field(default_factory=dict)
    contributions: dict[int, dict[str, Any]] = field(default_factory=dict)
    supports: set[tuple[int, str]] = field(default_factory=set)
    nudges: dict[tuple[int, str], tuple[str, bool]] = field(default_factory=dict)
    about: dict[int, tuple[str, str | None, int | None]] = field(default_factory=dict)
    topic_of: dict[int, str | None] = field(default_factory=dict)
    topics: dict[int, dict[str, Any]] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    versions: dict[int, dict[str, Any]] = field(default_factory=dict)
    asides: dict[int, str] = field(default_factory=dict)
    suggestions: dict[int, dict[str, Any]] = field(default_factory=dict)
    decisions: dict[int, dict[str, Any]] = field(default_factory=dict)
    may_be_gone: set[int] = field(default_factory=set)
    comments: dict[int, dict[str, Any]] = field(default_factory=dict)


Told = Mapping[str, Callable[[Expected, Body], None]]
"""By the act of an entry: what follows from it for one noun."""
Keys = Mapping[int | None, str]
"""What the record knows people by, by their row."""


def resealed(rows: Mapping[Any, dict[str, Any]], seals: Iterable[tuple[Any, str]]) -> None:
    """Note that the words of rows were erased, with their new seals."""
    for number, seal in seals:
        rows[number] |= {"seal": seal, "erased": True}


def known(rows: Container[Any], key: object) -> None:
    """Refuse what was never written: it cannot be erased.

    Raises:
        KeyError: It is not there.
    """
    if key not in rows:
        raise KeyError(key)


def missing(what: Sentence, expected: Iterable[int], found: Iterable[int]) -> Iterator[Sentence]:
    """A sentence for each number that the record knows and the table does not hold."""
    for number in sorted(set(expected) - set(found)):
        yield sentence("{what} {number} is missing", what=what, number=number)


def written(moment: datetime | None) -> str | None:
    """A moment as entries have it."""
    return None if moment is None else moment.isoformat()
