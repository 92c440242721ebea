"""What a check reads: the rows of one cycle in order, and which of those that should be there are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from plein.engine.desk import Sight
from plein.sentences import Sentence, sentence


def rows_of(sight: Sight, kind: Any, order: Any) -> list[Any]:
    """The rows of one table that belong to the cycle, in order."""
    return list(sight.session.execute(select(kind).where(kind.cycle_id == sight.id).order_by(order)).scalars())


def missing(what: Sentence, expected: Iterable[int], found: Iterable[int]) -> Iterator[Sentence]:
    """A sentence for each number that the record knows and the table does not hold."""
    for number in sorted(set(expected) - set(found)):
        yield sentence("{what} {number} is missing", what=what, number=number)
