"""Clean changes by different people that stand so close together that they are worth reading once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.documents.spans import Span
from plein.documents.text.sentences import SENTENCE_END
from plein.documents.thresholds import NEAR_CHARACTERS

K = TypeVar("K", bound=Hashable)

_ONE_LINE = re.compile(r"[ \t]*(?:>[ \t]?)*(?:[-*+•][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)")


@dataclass(frozen=True, slots=True)
class Near(Generic[K]):
    """Clean changes by different suggestions in one sentence: worth reading once, for two good edits can make nonsense.

    One sentence, one heading, one line of an item or one row of a table; and whatever touches, also across the edge of a block.

    Attributes:
        start: First code point of the base that one of them changes, from 0.
        end: The code point after the last one.
        suggestions: Those that meet here, two or more, in the order of their edits.
    """

    start: int
    end: int
    suggestions: tuple[K, ...]


def together(base: str, clean: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The runs of two or more sorted, disjoint changes without the end of a sentence between them, as (first, last + 1)."""
    search, reach, first = SENTENCE_END.search, 0, 0
    line_end, one_line = -1, False
    for number, span in enumerate(clean):
        start = span[0]
        if number and start != reach:
            if reach > line_end:
                line_end = base.find("\n", reach)
                line_end = line_end if line_end >= 0 else len(base)
                one_line = _ONE_LINE.match(base, base.rfind("\n", 0, reach) + 1) is not None
            blank = start > line_end and start - reach < 4 and base[reach:start].isspace()
            if not blank and not (one_line and start <= line_end and start - reach <= NEAR_CHARACTERS):
                end = start - reach > NEAR_CHARACTERS or search(base, reach, start + 2)
                if (end and (end is True or end.start() < start)) or (not base[reach - 1].isalnum() and _ended(base, reach, start)):
                    if number - first > 1:
                        yield first, number
                    first = number
        if span[1] > reach:
            reach = span[1]
    if len(clean) - first > 1:
        yield first, len(clean)


def _ended(base: str, reach: int, start: int) -> bool:
    """Whether a sentence ends right before the end of a change, and the next one stands beyond it."""
    ends = SENTENCE_END.finditer(base, max(reach - 8, 0), min(start + 2, len(base)))
    return any(found.start() < reach <= found.end() <= start for found in ends)
