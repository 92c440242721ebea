"""What follows from a record: what the tables should hold if nobody touched them but plein."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol

from plein.sentences import Sentence, sentence
from plein.store.unreadable import BadRow, called

Body = Mapping[str, Any]
"""What an entry says."""


class _Untold:
    """Stands for what no entry tells of."""

    def __repr__(self) -> str:
        return "UNTOLD"


UNTOLD: Final = _Untold()
"""What entries of earlier times do not tell, so that it is not checked."""
Row = dict[str, Any]


@dataclass(slots=True)
class Expected:
    """What follows from the record, by number or by the key of a person. Moments are ISO 8601 text, as the entries have them.

    ``made_of``: the suggestions that a text was put together from, by the one that stands for it.
    ``may_be_gone``: suggestions whose decision fell away, unless it was merged; the open entry must not tell which of the two.
    ``digests``: those of all entries; ``stirred``: those since one changed which suggestions collide, by column of the cycle.
    ``unreadable``: the rows of the cycle that cannot be read; they are named by themselves, and nothing else is said of them.
    """

    cycle: Row = field(default_factory=dict)
    after: str | None = None
    avoid: list[list[str | None]] = field(default_factory=list)
    promises: dict[int, Row] = field(default_factory=dict)
    reports: dict[int, Row] = field(default_factory=dict)
    steps: dict[int, Row] = field(default_factory=dict)
    members: dict[int, Row] = field(default_factory=dict)
    contributions: dict[int, Row] = field(default_factory=dict)
    supports: dict[tuple[int, str], tuple[str, bool]] = field(default_factory=dict)
    nudges: dict[tuple[int, str], Row] = field(default_factory=dict)
    topics: dict[int, Row] = field(default_factory=dict)
    links: dict[tuple[int, int], tuple[str, str, bool]] = field(default_factory=dict)
    versions: dict[int, Row] = field(default_factory=dict)
    asides: dict[int, Row] = field(default_factory=dict)
    submissions: dict[int, Row] = field(default_factory=dict)
    suggestions: dict[int, Row] = field(default_factory=dict)
    decisions: dict[int, Row] = field(default_factory=dict)
    undone: dict[int, Row] = field(default_factory=dict)
    made_of: dict[int, frozenset[int]] = field(default_factory=dict)
    may_be_gone: set[int] = field(default_factory=set)
    comments: dict[int, Row] = field(default_factory=dict)
    erased: dict[str, str] = field(default_factory=dict)
    unreadable: Sequence[BadRow] = ()
    digests: frozenset[str] = frozenset()
    stirred: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def missing(self, kind: Any, told: Iterable[int], found: Iterable[int]) -> Iterator[Sentence]:
        """A sentence for each number that the record knows and the table does not hold, nor in a row that cannot be read."""
        table: str = kind.__tablename__
        unread = {row.number for row in self.unreadable if row.table == table}
        for number in sorted(set(told) - set(found) - unread):
            yield sentence("{what} is missing", what=called(table, number))

    def some_unread(self, kind: Any) -> bool:
        """Whether there are rows of one table that cannot be read, so that what is not found may be among them."""
        return any(row.table == kind.__tablename__ for row in self.unreadable)


Told = Mapping[str, Callable[[Expected, Body], None]]
"""By the act of an entry: what follows from it for one noun."""
Keys = Mapping[int | None, str]
"""What the record knows people by, by their row."""


def resealed(rows: Mapping[Any, Row], seals: Iterable[tuple[Any, str]], **more: Any) -> None:
    """Note that the words of rows were erased, with their new seals, and what else went with them."""
    for number, seal in seals:
        rows[number] |= {"seal": seal, "erased": True, **more}


def known(rows: Container[Any], key: object) -> None:
    """Refuse what was never written: it cannot be erased.

    Raises:
        KeyError: It is not there.
    """
    if key not in rows:
        raise KeyError(key)


def differ(told: Mapping[str, Any] | None, held: Mapping[str, Any]) -> list[str]:
    """The columns in which a row does not hold what the record tells of it; all of them where it tells of no such row.

    >>> differ({"by": "a", "at": UNTOLD}, {"by": "b", "at": "2026-11-23"})
    ['by']
    """
    if told is None:
        return list(held)
    return [name for name, value in held.items() if told[name] is not UNTOLD and told[name] != value]


class Entered(Protocol):
    """A row that says who typed it for its author."""

    entered_by: int | None
    received: datetime | None
    late: bool


def entered(row: Entered, keys: Keys) -> Row:
    """What a row holds of who typed it for its author, as entries have it."""
    return {
        "entered_by": None if row.entered_by is None else keys.get(row.entered_by, ""),
        "received": written(row.received),
        "late": row.late,
    }


def written(moment: datetime | None) -> str | None:
    """A moment as entries have it."""
    return None if moment is None else moment.isoformat()
