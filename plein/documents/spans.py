"""An edit as a plain value, and a text with such values written into it: what the inner loops work with."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int, str]
"""An edit as a plain value: start, end, text."""


def low(span: Span) -> int:
    """The first point of a change."""
    return 2 * span[0] + (span[0] < span[1])


def high(span: Span) -> int:
    """The last point of a change."""
    return 2 * span[1] - (span[0] < span[1])


def written(base: str, clean: Iterable[Span]) -> str:
    """A text with disjoint changes, in the order given, written into it.

    >>> written("We build.", [(0, 2, "You"), (8, 8, " homes")])
    'You build homes.'
    """
    parts: list[str] = []
    at = 0
    for start, end, text in clean:
        parts.append(base[at:start])
        parts.append(text)
        at = end
    parts.append(base[at:])
    return "".join(parts)
